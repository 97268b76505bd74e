"""Scores of the 8-bit reader for a few sentences, for HearsayLanguage's tests of near-equality.

`python -m hearsay_reader.reference --help`. One JSON object a line: words, pieces and casing rows
as the encoder gets them, the first piece of each word, and every head's scores. The sentences were written for this file.
"""

import argparse
import json
from pathlib import Path

import torch

from .batches import batch, read
from .corpora import Sentence
from .features import WordPieces
from .labels import SOURCES
from .model import pretrained
from .quantise import quantised

SENTENCES = (
    "The minister met Maria Lindqvist of the Harbour Workers ' Union in Valparaíso on Tuesday .",
    "\" We did n't agree to that , \" said Ambassador Okonkwo , who left for Jakarta .",
    "CENTRAL BANK OF ELBONIA RAISES RATES TO 7.5 %",
    "the council 's e-mail reached dr. smith-jones in new york at 10:45 p.m.",
    "Yes .",
    "Prices fell . Ministers from the G7 will meet again in Kraków , she said .",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--source", choices=SOURCES, default="ewt")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    vocabulary = WordPieces.read(options.pretrained / "vocab.txt")
    reader = pretrained(options.pretrained / "model.safetensors")
    reader.load_state_dict(torch.load(options.checkpoint))
    reader = quantised(reader)
    with options.output.open("w", encoding="utf-8") as file:
        for text in SENTENCES:
            reading = read(Sentence(text.split(), options.source, ""), vocabulary)
            one = batch([[reading]], vocabulary, [None])
            with torch.no_grad():
                encoded = reader.encode(one.pieces, one.casing, one.lengths)
                output = reader(one.pieces, one.casing, one.lengths, one.firsts, one.sources)
                heads = output.arcs[0].argmax(-1)
                relations = reader.relation_scores(output.relation_dependents[0], output.relation_heads[0, heads])
            row = {
                "words": reading.sentence.words,
                "pieces": one.pieces[0].tolist(),
                "casing": one.casing[0].tolist(),
                "firsts": one.firsts[0].tolist(),
                "encoded": _rounded(encoded[0, :, :8]),
                "names": _rounded(output.names[0]),
                "ends": _rounded(output.ends[0]),
                "upos": _rounded(output.upos[0]),
                "arcs": _rounded(output.arcs[0]),
                "heads": heads.tolist(),
                "relations": _rounded(relations),
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _rounded(tensor: torch.Tensor) -> list:
    return torch.round(tensor.float(), decimals=4).tolist()


if __name__ == "__main__":
    main()
