"""What the reader that ships has in its last layer of each word of some articles, in 8 bits as the program computes it.

`python -m hearsay_dates.vectors --help`
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor

from hearsay_reader.batches import WINDOW, batch, read
from hearsay_reader.corpora import Sentence
from hearsay_reader.features import WordPieces
from hearsay_reader.model import Reader, pretrained
from hearsay_reader.quantise import quantised
from hearsay_reader.restore import read_sections, restore

from .articles import Article


def stretches(article: Article, vocabulary: WordPieces) -> list[tuple[range, range]]:
    """The words that the reader sees at once, and those of them whose sentences count: as many words of a paragraph as fit,
    up to the last sentence that ends among them."""
    found = []
    paragraphs: dict[int, list[tuple[int, int]]] = {}
    for number, sentence in zip(article.paragraphs, article.sentences):
        paragraphs.setdefault(number, []).append(sentence)
    for sentences in paragraphs.values():
        start, last = sentences[0][0], sentences[-1][1]
        while start < last:
            room, end = WINDOW - 2, start
            while end < last and (room := room - len(vocabulary.pieces(article.words[end]))) >= 0:
                end += 1
            end = max(end, start + 1)
            whole = [stop for _, stop in sentences if start < stop < end] if end < last else [last]
            kept = whole[-1] if whole else end
            found.append((range(start, end), range(start, kept)))
            start = kept
    return found


def vectors(reader: Reader, articles: list[Article], vocabulary: WordPieces) -> dict[str, Tensor]:
    """The vectors of the words of each article, by its id."""
    found = {a.id: torch.zeros(len(a.words), reader.shape.hidden, dtype=torch.bfloat16) for a in articles}
    items = [(a, seen, kept) for a in articles for seen, kept in stretches(a, vocabulary)]
    items.sort(key=lambda item: len(item[1]))
    for first in range(0, len(items), 24):
        group = items[first : first + 24]
        readings = [read(Sentence(a.words[seen.start : seen.stop], "ewt", ""), vocabulary) for a, seen, _ in group]
        prepared = batch([[reading] for reading in readings], vocabulary, [None] * len(group))
        with torch.no_grad():
            words = reader.words_of(prepared.pieces, prepared.casing, prepared.lengths, prepared.firsts)
        for row, (a, seen, kept) in enumerate(group):
            found[a.id][kept.start : kept.stop] = words[row, : len(kept)].bfloat16()
        if first // 24 % 40 == 0:
            print(f"{first} of {len(items)}", flush=True)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, action="append", required=True)
    parser.add_argument("--pretrained", type=Path, required=True, help="the folder of the reader's encoder")
    parser.add_argument("--weights", type=Path, required=True, help="the reader's file of 8-bit weights")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(2)
    reader = pretrained(options.pretrained / "model.safetensors")
    restore(reader, read_sections(options.weights.read_bytes()))
    articles = [a for path in options.articles for a in torch.load(path, weights_only=False)]
    found = vectors(quantised(reader), articles, WordPieces.read(options.pretrained / "vocab.txt"))
    torch.save(found, options.output)
    print(f"{options.output}: {len(found)} articles, {sum(map(len, found.values()))} words")


if __name__ == "__main__":
    main()
