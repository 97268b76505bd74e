"""Names read with the whole text in view, as HearsayLanguage's `NameAgreement` and `hearsay tag` do, measured on development data.

`python -m hearsay_reader.agreement --help` prints a table: each sentence read alone, with its paragraph, in windows whatever the
paragraph, and the mean of the first and the last; without agreement and with each share of it.
"""

import argparse
import random
from pathlib import Path

import numpy as np
import torch

from .batches import batch, batches, read, segments
from .corpora import Sentence, read_training
from .decode import name_tags
from .evaluate import Prediction, score
from .features import WordPieces
from .labels import NAME_TAGS, SOURCES
from .model import Reader, pretrained

Scores = list[np.ndarray | None]

KINDS = [["O", "PER", "ORG", "LOC"].index(tag.split("-")[-1]) for tag in NAME_TAGS]


def name_scores(reader: Reader, sentences: list[Sentence], vocabulary: WordPieces, source: str, single: float, joined: float) -> Scores:
    """The scores of each sentence's name tags, words × tags; None of one that is longer than the encoder's window."""
    readings = [read(sentence, vocabulary) for sentence in sentences]
    found: dict[int, np.ndarray] = {}
    for plan in batches(segments(readings, single, random.Random(1), joined), vocabulary, 4096, None, None):
        rows = [group for group, _ in plan]
        prepared = batch(rows, vocabulary, [None] * len(rows))
        sources = torch.full_like(prepared.sources, SOURCES.index(source))
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            words = reader.words_of(prepared.pieces, prepared.casing, prepared.lengths, prepared.firsts)
            scores = reader.name_scores(words, sources).float().numpy()
        for row, group in enumerate(rows):
            start = 0
            for reading in group:
                end = start + len(reading.pieces)
                found[id(reading)] = scores[row, start:end]
                start = end
    return [found.get(id(reading)) for reading in readings]


def agreed(sentences: list[Sentence], scores: Scores, reach: int, share: float) -> Scores:
    """Moves each word with a capital towards the mean of what the same word has within `reach` sentences."""
    places: dict[str, list[tuple[int, int]]] = {}
    for index, sentence in enumerate(sentences):
        for word, form in enumerate(sentence.words):
            if scores[index] is not None and len(form) > 1 and any(map(str.isupper, form)):
                places.setdefault(form, []).append((index, word))

    def kinds(index: int, word: int) -> np.ndarray:
        row = scores[index][word]
        return np.array([max(row[tag] for tag, other in enumerate(KINDS) if other == kind) for kind in range(4)])

    moved = [None if one is None else one.copy() for one in scores]
    for same in places.values():
        each = [kinds(*place) for place in same]
        for (index, word), own in zip(same, each):
            near = [other for place, other in zip(same, each) if abs(place[0] - index) <= reach]
            if len(near) > 1:
                moved[index][word] += share * (np.mean(near, 0) - own)[KINDS]
    return moved


def f1(sentences: list[Sentence], scores: Scores) -> float:
    """F1 of the names that the scores give."""
    predictions = [Prediction([] if one is None else name_tags(one), [], [], [], []) for one in scores]
    bare = [Sentence(s.words, s.source, s.paragraph, names=s.names) for s in sentences]
    return score(bare, predictions).names["all"].f1


def mean(left: Scores, right: Scores) -> Scores:
    return [None if a is None or b is None else (a + b) / 2 for a, b in zip(left, right)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--reach", type=int, default=30)
    parser.add_argument("--source", choices=SOURCES, default="ewt", help="conventions for names")
    options = parser.parse_args()
    torch.set_num_threads(1)
    vocabulary = WordPieces.read(options.pretrained / "vocab.txt")
    reader = pretrained(options.pretrained / "model.safetensors")
    reader.load_state_dict(torch.load(options.checkpoint))
    reader.eval()
    shares = (0.0, 0.4, 0.6, 0.8, 1.0)
    print("| set | read | " + " | ".join(f"agreed by {share}" for share in shares) + " |\n|" + "---|" * (len(shares) + 2))
    for name, sentences in read_training(options.corpora).development.items():
        sentences = [sentence for sentence in sentences if sentence.names is not None]

        def scores(single: float, joined: float) -> Scores:
            return name_scores(reader, sentences, vocabulary, options.source, single, joined)

        alone, paragraphs, windows = scores(1, 0), scores(0, 0), scores(0, 1)
        for title, found in (
            ("alone", alone), ("paragraphs", paragraphs), ("windows", windows), ("alone and windows", mean(alone, windows)),
        ):
            figures = [f1(sentences, agreed(sentences, found, options.reach, share)) for share in shares]
            print(f"| {name} | {title} | " + " | ".join(f"{figure:.1f}" for figure in figures) + " |", flush=True)


if __name__ == "__main__":
    main()
