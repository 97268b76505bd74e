"""Writes a trained network as the file of 8-bit weights that HearsayLanguage embeds.

`python -m hearsay_dates.export --help`; docs/decisions/0401-weights-file.md describes the layout.
"""

import argparse
import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from hearsay_reader.export import Section, array, encoded, layer_sections, product, table
from hearsay_reader.restore import read_sections

from .model import DateReader, fresh


def _padded(layer: nn.Linear) -> tuple[torch.Tensor, torch.Tensor]:
    """Inputs padded with zeros to a multiple of 16, as the kernels read them."""
    return F.pad(layer.weight, (0, -layer.weight.shape[1] % 16)), layer.bias


def sections(reader: DateReader) -> list[Section]:
    """Everything the Swift side needs beside the reader's vocabulary and tables, in the order of the file."""
    encoder = reader.encoder
    found = [array("marks", encoder.casing.table())]
    found += [array("norm.weight", encoder.norm.weight), array("norm.bias", encoder.norm.bias)]
    for number, layer in enumerate(encoder.layers):
        found += layer_sections(f"layer{number}.", layer)
    found += table("distance", reader.distance.weight)
    for name in ("statement", "time", "pair", "pair_out", "none", "none_out"):
        found += product(name.replace("_", "."), *_padded(getattr(reader, name)))
    return found


def has_tables(reader: DateReader, weights: Path) -> bool:
    """Whether the tables of pieces and places are those of the neural reader in `weights`, which this network reads with."""
    theirs = read_sections(weights.read_bytes())
    own = table("words", reader.encoder.words.weight) + table("positions", reader.encoder.positions.weight)
    return all(theirs[section.name].tobytes() == section.data for section in own)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="the neural reader's file of 8-bit weights")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    reader = fresh(options.pretrained)
    reader.load_state_dict(torch.load(options.checkpoint))
    if not has_tables(reader, options.weights):
        sys.exit(f"export: {options.weights} has other tables of pieces than {options.checkpoint} learnt with")
    data = encoded(sections(reader))
    options.output.write_bytes(data)
    print(f"{options.output}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
