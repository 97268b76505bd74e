"""Segments of one or several sentences, and padded batches of them."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from .corpora import Sentence
from .features import SHAPES, WordPieces, shape
from .labels import IGNORED, SOURCES, UNCUT

WINDOW = 192
"""Most pieces of a segment of several sentences, [CLS] and [SEP] included."""

LONGEST = 512
"""Most pieces of any segment: the encoder's positions."""

LOWER, TITLE, UPPER, SINGLE, MIXED_INITIAL, MIXED, ALNUM_UPPER, ALNUM_LOWER = (
    SHAPES.index(name)
    for name in ("lower", "Title", "UPPER", "Single", "MixedInitial", "mixed", "alnumUpper", "alnumLower")
)


@dataclass
class Reading:
    """A sentence as the network sees it."""

    sentence: Sentence
    pieces: list[tuple[int, ...]]
    shapes: list[int]
    length: int
    """Pieces of the whole sentence."""


def read(sentence: Sentence, vocabulary: WordPieces) -> Reading:
    """The pieces and the shapes of a sentence's words."""
    pieces = [vocabulary.pieces(word) for word in sentence.words]
    return Reading(sentence, pieces, [shape(word) for word in sentence.words], sum(map(len, pieces)))


def unpunctuated(reading: Reading) -> Reading:
    """The sentence without the full stop at its end, if nothing hangs from that; text of the web often lacks it."""
    sentence = reading.sentence
    size = len(sentence.words) - 1
    if size < 1 or sentence.words[-1] != "." or sentence.soft or sentence.heads and (size + 1) in sentence.heads:
        return reading
    shorter = replace(
        sentence, words=sentence.words[:size],
        **{
            layer: getattr(sentence, layer) and getattr(sentence, layer)[:size]
            for layer in ("names", "upos", "heads", "relations")
        },
    )
    return Reading(shorter, reading.pieces[:size], reading.shapes[:size], reading.length - len(reading.pieces[size]))


def recased(shapes: list[int], words: list[str], style: str) -> list[int]:
    """The shapes that the words would have in another casing; the pieces do not change.

    `style` is "upper", "lower" or "title" (short words stay small, as in headlines).
    """
    cased = (LOWER, TITLE, UPPER, SINGLE, MIXED_INITIAL, MIXED)
    result = []
    for position, (old, word) in enumerate(zip(shapes, words)):
        if old in (ALNUM_UPPER, ALNUM_LOWER):
            old = ALNUM_LOWER if style == "lower" else ALNUM_UPPER if style == "upper" else old
        elif old in cased:
            letters = sum(scalar.isalpha() for scalar in word)
            if style == "lower":
                old = LOWER
            elif style == "upper":
                old = SINGLE if letters == 1 else UPPER
            elif old in (LOWER, UPPER, SINGLE) and (position == 0 or letters > 3 or old != LOWER):
                old = SINGLE if letters == 1 else UPPER if old == UPPER and letters <= 5 else TITLE
        result.append(old)
    return result


def segments(readings: list[Reading], single: float, rng: random.Random, joined: float = 0) -> list[list[Reading]]:
    """Groups neighbours of one paragraph into segments; a share `single` of the sentences stands alone.

    A share `joined` of the segments goes on into the next paragraph of the corpus, whatever article that is from:
    sentences that come without their paragraphs are read so.
    """
    groups: list[list[Reading]] = []
    room = 0
    goes_on = False
    for reading in readings:
        if reading.length + 2 > LONGEST:
            continue
        previous = groups[-1][-1].sentence if groups else None
        neighbours = previous is not None and (
            previous.paragraph == reading.sentence.paragraph or goes_on and previous.source == reading.sentence.source
        )
        if neighbours and reading.length <= room and (goes_on or rng.random() >= single):
            groups[-1].append(reading)
            room -= reading.length
        else:
            groups.append([reading])
            goes_on = rng.random() < joined
            alone = not goes_on and rng.random() < single
            room = 0 if alone else rng.choice((WINDOW, WINDOW, WINDOW // 2)) - 2 - reading.length
    return groups


@dataclass
class Batch:
    """Padded tensors of some segments; labels without a corpus behind them are IGNORED."""

    pieces: Tensor
    casing: Tensor
    lengths: Tensor
    firsts: Tensor
    sources: Tensor
    sentences: Tensor
    """The sentence that each word belongs to, counted within its row from 1; 0 is padding."""
    names: Tensor
    ends: Tensor
    upos: Tensor
    heads: Tensor
    """Column of the word's head in `Output.arcs`: 0 root, else 1 + word of the row."""
    relations: Tensor
    groups: list[list[Reading]]
    soft: "SoftLabels | None" = None


@dataclass
class SoftLabels:
    """The teachers' probabilities for the words of a batch that have them, words in reading order."""

    words: Tensor
    """Pairs (row, word) of the words that the others speak of."""
    names: Tensor
    upos: Tensor
    arcs: Tensor
    """Word × column of `Output.arcs`."""
    heads: Tensor
    """The column of the head that `relations` assumes."""
    relations: Tensor


def soft_labels(groups: list[list[Reading]], word_count: int) -> SoftLabels | None:
    """Collects what the teachers said of the sentences of some segments."""
    words: list[tuple[int, int]] = []
    names, upos, relations, arcs, heads = [], [], [], [], []
    for row, group in enumerate(groups):
        start = 0
        for reading in group:
            size, soft = len(reading.pieces), reading.sentence.soft
            if soft is not None:
                words += [(row, start + word) for word in range(size)]
                names.append(soft.names)
                upos.append(soft.upos)
                relations.append(soft.relations)
                square = np.zeros((size, word_count + 1), dtype=np.float16)
                square[:, 0] = soft.arcs[:, 0]
                square[:, start + 1 : start + 1 + size] = soft.arcs[:, 1:]
                arcs.append(square)
                heads += [head + start if head else 0 for head in soft.heads]
            start += size
    if not words:
        return None
    joined = (torch.from_numpy(np.concatenate(parts)).float() for parts in (names, upos, arcs, relations))
    name_labels, upos_labels, arc_labels, relation_labels = joined
    return SoftLabels(
        torch.tensor(words), name_labels, upos_labels, arc_labels, torch.tensor(heads), relation_labels
    )


@dataclass
class Casing:
    """How often a segment is recased in training; text without capitals is the hardest."""

    upper: float = 0.05
    lower: float = 0.08
    title: float = 0.05

    def draw(self, rng: random.Random) -> str | None:
        """The style for one segment."""
        number = rng.random()
        for style in ("upper", "lower", "title"):
            number -= getattr(self, style)
            if number < 0:
                return style
        return None


def batch(groups: list[list[Reading]], vocabulary: WordPieces, styles: list[str | None]) -> Batch:
    """Pads segments into tensors, each recased in its style."""
    rows = len(groups)
    piece_count = max(sum(reading.length for reading in group) for group in groups) + 2
    word_count = max(sum(len(reading.pieces) for reading in group) for group in groups)
    pieces = torch.full((rows, piece_count), vocabulary.pad, dtype=torch.long)
    casing = torch.zeros((rows, piece_count), dtype=torch.long)
    firsts = torch.zeros((rows, word_count), dtype=torch.long)
    sentences = torch.zeros((rows, word_count), dtype=torch.long)
    labels = {
        layer: torch.full((rows, word_count), IGNORED, dtype=torch.long)
        for layer in ("names", "ends", "upos", "heads", "relations")
    }
    lengths = []
    for row, (group, style) in enumerate(zip(groups, styles)):
        ids, shapes, starts, members = [vocabulary.cls], [0], [], []
        layers: dict[str, list[int]] = {layer: [] for layer in labels}
        for number, reading in enumerate(group, 1):
            sentence, size, offset = reading.sentence, len(reading.pieces), len(starts)
            word_shapes = recased(reading.shapes, sentence.words, style) if style else reading.shapes
            for word, word_shape in zip(reading.pieces, word_shapes):
                starts.append(len(ids))
                ids += word
                shapes += [2 * word_shape] + [2 * word_shape + 1] * (len(word) - 1)
            members += [number] * size
            nothing = [IGNORED] * size
            layers["names"] += sentence.names or nothing
            layers["upos"] += sentence.upos or nothing
            layers["ends"] += nothing if sentence.source in UNCUT else [0] * (size - 1) + [1]
            layers["relations"] += sentence.relations or nothing
            layers["heads"] += (
                [head + offset if head > 0 else head for head in sentence.heads] if sentence.heads else nothing
            )
        ids.append(vocabulary.sep)
        shapes.append(0)
        pieces[row, : len(ids)] = torch.tensor(ids)
        casing[row, : len(ids)] = torch.tensor(shapes)
        firsts[row, : len(starts)] = torch.tensor(starts)
        sentences[row, : len(members)] = torch.tensor(members)
        for layer, values in layers.items():
            labels[layer][row, : len(values)] = torch.tensor(values)
        lengths.append(len(ids))
    sources = torch.tensor([SOURCES.index(group[0].sentence.source) for group in groups])
    soft = soft_labels(groups, word_count)
    return Batch(pieces, casing, torch.tensor(lengths), firsts, sources, sentences, **labels, groups=groups, soft=soft)


def batches(
    groups: Iterable[list[Reading]], vocabulary: WordPieces, budget: int, rng: random.Random | None, casing: Casing | None
) -> list[list[tuple[list[Reading], str | None]]]:
    """Plans batches of at most `budget` padded pieces, segments of like length together.

    With `rng` the lengths are jittered and the batches shuffled; without it the order is by length alone.
    """
    keyed = []
    for group in groups:
        size = sum(reading.length for reading in group) + 2
        jitter = rng.uniform(0.92, 1.08) if rng else 1.0
        keyed.append((size * jitter, len(keyed), size, group))
    keyed.sort(key=lambda item: item[:2])
    plans: list[list[tuple[list[Reading], str | None]]] = []
    longest = 0
    for _, _, size, group in keyed:
        style = casing.draw(rng) if casing and rng else None
        longest = max(longest, size)
        if not plans or longest * (len(plans[-1]) + 1) > budget:
            plans.append([])
            longest = size
        plans[-1].append((group, style))
    if rng:
        rng.shuffle(plans)
    return plans
