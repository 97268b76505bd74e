"""Trains the weights by which pronouns find what they stand for: Sources/CHearsayTables/tables/pronouns.tsv.

pronouns.py train    learns from GUM's open genres (train part) and writes the table
pronouns.py check    the share of pronouns right with the table as it is, on the dev and test parts

The program (HEARSAY, else .build/release/hearsay) reads GUM's texts and prints what each pronoun was weighed by, so that the
features are written once, in Swift. A mention is right if the treebank has it and the pronoun in one chain. The weights
are those of a log-linear ranking of mentions, against "none of them": the likelihood of the right ones together is made as great as
it can be, less a Gaussian prior.
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

import numpy
import scipy.optimize
import scipy.sparse

ROOT = Path(__file__).resolve().parent.parent
TREES = ROOT.parent / "shared/corpora/trees"
TABLE = ROOT / "Sources/CHearsayTables/tables/pronouns.tsv"
# The precision of the prior, and the fewest times that a feature must occur: see docs/decisions/0301-pronouns.md.
PRIOR, FEWEST = 1.0, 4
HEAD = """# What speaks for a mention being what a pronoun of the third person stands for; the mentions of the likeliest entity win.
#
# family    person (he, she), thing (it), group (they)
# feature   what Sources/HearsayIdentity/Pronouns/PronounContext.swift says of a mention, or of none ("none …")
# weight    of a log-linear ranking
#
# Sources: trained by Training/pronouns.py on the coreference layer of GUM (gum_open_train: annotations CC BY 4.0, texts CC BY and CC BY-SA).
family	feature	weight
"""


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


def samples(name: str):
    """For each pronoun: its family, and each choice with its features and whether it is right; the first is none."""
    texts = {identity: (text, spans) for identity, text, spans in documents(name)}
    program = os.environ.get("HEARSAY", str(ROOT / ".build/release/hearsay"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gum.jsonl"
        path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, (t, _) in texts.items()), "utf8")
        run = subprocess.run([program, "pronouns", str(path)], capture_output=True, encoding="utf8", check=True)
    grouped = collections.OrderedDict()
    for line in run.stdout.split("\n"):
        if line:
            source, pronoun, family, mention, features = line.split("\t")
            key = (source.split("#", 1)[1], pronoun, family)
            grouped.setdefault(key, []).append((mention, features.split(";")))

    def place(cell):
        return tuple(map(int, cell.split("-")))

    for (identity, pronoun, family), choices in grouped.items():
        spans = texts[identity][1]
        start, end = place(pronoun)
        chain = next((c for s, e, c in spans if (s, e) == (start, end)), None)
        if chain is None and family == "person":
            continue
        rows = []
        for mention, features in choices:
            is_right = False
            if mention != "-" and chain is not None:
                s, e = place(mention)
                # The least mention of the treebank that holds the program's name, else the greatest within it.
                around = sorted((b - a, c) for a, b, c in spans if a <= s and e <= b)
                within = sorted(((b - a, c) for a, b, c in spans if s <= a and b <= e), reverse=True)
                over = around or within
                is_right = any(c == chain for length, c in over if length == over[0][0])
            rows.append((features, is_right))
        if not any(r for _, r in rows):
            rows[0] = (rows[0][0], True)
        yield family, rows


def read_table():
    weights = collections.defaultdict(dict)
    for line in TABLE.read_text("utf8").split("\n"):
        if line and not line.startswith("#") and not line.startswith("family"):
            family, feature, weight = line.split("\t")
            weights[family][feature] = float(weight)
    return weights


def fit(data):
    """The weights of one family's samples."""
    counts = collections.Counter(f for rows in data for features, _ in rows for f in features)
    names = sorted(f for f, n in counts.items() if n >= FEWEST)
    index = {f: i for i, f in enumerate(names)}
    row_of, columns, groups, right = [], [], [], []
    for group, rows in enumerate(data):
        for features, is_right in rows:
            here = len(groups)
            groups.append(group)
            right.append(is_right)
            for f in set(features):
                if f in index:
                    row_of.append(here)
                    columns.append(index[f])
    matrix = scipy.sparse.csr_matrix((numpy.ones(len(row_of)), (row_of, columns)), (len(groups), len(names)))
    groups, right = numpy.array(groups), numpy.array(right)
    size = groups.max() + 1

    def loss(w):
        scores = matrix @ w
        top = numpy.full(size, -numpy.inf)
        numpy.maximum.at(top, groups, scores)
        e = numpy.exp(scores - top[groups])
        total = numpy.bincount(groups, e, size)
        good = numpy.bincount(groups, e * right, size)
        gradient = matrix.T @ (e / total[groups] - e * right / good[groups])
        return numpy.log(total / good).sum() + PRIOR / 2 * w @ w, gradient + PRIOR * w

    w = scipy.optimize.minimize(loss, numpy.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {f: round(float(x), 2) for f, x in zip(names, w) if abs(x) >= 0.02}


def accuracy(data, weights) -> tuple[int, int]:
    """How many pronouns' likeliest mention is right; the choices are mentions here, not entities."""
    good = 0
    for rows in data:
        scores = [sum(weights.get(f, 0) for f in set(features)) for features, _ in rows]
        good += rows[scores.index(max(scores))][1]
    return good, len(data)


def main() -> None:
    sets = ["gum_open_train", "gum_open_dev"] if sys.argv[1:] == ["train"] else ["gum_open_dev", "gum_open_test"]
    data = {name: collections.defaultdict(list) for name in sets}
    for name in sets:
        for family, rows in samples(name):
            data[name][family].append(rows)
    weights = read_table()
    if sys.argv[1:] == ["train"]:
        weights = {family: fit(data["gum_open_train"][family]) for family in ("person", "thing", "group")}
        lines = [f"{family}\t{f}\t{x:g}\n" for family in weights for f, x in sorted(weights[family].items())]
        TABLE.write_text(HEAD + "".join(lines), "utf8")
    for name in sets:
        for family in weights:
            good, all_ = accuracy(data[name][family], weights[family])
            named = sum(not rows[0][1] for rows in data[name][family])
            print(f"{name} {family}: {100 * good / max(1, all_):.1f} % of {all_}, {named} of them with a mention to find")


main()
