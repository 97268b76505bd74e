"""Statements between Hearsay's JSON and the scorer's: `articles` takes gold and gives articles, `found` takes what
`hearsay annotate` prints and gives what the scorer reads. Standard input to standard output, a JSON object a line."""

import json
import sys


def article(gold: dict) -> dict:
    """The article of a gold document, its text word for word."""
    return {"id": gold["id"], "text": gold["text"]}


def found(document: dict) -> dict:
    """What was found in one document; its source ends in `#` and the article's id."""
    spans = ("source", "cue", "content")
    statements = [{name: statement[name] for name in spans} for statement in document["statements"]]
    return {"id": document["source"].split("#", 1)[1], "statements": statements}


def main(mode: str) -> None:
    convert = {"articles": article, "found": found}[mode]
    for line in sys.stdin:
        json.dump(convert(json.loads(line)), sys.stdout, ensure_ascii=False)
        print()


if __name__ == "__main__":
    main(sys.argv[1])
