"""Labels raw or half-labelled sentences with trained readers: soft labels for the next training.

`python -m hearsay_reader.silver --help`
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from .batches import batch, batches, read
from .corpora import Sentence, Soft, read_raw
from .decode import tree
from .features import WordPieces
from .labels import SOURCES
from .losses import masked_arcs
from .model import Reader, pretrained


def believe(reader: Reader, vocabulary: WordPieces, sentences: list[Sentence], sources: list[str]) -> dict[int, Soft]:
    """A reader's probabilities for each sentence, by its number; names are a mean over the conventions of `sources`."""
    readings = [read(sentence, vocabulary) for sentence in sentences]
    numbers = {id(reading): number for number, reading in enumerate(readings)}
    found: dict[int, Soft] = {}
    for plan in batches([[r] for r in readings if r.length <= 200], vocabulary, 3072, None, None):
        rows = [group for group, _ in plan]
        prepared = batch(rows, vocabulary, [None] * len(rows))
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            words = reader.words_of(prepared.pieces, prepared.casing, prepared.lengths, prepared.firsts)
            names = [
                torch.softmax(reader.name_scores(words, torch.full((len(rows),), SOURCES.index(source))).float(), -1)
                for source in sources
            ]
            output = reader.heads(words, prepared.sources, prepared.firsts > 0)
            upos = torch.softmax(output.upos.float(), -1)
            arcs = torch.softmax(masked_arcs(output.arcs, prepared.sentences), -1)
            name_means = torch.stack(names).mean(0)
            for row, (reading,) in enumerate(rows):
                size = len(reading.pieces)
                square = arcs[row, :size, : size + 1].numpy()
                heads = tree(np.log(square + 1e-9))
                relations = reader.relation_scores(
                    output.relation_dependents[row, :size], output.relation_heads[row, torch.tensor(heads)]
                )
                found[numbers[id(reading)]] = Soft(
                    names=name_means[row, :size].numpy().astype(np.float16),
                    upos=upos[row, :size].numpy().astype(np.float16),
                    arcs=square.astype(np.float16),
                    heads=heads,
                    relations=torch.softmax(relations.float(), -1).numpy().astype(np.float16),
                )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path, required=True, help="the folder that the teacher's encoder came from")
    parser.add_argument("--checkpoint", type=Path, required=True, help="the trained teacher")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--count", type=int, default=12000)
    parser.add_argument("--source", choices=SOURCES, action="append", help="conventions for the names (mean of several)")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    vocabulary = WordPieces.read(options.pretrained / "vocab.txt")
    teacher = pretrained(options.pretrained / "model.safetensors")
    teacher.load_state_dict(torch.load(options.checkpoint))
    teacher.eval()
    sentences = read_raw(options.corpora / "raw" / "voa_sentences.txt.gz", "voa")
    sentences = sentences[options.start : options.start + options.count]
    labelled: list[Sentence] = []
    for first in range(0, len(sentences), 1000):
        part = sentences[first : first + 1000]
        for number, soft in sorted(believe(teacher, vocabulary, part, options.source or ["ewt"]).items()):
            part[number].soft = soft
            labelled.append(part[number])
        torch.save(labelled, options.output)
        print(f"{first + len(part)} sentences", flush=True)


if __name__ == "__main__":
    main()
