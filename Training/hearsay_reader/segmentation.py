"""Cuts running words into sentences with the reader's own head, window by window."""

import torch

from .batches import WINDOW, batch, read
from .corpora import Sentence
from .features import WordPieces
from .model import Reader


def sentence_lengths(reader: Reader, paragraphs: list[list[str]], vocabulary: WordPieces) -> list[list[int]]:
    """The lengths in words of the sentences of each paragraph.

    A window takes as many words as fit; its results count up to the last end that is not its last
    word, and the next window begins there. The end of a paragraph is the end of a sentence.
    """
    reader.eval()
    ends: list[list[int]] = [[] for _ in paragraphs]
    starts = [0] * len(paragraphs)
    open_ones = [number for number, words in enumerate(paragraphs) if words]
    while open_ones:
        windows = [_window(paragraphs[number], starts[number], vocabulary) for number in open_ones]
        decisions = _decide(reader, windows, vocabulary)
        still_open = []
        for number, window, found in zip(open_ones, windows, decisions):
            start, last = starts[number], starts[number] + len(window)
            if last == len(paragraphs[number]):
                ends[number] += [start + word + 1 for word in found if start + word + 1 < last] + [last]
                continue
            inner = [start + word + 1 for word in found if start + word + 1 < last] or [last]
            ends[number] += inner
            starts[number] = inner[-1]
            still_open.append(number)
        open_ones = still_open
    return [[end - start for start, end in zip([0, *found], found)] for found in ends]


def _window(words: list[str], start: int, vocabulary: WordPieces) -> list[str]:
    room, end = WINDOW - 2, start
    while end < len(words) and (room := room - len(vocabulary.pieces(words[end]))) >= 0:
        end += 1
    return words[start : max(end, start + 1)]


def _decide(reader: Reader, windows: list[list[str]], vocabulary: WordPieces) -> list[list[int]]:
    """The words of each window after which a sentence ends."""
    readings = [read(Sentence(words, "ewt", ""), vocabulary) for words in windows]
    order = sorted(range(len(readings)), key=lambda number: readings[number].length)
    decisions: list[list[int]] = [[] for _ in readings]
    for first in range(0, len(order), 24):
        chosen = order[first : first + 24]
        prepared = batch([[readings[number]] for number in chosen], vocabulary, [None] * len(chosen))
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            output = reader(prepared.pieces, prepared.casing, prepared.lengths, prepared.firsts, prepared.sources)
        for row, number in enumerate(chosen):
            size = len(windows[number])
            decisions[number] = (output.ends[row, :size] > 0).nonzero().flatten().tolist()
    return decisions
