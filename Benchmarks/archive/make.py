#!/usr/bin/env python3
"""Makes an archive of articles out of raw news, the same on every machine.

    make.py RAW_FOLDER COUNT [WORDS] > archive.jsonl

Sentences of real news are put together anew, in runs of two to four so that pronouns and quotations keep their neighbours; every
tenth article is another outlet's copy of one before it, a line longer or some lines shorter, as a wire story is. Articles have
WORDS words on average, 380 unless given; 100 are an agency's brief."""

import datetime
import gzip
import json
import pathlib
import random
import re
import sys

OUTLETS = ["Northern Courier", "Harbour Times", "The Valley Post", "Daily Meridian", "Evening Ledger", "Capital Gazette"]


def passages(folder):
    """Runs of two to four sentences of one article."""
    found = []
    with gzip.open(folder / "wikinews_2019.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            found += [part.strip() for part in json.loads(line)["text"].split("\n\n") if len(part.split()) > 12]
    with gzip.open(folder / "voa_sentences.txt.gz", "rt", encoding="utf-8") as lines:
        sentences = [detokenised(line) for line in lines]
    for start in range(0, len(sentences) - 3, 3):
        found.append(" ".join(sentences[start : start + 3]))
    return found


def detokenised(line):
    text = re.sub(r" ([,.;:?!%)]|'s\b|n't\b|'re\b|'ve\b|'ll\b|'d\b)", r"\1", line.strip()).replace("( ", "(").replace("$ ", "$")
    # Quotation marks stand alone in the tokens: every other one opens.
    parts = text.split('"')
    for index in range(1, len(parts), 2):
        parts[index] = "“" + parts[index].strip() + "”"
    return " ".join(part.strip() for part in parts if part.strip())


def article(runs, words, chance):
    """Runs until there are enough words: between half and one and a half times as many as asked for."""
    lines, missing = [], words * (0.5 + chance.random())
    # A run has some 60 words, half of which are too many on average.
    while not lines or missing > 30:
        lines.append(chance.choice(runs))
        missing -= len(lines[-1].split())
    return lines


def main(folder, count, words=380):
    runs = passages(pathlib.Path(folder))
    chance = random.Random(2019)
    day = datetime.date(2015, 1, 1)
    recent = []
    for number in range(count):
        if number % 10 == 9:
            lines = list(chance.choice(recent))
            if len(lines) == 1 or chance.random() < 0.5:
                lines.append("Reporting for this newspaper by our own correspondent.")
            else:
                del lines[-max(1, len(lines) // 4) :]
        else:
            lines = article(runs, words, chance)
            recent = recent[-50:] + [lines]
        record = {
            "id": str(number),
            "title": " ".join(lines[0].split()[:9]),
            "published": str(day + datetime.timedelta(days=number * 2000 // count)),
            "outlet": chance.choice(OUTLETS),
            "text": "\n\n".join(lines),
        }
        print(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
