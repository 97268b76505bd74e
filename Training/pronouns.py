"""Trains the weights by which pronouns find what they stand for: Sources/CHearsayTables/tables/pronouns.tsv.

pronouns.py read             has the program read all texts and keeps what pronouns were weighed by in Training/.pronouns
pronouns.py train            learns from what was kept and writes the table
pronouns.py check            the share of pronouns right with the table as it is

The program (HEARSAY, else .build/release/hearsay) prints what each pronoun was weighed by, so that the features are
written once, in Swift. Two teachers:
- the coreference layer of GUM's open genres (train and dev parts): a mention is right if the treebank has it and the pronoun in
  one chain;
- names, in raw news: a surname that stands where a pronoun could is taken for one.
The weights are those of a log-linear ranking of mentions: the likelihood of the right ones together is made as great as it
can be, less a Gaussian prior around the weights that were set by hand (pronouns-prior.tsv).
"""

import collections
import gzip
import json
import math
import os
import pickle
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy
import scipy.optimize
import scipy.sparse

ROOT = Path(__file__).resolve().parent.parent
TREES = ROOT.parent / "shared/corpora/trees"
VOA = ROOT.parent / "shared/corpora/raw/voa_sentences.txt.gz"
TABLE = ROOT / "Sources/CHearsayTables/tables/pronouns.tsv"
PRIOR_TABLE = ROOT / "Training/pronouns-prior.tsv"
KEPT = ROOT / "Training/.pronouns"

# The precision of the prior, the fewest times that a feature must occur, and what a sample of each teacher counts:
# docs/decisions/0301-pronouns.md says how they were chosen.
PRIOR, FEWEST = {"person": 5.0, "thing": 30.0}, 6
WEIGHT = {"none": 1.0, "name": 0.05}
# What a teacher by names says nothing of.
SILENT = ("gender", "form=", "0 form", "1 form", "2 form", "last pronoun", "ahead")
# The weights of "they" stay as set by hand: six of 151 in the development and test parts have a name to find.
FAMILIES = ("person", "thing", "group")
HEAD = """# What speaks for a mention being what a pronoun of the third person stands for; the mentions of the likeliest entity win.
#
# family    person (he, she), thing (it), group (they)
# feature   what Sources/HearsayIdentity/Pronouns/PronounContext.swift says of a mention, or of none ("none …")
#           "regard" is a number, what the reader's attention says of a mention, and goes with its weight times that
# weight    of a log-linear ranking
#
# Sources: learned by Training/pronouns.py from the coreference layer of GUM (gum_open_train and
# gum_open_dev: annotations CC BY 4.0, texts CC
# BY and CC BY-SA) and from Voice of America (public domain), starting at weights set by hand after Lappin and Leass (1994).
family	feature	weight
"""


class Choice(NamedTuple):
    """A mention that a pronoun may stand for; the entity is -1 for none of them."""

    entity: int
    features: tuple[str, ...]
    is_right: bool
    regard: float = 0.0
    """What the reader's attention says of it; goes with the weight "regard"."""


class Sample(NamedTuple):
    family: str
    teacher: str
    key: tuple[str, str]
    choices: list[Choice]


def documents(name: str):
    """Each document's text, and its chains: (start, end) in UTF-8 bytes of each mention, with the chain's number."""
    text, spans, open_, chain_of = "", [], collections.defaultdict(list), None
    identity, paragraph, words = None, False, []
    with gzip.open(TREES / f"{name}.conllu.gz", "rt", encoding="utf8") as file:
        lines = file.read().split("\n")
    for line in lines + ["# newdoc id = end"]:
        if line.startswith("# newdoc id = "):
            if identity:
                yield identity, text, spans
            identity, text, spans, open_ = line.removeprefix("# newdoc id = "), "", [], collections.defaultdict(list)
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# text = "):
            if text:
                text += "\n\n" if paragraph else " "
            paragraph, base, sentence, at = False, len(text.encode()), line.removeprefix("# text = "), 0
            text += sentence
            multiword = None
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            if "." in cells[0]:
                continue
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                start = sentence.find(cells[1], at)
                multiword, at = (last, start, start + len(cells[1])), start + len(cells[1])
                continue
            number = int(cells[0])
            if multiword and number <= multiword[0]:
                # Words of a contraction share its letters: good enough to tell mentions by.
                start = sentence.find(cells[1], multiword[1])
                start = start if 0 <= start < multiword[2] else multiword[1]
                end = min(multiword[2], start + len(cells[1]))
            else:
                start = sentence.find(cells[1], at)
                end = at = start + len(cells[1])
            first = base + len(sentence[:start].encode())
            last = base + len(sentence[:end].encode())
            entity = next((f[7:] for f in cells[9].split("|") if f.startswith("Entity=")), "")
            for opened, closing, closed in re.findall(r"\(([^()]+)(\)?)|([^()]+)\)", entity):
                if opened:
                    # A mention in pieces is "12[1/2]": its pieces count as mentions.
                    parts = opened.split("-")
                    chain = parts[0].split("[")[0]
                    if closing:
                        spans.append((first, last, chain))
                    else:
                        open_[chain].append(first)
                elif closed:
                    chain = closed.split("-")[0].split("[")[0]
                    if open_[chain]:
                        spans.append((open_[chain].pop(), last, chain))



def place(cell: str) -> tuple[int, ...]:
    return tuple(map(int, cell.split("-")))


def ran(texts: dict[str, str]) -> list[tuple[tuple[str, ...], list[list[str]]]]:
    """What the program weighed in some texts: source, pronoun, family and teacher, and the rows of the choices."""
    program = os.environ.get("HEARSAY", str(ROOT / ".build/release/hearsay"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in texts.items()), "utf8")
        run = subprocess.run([program, "pronouns", str(path)], capture_output=True, encoding="utf8", check=True)
    grouped: dict[tuple[str, ...], list[list[str]]] = {}
    for line in run.stdout.split("\n"):
        if line:
            source, *cells = line.split("\t")
            grouped.setdefault((source.split("#", 1)[1], *cells[:3]), []).append(cells[3:])
    return list(grouped.items())


def gold(name: str) -> list[Sample]:
    """Pronouns of a treebank; the first choice of each is none."""
    texts = {identity: (text, spans) for identity, text, spans in documents(name)}
    found = []
    for (identity, pronoun, family, teacher), rows in ran({i: t for i, (t, _) in texts.items()}):
        spans = texts[identity][1]
        chain = next((c for s, e, c in spans if (s, e) == place(pronoun)), None)
        if teacher != "none" or (chain is None and family == "person"):
            continue
        choices = []
        for mention, entity, _, features in rows:
            is_right = False
            if mention != "-" and chain is not None:
                s, e = place(mention)
                # The least mention of the treebank that holds the program's name, else the greatest within it.
                around = sorted((b - a, c) for a, b, c in spans if a <= s and e <= b)
                within = sorted(((b - a, c) for a, b, c in spans if s <= a and b <= e), reverse=True)
                over = around or within
                is_right = any(c == chain for length, c in over if length == over[0][0])
            words, regard = parted(features)
            choices.append(Choice(-1 if entity == "-" else int(entity), words, is_right, regard))
        if not any(c.is_right for c in choices):
            choices[0] = choices[0]._replace(is_right=True)
        found.append(Sample(family, teacher, (identity, pronoun), choices))
    return found


def silver() -> list[Sample]:
    """What names teach in raw news, eight sentences at a time; borders of articles are not marked there."""
    lines = gzip.open(VOA, "rt", encoding="utf8").read().split("\n")
    texts = {f"voa-{at + 1}": " ".join(lines[at : at + 8]) for at in range(0, len(lines), 8)}
    found = []
    for (identity, pronoun, family, teacher), rows in ran(texts):
        if teacher == "none":
            continue
        choices = [
            Choice(int(entity), tuple(f for f in features.split(";") if not f.startswith(SILENT)), answer == "1")
            for _, entity, answer, features in rows if answer != "?" and "far=3" not in features and "far=4" not in features]
        if any(c.is_right for c in choices) and not all(c.is_right for c in choices):
            found.append(Sample(family, teacher, (identity, pronoun), choices))
    return found


def parted(features: str) -> tuple[tuple[str, ...], float]:
    """The features that are words, and the number that the attention gives."""
    words = [f for f in features.split(";") if not f.startswith("regard:")]
    numbers = [float(f.removeprefix("regard:")) for f in features.split(";") if f.startswith("regard:")]
    return tuple(words), sum(numbers)


def weighed(choice: Choice, weights: dict[str, float]) -> float:
    return sum(weights.get(f, 0.0) for f in set(choice.features)) + weights.get("regard", 0.0) * choice.regard


def kept(name: str) -> list[Sample]:
    return pickle.loads((KEPT / f"{name}.pickle").read_bytes())


def table(path: Path) -> dict[str, dict[str, float]]:
    weights: dict[str, dict[str, float]] = {family: {} for family in FAMILIES}
    for line in path.read_text("utf8").split("\n"):
        if line and not line.startswith(("#", "family")):
            family, feature, weight = line.split("\t")
            weights[family][feature] = float(weight)
    return weights


def fit(samples: list[Sample], prior: dict[str, float], precision: float, weight=WEIGHT) -> dict[str, float]:
    """The weights of one family."""
    counts = collections.Counter(f for s in samples for c in s.choices for f in set(c.features))
    names = sorted({f for f, n in counts.items() if n >= FEWEST} | set(prior))
    index = {f: i for i, f in enumerate(names)}
    rows, columns, groups, right, regards = [], [], [], [], []
    for group, sample in enumerate(samples):
        for choice in sample.choices:
            for f in set(choice.features):
                if f in index:
                    rows.append(len(groups))
                    columns.append(index[f])
            groups.append(group)
            right.append(choice.is_right)
            regards.append(choice.regard)
    matrix = scipy.sparse.csr_matrix((numpy.ones(len(rows)), (rows, columns)), (len(groups), len(names)))
    groups, right = numpy.array(groups), numpy.array(right)
    # The weight of the attention was chosen, not learned (docs/decisions/0301-pronouns.md): the others come beside it.
    given = prior.get("regard", 0.0) * numpy.array(regards)
    counted = numpy.array([weight[s.teacher] for s in samples])
    mean = numpy.array([prior.get(f, 0.0) for f in names])

    def loss(w):
        scores = matrix @ w + given
        top = numpy.full(len(samples), -numpy.inf)
        numpy.maximum.at(top, groups, scores)
        e = numpy.exp(scores - top[groups])
        total = numpy.bincount(groups, e, len(samples))
        good = numpy.maximum(numpy.bincount(groups, e * right, len(samples)), 1e-300)
        gradient = matrix.T @ (counted[groups] * (e / total[groups] - e * right / good[groups]))
        away = w - mean
        return (counted * numpy.log(total / good)).sum() + precision / 2 * away @ away, gradient + precision * away

    w = scipy.optimize.minimize(loss, mean, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {f: round(float(x), 2) for f, x in zip(names, w) if abs(x) >= 0.05}


def right_of(samples: list[Sample], weights: dict[str, float]) -> tuple[int, int]:
    """How many pronouns' likeliest entity is right."""
    good = 0
    for sample in samples:
        scores = [weighed(choice, weights) for choice in sample.choices]
        top = max(scores)
        sums: dict[int, float] = collections.defaultdict(float)
        for score, choice in zip(scores, sample.choices):
            sums[choice.entity] += math.exp(score - top)
        best = max(sums, key=lambda entity: sums[entity])
        good += any(c.is_right for c in sample.choices if c.entity == best)
    return good, len(samples)


def main() -> None:
    if sys.argv[1:] == ["read"]:
        KEPT.mkdir(exist_ok=True)
        for name in ("gum_open_train", "gum_open_dev", "gum_open_test"):
            (KEPT / f"{name}.pickle").write_bytes(pickle.dumps(gold(name)))
        (KEPT / "silver.pickle").write_bytes(pickle.dumps(silver()))
        return
    weights = table(TABLE)
    if sys.argv[1:] == ["train"]:
        weights = table(PRIOR_TABLE)
        samples = kept("gum_open_train") + kept("gum_open_dev") + kept("silver")
        for family, precision in PRIOR.items():
            chosen = [s for s in samples if s.family == family and WEIGHT[s.teacher]]
            weights[family] = fit(chosen, weights[family], precision)
        lines = [f"{family}\t{f}\t{x:g}\n" for family in weights for f, x in sorted(weights[family].items())]
        TABLE.write_text(HEAD + "".join(lines), "utf8")
    for name in ("gum_open_test",) if sys.argv[1:] == ["train"] else ("gum_open_dev", "gum_open_test"):
        for family in FAMILIES:
            samples = [s for s in kept(name) if s.family == family]
            good, all_ = right_of(samples, weights[family])
            named = sum(not s.choices[0].is_right for s in samples)
            print(f"{name} {family}: {100 * good / max(1, all_):.1f} % of {all_}, {named} of them with a mention to find")


if __name__ == "__main__":
    main()
