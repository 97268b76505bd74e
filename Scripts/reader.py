"""How well the neural reader reads, against the gold of ../shared/corpora: one table of Markdown a set.

reader.py [--model FILE] [development] [test]     default: both

Runs the program (HEARSAY, else .build/release/hearsay). Names, parts of speech and trees are read from gold words by
`hearsay tag`: F1 of exact spans of PER, ORG and LOC, a leading "the" left out; accuracy; labelled attachment with
universal labels, punctuation counted. Names of recased text as well. Words and sentences are read from running text by
`hearsay annotate --layers`: F1 of exact spans; sentences follow one another, a blank line between the paragraphs that the
treebank marks.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared/corpora"
PROGRAM = os.environ.get("HEARSAY", str(ROOT / ".build/release/hearsay"))
KINDS = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "LOC": "LOC", "COUNTRY": "LOC"}
SMALL = {"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"}
# Each set: its name, the file of names, the treebank.
SETS = {
    "development": [
        ("EWT development", "names/uner_ewt_dev", "trees/ud_ewt_dev"),
        ("GUM development, open genres", None, "trees/gum_open_dev"),
    ],
    "test": [
        ("EWT test", "names/uner_ewt_test", "trees/ud_ewt_test"),
        ("GUM news", "names/gum_news", "trees/gum_news"),
    ],
}


def lines(name: str) -> list[str]:
    with gzip.open(next(CORPORA.glob(name + ".*.gz")), "rt", encoding="utf-8") as file:
        return file.read().split("\n")


def program(options: list[str], given: str) -> str:
    return subprocess.run(
        [PROGRAM, *options], input=given, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


def tagged(sentences: list[list[str]], layer: str, model: list[str]) -> list[list[list[str]]]:
    """The columns that `tag` prints of each word; words with a blank in them are read with a low line in its place."""
    given = "".join(" ".join(word.replace(" ", "_") for word in words) + "\n" for words in sentences)
    found: list[list[list[str]]] = [[]]
    for line in program(["tag", "--layer", layer, *model], given).split("\n"):
        if line:
            found[-1].append(line.split("\t"))
        else:
            found.append([])
    return found[: len(sentences)]


def f1(gold: list[set], found: list[set]) -> float:
    right = sum(len(a & b) for a, b in zip(gold, found, strict=True))
    return 200 * right / max(1, sum(map(len, gold)) + sum(map(len, found)))


def without_the(words: list[str], start: int, end: int, kind: str) -> tuple[int, int, str]:
    return (start + 1 if end - start > 1 and words[start].lower() == "the" else start, end, kind)


def spans(words: list[str], tags: list[str]) -> set:
    """The names that IOB2 tags mark."""
    found, start = set(), None
    for index, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            found.add(without_the(words, start, index, tags[start][2:]))
            start = None
        if tag.startswith("B-"):
            start = index
    return found


def recased(words: list[str], style: str) -> list[str]:
    """Words in another casing; a title keeps its short words small."""
    if style == "title":
        return [w if i and w in SMALL else w[:1].upper() + w[1:] for i, w in enumerate(words)]
    return [getattr(word, style)() for word in words]


def names(name: str, model: list[str]) -> dict[str, float]:
    rows = [json.loads(line) for line in lines(name) if line]
    sentences = [row["tokens"] for row in rows]
    gold = [
        {without_the(row["tokens"], e["start"], e["end"], KINDS[e["type"]]) for e in row["entities"] if e["type"] in KINDS}
        for row in rows
    ]
    figures = {}
    for style in ("", "upper", "lower", "title"):
        given = [recased(words, style) if style else words for words in sentences]
        found = [
            spans(words, [columns[1] for columns in tags])
            for words, tags in zip(sentences, tagged(given, "names", model), strict=True)
        ]
        figures[style or "all"] = f1(gold, found)
        if not style:
            for kind in ("PER", "ORG", "LOC"):
                figures[kind] = f1(
                    [{s for s in each if s[2] == kind} for each in gold],
                    [{s for s in each if s[2] == kind} for each in found],
                )
    return figures


def treebank(name: str) -> list[tuple[bool, list[list[str]]]]:
    """The sentences of a treebank: whether a paragraph begins, and the rows, those of contractions among them."""
    sentences, rows, begins = [], [], False
    for line in lines(name):
        if line.startswith(("# newpar", "# newdoc")):
            begins = True
        elif not line and rows:
            sentences.append((begins, rows))
            rows, begins = [], False
        elif line[:1].isdigit():
            rows.append(line.split("\t"))
    return sentences


def trees(sentences: list, model: list[str]) -> dict[str, float]:
    gold = [[row for row in rows if row[0].isdigit()] for _, rows in sentences]
    found = tagged([[row[1] for row in rows] for rows in gold], "tree", model)
    count = upos = heads = labels = 0
    for wanted, guessed in zip(gold, found, strict=True):
        for a, b in zip(wanted, guessed, strict=True):
            count += 1
            upos += a[3] == b[3]
            heads += a[6] == b[6]
            labels += a[6] == b[6] and a[7].split(":")[0] == b[7].split(":")[0]
    return {"upos": 100 * upos / count, "uas": 100 * heads / count, "las": 100 * labels / count}


def segmentation(sentences: list, model: list[str]) -> dict[str, float]:
    text, words, wholes = "", set(), set()
    gap = ""
    for begins, rows in sentences:
        if text:
            text = text.rstrip() + "\n\n" if begins else text + gap
        start = len(text)
        inside = 0
        for row in rows:
            if "-" in row[0]:
                # A contraction: its words divide its letters, as far as they are the same letters.
                first, last = map(int, row[0].split("-"))
                parts = [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= last]
                place = len(text)
                text += row[1]
                if "".join(parts) == row[1]:
                    for part in parts:
                        words.add((place, place + len(part)))
                        place += len(part)
                else:
                    words.add((place, place + len(row[1])))
                inside = last
                gap = "" if "SpaceAfter=No" in row[9] else " "
            elif row[0].isdigit() and int(row[0]) > inside:
                words.add((len(text), len(text) + len(row[1])))
                text += row[1]
                gap = "" if "SpaceAfter=No" in row[9] else " "
            else:
                continue
            end = len(text)
            text += gap
        text = text[:end]
        wholes.add((start, end))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(json.dumps({"id": "1", "text": text}) + "\n")
        file.flush()
        found = json.loads(program(["annotate", "--layers", "--limit", "article-bytes=1000000000", *model, file.name], ""))
    assert found["text"] == text, "the program has changed the text"
    return {
        "words": f1([words], [{tuple(span) for span in found["tokens"]}]),
        "sentences": f1([wholes], [{tuple(span) for span in found["sentences"]}]),
    }


def main() -> None:
    arguments = sys.argv[1:]
    model = []
    if "--model" in arguments:
        at = arguments.index("--model")
        model = arguments[at : at + 2]
        del arguments[at : at + 2]
    columns = {
        "names": "all", "PER": "PER", "ORG": "ORG", "LOC": "LOC", "ALL CAPS": "upper", "lower": "lower", "Title": "title",
        "parts of speech": "upos", "unlabelled": "uas", "labelled": "las", "words": "words", "sentences": "sentences",
    }
    print("| set | " + " | ".join(columns) + " |\n|" + "---|" * (len(columns) + 1))
    for wanted in arguments or SETS:
        for title, names_file, trees_file in SETS[wanted]:
            sentences = treebank(trees_file)
            figures = {**trees(sentences, model), **segmentation(sentences, model)}
            if names_file:
                figures |= names(names_file, model)
            cells = [f"{figures[key]:.1f}" if key in figures else "–" for key in columns.values()]
            print(f"| {title} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
