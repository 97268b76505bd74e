"""Reads the corpora into sentences that carry whatever layers their corpus has."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .labels import UPOS, name_tags, relation_index


@dataclass
class Soft:
    """What the teachers believe of a sentence: probabilities in half precision, words first."""

    names: np.ndarray
    upos: np.ndarray
    arcs: np.ndarray
    """Words × (1 + words); column 0 is the root."""
    heads: list[int]
    """The heads of their tree, as in `Sentence.heads`: `relations` are those of these arcs."""
    relations: np.ndarray


@dataclass
class Sentence:
    """One sentence with its labels; a layer its corpus does not have is None."""

    words: list[str]
    source: str
    """One of `labels.SOURCES`: the corpus whose conventions the names follow."""
    paragraph: str
    """Sentences that stand next to each other with the same paragraph are read together."""
    names: list[int] | None = None
    upos: list[int] | None = None
    heads: list[int] | None = None
    """The head of each word, counted from 1; 0 is the root."""
    relations: list[int] | None = None
    soft: Soft | None = None


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from file


def read_names(path: Path, source: str) -> list[Sentence]:
    """The sentences of a `names/*.jsonl.gz` file. A paragraph is what shares an id up to `#`."""
    sentences = []
    for line in _lines(path):
        row = json.loads(line)
        words = row["tokens"]
        sentences.append(
            Sentence(words, source, row["id"].split("#")[0], names=name_tags(len(words), row["entities"]))
        )
    return sentences


def read_trees(path: Path, source: str) -> list[Sentence]:
    """The sentences of a CoNLL-U file; multiword and empty tokens are left out."""
    sentences: list[Sentence] = []
    paragraph = 0
    rows: list[list[str]] = []
    for line in _lines(path):
        if line.startswith(("# newdoc", "# newpar ", "# newpar\n")):
            paragraph += 1
        elif line[:1].isdigit():
            columns = line.rstrip("\n").split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line.strip() and rows:
            sentences.append(
                Sentence(
                    [row[1] for row in rows],
                    source,
                    f"{path.name}:{paragraph}",
                    upos=[UPOS.index(row[3]) for row in rows],
                    heads=[int(row[6]) for row in rows],
                    relations=[relation_index(row[7]) for row in rows],
                )
            )
            rows = []
    return sentences


def with_names(trees: list[Sentence], names: list[Sentence]) -> list[Sentence]:
    """The tree sentences, each with the names that its twin of the same words carries."""
    twins: dict[tuple[str, ...], list[Sentence]] = {}
    for sentence in names:
        twins.setdefault(tuple(sentence.words), []).append(sentence)
    for tree in trees:
        found = twins.get(tuple(tree.words))
        if found:
            tree.names = (found.pop(0) if len(found) > 1 else found[0]).names
    return trees


def read_raw(path: Path, source: str) -> list[Sentence]:
    """Tokenised sentences, one a line, with words split at hyphens as Universal Dependencies does.

    Every other sentence keeps its hyphens: test sets do it either way.
    """
    sentences = []
    for number, line in enumerate(_lines(path)):
        words = line.split()
        if number % 2 == 0:
            words = [part for word in words for part in _at_hyphens(word)]
        if words:
            sentences.append(Sentence(words, source, source))
    return sentences


def _at_hyphens(word: str) -> list[str]:
    parts = word.split("-")
    if len(parts) < 2 or not all(part and any(map(str.isalpha, part)) for part in parts):
        return [word]
    return [piece for part in parts for piece in ("-", part)][1:]


@dataclass
class Corpora:
    """Everything that training and tuning may read, by role. Test rows are not in here."""

    gold: list[Sentence]
    silver: list[Sentence]
    """Voice of America news with mended machine labels of names; a part is drawn each epoch."""
    development: dict[str, list[Sentence]]


def read_training(root: Path) -> Corpora:
    """The rows whose use is training, and the development sets.

    Sentences of the development treebanks never train anything, in any layer. The last 1,000
    silver sentences are held out to watch news; they are machine-made, so only their movement counts.
    """
    names, trees = root / "names", root / "trees"
    gum_names = [
        sentence
        for part in ("gum_open_other", "gum_interview_speech_court")
        for sentence in read_names(names / f"{part}.jsonl.gz", "gum")
    ]
    gold = with_names(
        read_trees(trees / "ud_ewt_train.conllu.gz", "ewt"), read_names(names / "uner_ewt_train.jsonl.gz", "ewt")
    )
    gold += with_names(read_trees(trees / "gum_open_train.conllu.gz", "gum"), gum_names)
    gold += read_names(names / "wikigold.jsonl.gz", "wikigold")
    for part in ("train", "dev", "test"):
        gold += read_names(names / f"crossner_politics_{part}.jsonl.gz", "crossner")
    for part in ("train", "dev"):
        gold += read_names(names / f"wnut17_{part}.jsonl.gz", "wnut")
    silver = read_names(names / "gmb_clean.jsonl.gz", "gmb")
    for sentence in silver:
        sentence.paragraph = "gmb"
    development = {
        "ewt": with_names(
            read_trees(trees / "ud_ewt_dev.conllu.gz", "ewt"), read_names(names / "uner_ewt_dev.jsonl.gz", "ewt")
        ),
        "gum": with_names(read_trees(trees / "gum_open_dev.conllu.gz", "gum"), gum_names),
        "gmb": silver[-1000:],
    }
    return Corpora(gold, silver[:-1000], development)


def read_test(root: Path) -> dict[str, list[Sentence]]:
    """The sets that only measure."""
    names, trees = root / "names", root / "trees"
    return {
        "ewt": with_names(
            read_trees(trees / "ud_ewt_test.conllu.gz", "ewt"), read_names(names / "uner_ewt_test.jsonl.gz", "ewt")
        ),
        "gum news": with_names(
            read_trees(trees / "gum_news.conllu.gz", "gum"), read_names(names / "gum_news.jsonl.gz", "gum")
        ),
    }
