"""Measures a reader: names, parts of speech, trees, sentence ends."""

import argparse
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import torch

from .batches import Reading, batch, batches, read, segments
from .corpora import Sentence, read_test, read_training
from .decode import name_tags, spans, tree
from .features import WordPieces
from .labels import RELATIONS, SOURCES, universal
from .losses import masked_arcs
from .model import Reader, pretrained

ROOT = RELATIONS.index("root")
UNIVERSAL = [universal(relation) for relation in RELATIONS]


@dataclass
class Prediction:
    """What a reader says of one sentence; `ends` are the words after which it ends one."""

    names: list[int]
    upos: list[int]
    heads: list[int]
    relations: list[int]
    ends: list[bool]


@dataclass
class Tally:
    """Right, guessed and wanted, whence precision, recall and F1 in percent."""

    right: int = 0
    guessed: int = 0
    wanted: int = 0

    def add(self, guessed: set, wanted: set) -> None:
        """Counts one sentence."""
        self.right += len(guessed & wanted)
        self.guessed += len(guessed)
        self.wanted += len(wanted)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 200 * self.right / max(1, self.guessed + self.wanted)


@dataclass
class Figures:
    """The figures of one set."""

    names: dict[str, Tally] = field(default_factory=dict)
    upos: float = float("nan")
    unlabelled: float = float("nan")
    labelled: float = float("nan")
    ends: Tally = field(default_factory=Tally)


def predict(
    reader: Reader,
    sentences: list[Sentence],
    vocabulary: WordPieces,
    source: str | None,
    single: bool = True,
    style: str | None = None,
    trees: bool = True,
    dtype: torch.dtype = torch.bfloat16,
    joined: bool = False,
) -> list[Prediction]:
    """Reads sentences, alone, with their paragraph around them (gold boundaries) or, `joined`, with whatever stands
    beside them, in their order.

    `source` fixes the conventions of the names; None takes each sentence's own corpus.
    """
    import random

    readings = [read(sentence, vocabulary) for sentence in sentences]
    groups = [[r] for r in readings] if single else segments(readings, 0.0, random.Random(1), float(joined))
    found: dict[int, Prediction] = {}
    for plan in batches(groups, vocabulary, 4096, None, None):
        rows = [group for group, _ in plan]
        prepared = batch(rows, vocabulary, [style] * len(rows))
        sources = prepared.sources if source is None else torch.full_like(prepared.sources, SOURCES.index(source))
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=dtype == torch.bfloat16):
            output = reader(prepared.pieces, prepared.casing, prepared.lengths, prepared.firsts, sources)
            upos = output.upos.argmax(-1)
            arcs = masked_arcs(output.arcs, prepared.sentences).numpy() if trees else None
            for row, group in enumerate(rows):
                start = 0
                for reading in group:
                    end = start + len(reading.pieces)
                    heads: list[int] = [0] * (end - start)
                    relations = heads
                    if trees:
                        square = arcs[row, start:end][:, [0, *range(start + 1, end + 1)]]
                        heads = tree(square)
                        columns = torch.tensor([head + start if head else 0 for head in heads])
                        scores = reader.relation_scores(
                            output.relation_dependents[row, start:end], output.relation_heads[row, columns]
                        ).float()
                        scores[:, ROOT] = -1e9
                        relations = [
                            ROOT if head == 0 else int(best) for head, best in zip(heads, scores.argmax(-1))
                        ]
                    found[id(reading)] = Prediction(
                        names=name_tags(output.names[row, start:end].float().numpy()),
                        upos=upos[row, start:end].tolist(),
                        heads=heads,
                        relations=relations,
                        ends=(output.ends[row, start:end] > 0).tolist(),
                    )
                    start = end
    empty = Prediction([], [], [], [], [])
    return [found.get(id(reading), empty) for reading in readings]


def compared_spans(tags: list[int], words: list[str]) -> set:
    """The names of a sentence; a leading "the" does not count."""
    found = set()
    for start, end, kind in spans(tags):
        if end - start > 1 and words[start].lower() == "the":
            start += 1
        found.add((start, end, kind))
    return found


def score(sentences: list[Sentence], predictions: list[Prediction]) -> Figures:
    """Compares predictions with the labels that the sentences carry."""
    figures = Figures(names={kind: Tally() for kind in ("all", "PER", "ORG", "LOC")})
    counts: Counter[str] = Counter()
    for sentence, prediction in zip(sentences, predictions):
        if not prediction.names:
            continue
        if sentence.names is not None:
            wanted = compared_spans([max(tag, 0) for tag in sentence.names], sentence.words)
            guessed = compared_spans(prediction.names, sentence.words)
            for kind, tally in figures.names.items():
                tally.add(
                    {span for span in guessed if kind in ("all", span[2])},
                    {span for span in wanted if kind in ("all", span[2])},
                )
        if sentence.heads is not None:
            counts["words"] += len(sentence.words)
            counts["upos"] += sum(a == b for a, b in zip(prediction.upos, sentence.upos))
            for guess, head, label, relation in zip(
                prediction.heads, sentence.heads, prediction.relations, sentence.relations
            ):
                counts["unlabelled"] += guess == head
                counts["labelled"] += guess == head and UNIVERSAL[label] == UNIVERSAL[relation]
    words = counts["words"]
    if words:
        figures.upos, figures.unlabelled, figures.labelled = (
            100 * counts[key] / words for key in ("upos", "unlabelled", "labelled")
        )
    return figures


def score_ends(reader: Reader, sentences: list[Sentence], vocabulary: WordPieces) -> Tally:
    """F1 of whole sentences in paragraphs of gold words, cut by the reader as HearsayLanguage does."""
    from .segmentation import sentence_lengths

    tally = Tally()
    paragraphs: list[list[Sentence]] = []
    for sentence in sentences:
        if paragraphs and paragraphs[-1][0].paragraph == sentence.paragraph:
            paragraphs[-1].append(sentence)
        else:
            paragraphs.append([sentence])
    guessed_lengths = sentence_lengths(reader, [[w for s in p for w in s.words] for p in paragraphs], vocabulary)
    for paragraph, guessed in zip(paragraphs, guessed_lengths):
        tally.add(_ranges(guessed), _ranges([len(sentence.words) for sentence in paragraph]))
    return tally


def _ranges(lengths: list[int]) -> set[tuple[int, int]]:
    found, start = set(), 0
    for length in lengths:
        found.add((start, start + length))
        start += length
    return found


def evaluate(
    reader: Reader,
    sets: dict[str, list[Sentence]],
    vocabulary: WordPieces,
    trees: bool = True,
    source: str | None = None,
    single: bool = True,
    style: str | None = None,
    dtype: torch.dtype = torch.bfloat16,
    joined: bool = False,
) -> dict[str, Figures]:
    """The figures of each set."""
    reader.eval()
    result = {}
    for name, sentences in sets.items():
        treed = trees and sentences[0].heads is not None
        predictions = predict(reader, sentences, vocabulary, source, single, style, treed, dtype, joined)
        result[name] = score(sentences, predictions)
        if sentences[0].heads is not None and style is None:
            result[name].ends = score_ends(reader, sentences, vocabulary)
    return result


def summary(figures: dict[str, Figures]) -> str:
    """One line for all sets."""
    parts = []
    for name, one in figures.items():
        kinds = " ".join(f"{kind} {tally.f1:.1f}" for kind, tally in one.names.items())
        parts.append(f"[{name}] names {kinds} upos {one.upos:.2f} UAS {one.unlabelled:.2f} LAS {one.labelled:.2f} ends {one.ends.f1:.1f}")
    return " ".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--set", choices=("development", "test"), default="development")
    parser.add_argument("--source", choices=SOURCES, help="conventions for names, for every set")
    parser.add_argument("--recased", action="store_true", help="also ALL CAPS, lower and Title Case")
    parser.add_argument("--paragraphs", action="store_true", help="also read paragraphs at once")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--eight-bit", action="store_true", help="with weights and activations rounded as in Swift")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    vocabulary = WordPieces.read(options.pretrained / "vocab.txt")
    reader = pretrained(options.pretrained / "model.safetensors")
    reader.load_state_dict(torch.load(options.checkpoint))
    dtype = torch.float32
    if options.eight_bit:
        from .quantise import quantised

        reader = quantised(reader)
    sets = read_test(options.corpora) if options.set == "test" else read_training(options.corpora).development
    arguments = {"vocabulary": vocabulary, "source": options.source, "dtype": dtype}
    print("sentences ", summary(evaluate(reader, sets, **arguments)), flush=True)
    if options.paragraphs:
        print("paragraphs", summary(evaluate(reader, sets, single=False, **arguments)), flush=True)
        print("joined    ", summary(evaluate(reader, sets, single=False, joined=True, **arguments)), flush=True)
    if options.recased:
        for style in ("upper", "lower", "title"):
            print(f"{style:10}", summary(evaluate(reader, sets, trees=False, style=style, **arguments)), flush=True)


if __name__ == "__main__":
    main()
