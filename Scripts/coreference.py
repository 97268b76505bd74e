"""How well whole chains of mentions are found, on the news of GUM (../shared/corpora/trees/gum_news): the CoNLL score.

coreference.py [--spacy PYTHON]

Measured are the chains of two mentions or more that name a person, an organization or a place somewhere; a chain of the program's
is all that it ties to one entity. A mention is found if it overlaps the words that the treebank calls the least of it (its head
and, in a name, the name). The treebank marks no adjectives, so "French" is left out. The CoNLL score is the mean of the F1 of MUC, B³ and
CEAF of entities; singletons count in none. Beside it: names as the program finds them, tied by rule alone (the same words, the
same last word of people, pronouns to the nearest that fits), and with --spacy, the names that spaCy's small pipeline finds, tied so.
"""

import collections
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT.parent / "shared/corpora/trees/gum_news.conllu.gz"
NAMED = {"person", "organization", "place"}


class Mention(NamedTuple):
    """`start..<end` in code points of the text, `core` the places of its least words, and its chain."""

    start: int
    end: int
    core: tuple[tuple[int, int], ...]
    chain: str
    is_name: bool


class Found(NamedTuple):
    """A mention that a program finds; `kind` is person, organization or place, or a pronoun."""

    start: int
    end: int
    chain: str
    kind: str


def documents() -> dict[str, tuple[str, list[Mention]]]:
    """Each article's text and its mentions."""
    found: dict[str, tuple[str, list[Mention]]] = {}
    identity, text, mentions, paragraph = "", "", [], False
    words: list[tuple[int, int, str]] = []
    opened: dict[str, list[tuple[int, str, str]]] = collections.defaultdict(list)

    def close(chain: str) -> None:
        if not opened[chain]:
            return
        first, kind, least = opened[chain].pop()
        inside = words[first:]
        picked = [int(n) - 1 for n in least.split(",") if n.isdigit()] or range(len(inside))
        core = [inside[n] for n in picked if n < len(inside)] or inside
        mentions.append(Mention(inside[0][0], inside[-1][1], tuple((a, b) for a, b, _ in core), chain,
                                kind in NAMED and any(part == "PROPN" for _, _, part in core)))

    for line in gzip.open(NEWS, "rt", encoding="utf8").read().split("\n"):
        if line.startswith("# newdoc id = "):
            identity, text, mentions, words = line.removeprefix("# newdoc id = "), "", [], []
            opened.clear()
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# text = "):
            text += ("\n\n" if paragraph else " ") if text else ""
            at, paragraph = len(text), False
            text += line.removeprefix("# text = ")
            found[identity] = (text, mentions)
        elif line[:1].isdigit():
            cells = line.split("\t")
            if "." in cells[0] or "-" in cells[0]:
                continue
            start = text.find(cells[1], at)
            # The parts of a contraction do not stand apart in the text ("gonna"): the next word is looked for from here.
            start, end = (start, start + len(cells[1])) if 0 <= start < at + 40 else (at, at)
            at = end
            words.append((start, end, cells[3]))
            entity = next((f[7:] for f in cells[9].split("|") if f.startswith("Entity=")), "")
            for opening, closing, closed in re.findall(r"\(([^()]+)(\)?)|([^()]+)\)", entity):
                if opening:
                    parts = opening.split("-")
                    chain = parts[0].split("[")[0]
                    opened[chain].append((len(words) - 1, parts[1] if len(parts) > 1 else "", parts[5] if len(parts) > 5 else ""))
                if closing or closed:
                    close((opening or closed).split("-")[0].split("[")[0])
    return found


def named(mentions: list[Mention]) -> dict[str, list[Mention]]:
    """The chains of two mentions or more of which one is a name."""
    chains: dict[str, list[Mention]] = collections.defaultdict(list)
    for mention in mentions:
        chains[mention.chain].append(mention)
    return {c: m for c, m in chains.items() if len(m) > 1 and any(x.is_name for x in m)}


def aligned(found: list[Found], gold: list[Mention]) -> list[tuple[str, str]]:
    """For each mention found, the one of the treebank that it is, or one of its own, and its chain."""
    taken: set[int] = set()
    pairs = []
    for number, mention in enumerate(sorted(found)):
        over = [
            (abs(g.start - mention.start) + abs(g.end - mention.end), i) for i, g in enumerate(gold)
            if i not in taken and any(a < mention.end and mention.start < b for a, b in g.core)]
        if over:
            taken.add(min(over)[1])
        pairs.append((f"g{min(over)[1]}" if over else f"f{number}", mention.chain))
    return pairs


def best_pairing(worth: list[list[float]]) -> float:
    """The greatest sum over pairs of a row and a column, each in one pair at most (Kuhn and Munkres)."""
    if not worth or not worth[0]:
        return 0.0
    if len(worth) > len(worth[0]):
        worth = [list(column) for column in zip(*worth)]
    rows, columns = len(worth), len(worth[0])
    u, v, row_of, way = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], at = row, 0
        least, used = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while row_of[at]:
            used[at] = True
            here, delta, following = row_of[at], float("inf"), 0
            for column in range(1, columns + 1):
                if not used[column]:
                    cost = -worth[here - 1][column - 1] - u[here] - v[column]
                    if cost < least[column]:
                        least[column], way[column] = cost, at
                    if least[column] < delta:
                        delta, following = least[column], column
            for column in range(columns + 1):
                if used[column]:
                    u[row_of[column]] += delta
                    v[column] -= delta
                else:
                    least[column] -= delta
            at = following
        while at:
            row_of[at], at = row_of[way[at]], way[at]
    return sum(worth[row_of[c] - 1][c - 1] for c in range(1, columns + 1) if row_of[c])


def counts(key: list[set[str]], answer: list[set[str]]) -> dict[str, tuple[float, float, float, float]]:
    """For each measure what is right of what is in the answer, and what is found of what is in the key."""

    def muc(one: list[set[str]], other: list[set[str]]) -> tuple[float, float]:
        at = {m: i for i, chain in enumerate(other) for m in chain}
        right = sum(len(c) - len({at.get(m, m) for m in c}) for c in one)
        return right, sum(len(c) - 1 for c in one)

    def b3(one: list[set[str]], other: list[set[str]]) -> tuple[float, float]:
        at = {m: chain for chain in other for m in chain}
        return sum(len(c & at.get(m, set())) / len(c) for c in one for m in c), sum(map(len, one))

    same = best_pairing([[2 * len(k & a) / (len(k) + len(a)) for a in answer] for k in key])
    return {"MUC": (*muc(answer, key), *muc(key, answer)), "B3": (*b3(answer, key), *b3(key, answer)),
            "CEAFe": (same, len(answer), same, len(key))}


def score(name: str, found: dict[str, list[Found]], texts: dict[str, tuple[str, list[Mention]]]) -> None:
    total: dict[str, list[float]] = collections.defaultdict(lambda: [0.0] * 4)
    for identity, (_, gold) in texts.items():
        chains = named(gold)
        # "g7" is the mention of that number: those of other chains count as mistakes.
        key = [{f"g{i}" for i, g in enumerate(gold) if g.chain == chain} for chain in sorted(chains)]
        answer: dict[str, set[str]] = collections.defaultdict(set)
        for mention, chain in aligned(found.get(identity, []), gold):
            answer[chain].add(mention)
        for measure, numbers in counts(key, [c for c in answer.values() if len(c) > 1]).items():
            total[measure] = [a + b for a, b in zip(total[measure], numbers)]
    parts, mean = [], 0.0
    for measure, (right, said, got, all_) in total.items():
        precision, recall = right / max(said, 1e-9), got / max(all_, 1e-9)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        mean += f1 / 3
        parts.append(f"{measure} P {100 * precision:.1f} R {100 * recall:.1f} F1 {100 * f1:.1f}")
    print(f"{name:24}  CoNLL {100 * mean:.1f}  {'  '.join(parts)}")


def by_program(texts: dict[str, tuple[str, list[Mention]]]) -> dict[str, list[Found]]:
    program = os.environ.get("HEARSAY", str(ROOT / ".build/release/hearsay"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.jsonl"
        path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, (t, _) in texts.items()), "utf8")
        run = subprocess.run([program, "annotate", str(path)], capture_output=True, encoding="utf8", check=True)
    found = {}
    for line in filter(None, run.stdout.split("\n")):
        document = json.loads(line)
        found[document["source"].split("#", 1)[1]] = [
            Found(m["start"], m["end"], m["entity"], m["form"] if m["form"] in ("pronoun", "role") else
                  m["entity"].split(".")[0].replace("country", "place"))
            for m in document["mentions"] if m["form"] != "adjective"]
    return found


PRONOUNS = {"he": "person", "him": "person", "his": "person", "she": "person", "her": "person", "it": "organization",
            "its": "organization", "they": "organization", "their": "organization", "them": "organization"}


def by_rule(text: str, names: list[Found]) -> list[Found]:
    """Names tied by their words alone, pronouns to the nearest name before that fits."""
    spots = [n for n in names if n.kind in NAMED]
    covered = {at for n in spots for at in range(n.start, n.end)}
    spots += [Found(m.start(), m.end(), "", "pronoun") for m in re.finditer(r"\w+", text)
              if m.group().lower() in PRONOUNS and m.start() not in covered]
    last: dict[str, str] = {}
    people: dict[str, str] = {}
    tied = []
    for spot in sorted(spots):
        words = re.sub(r"^the ", "", text[spot.start : spot.end].lower()).replace("'s", "").split()
        if spot.kind == "pronoun":
            chain = last.get(PRONOUNS[words[0]])
            if not chain:
                continue
        else:
            chain = f"{spot.kind} {' '.join(words)}"
            if spot.kind == "person" and words:
                chain = people.setdefault(words[-1], chain)
            last["person" if spot.kind == "person" else "organization"] = chain
        tied.append(spot._replace(chain=chain))
    return tied


SPACY = """
import json, sys, spacy
kinds = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
reader = spacy.load(sys.argv[1])
for line in sys.stdin:
    row = json.loads(line)
    found = [(e.start_char, e.end_char, "", kinds[e.label_]) for e in reader(row["text"]).ents if e.label_ in kinds]
    print(json.dumps({"id": row["id"], "found": found}))
"""


def by_spacy(python: str, texts: dict[str, tuple[str, list[Mention]]]) -> dict[str, list[Found]]:
    lines = "".join(json.dumps({"id": i, "text": t}) + "\n" for i, (t, _) in texts.items())
    model = os.environ.get("SPACY_MODEL", "en_core_web_sm")
    run = subprocess.run([python, "-c", SPACY, model], input=lines, capture_output=True, encoding="utf8", check=True)
    rows = [json.loads(line) for line in run.stdout.split("\n") if line]
    return {row["id"]: by_rule(texts[row["id"]][0], [Found(*f) for f in row["found"]]) for row in rows}


def main() -> None:
    if not NEWS.exists():
        print(f"coreference: skipped: {NEWS} is not here")
        return
    texts = documents()
    chains = [c for _, gold in texts.values() for c in named(gold).values()]
    print(f"({len(chains)} chains of {sum(map(len, chains))} mentions in {len(texts)} articles)")
    found = by_program(texts)
    score("Hearsay", found, texts)
    score("its names, tied by rule", {i: by_rule(texts[i][0], f) for i, f in found.items()}, texts)
    if "--spacy" in sys.argv:
        score("spaCy's, tied by rule", by_spacy(sys.argv[sys.argv.index("--spacy") + 1], texts), texts)


main()
