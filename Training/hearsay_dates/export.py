"""Writes a trained network as the file of 8-bit weights that HearsayLanguage embeds.

`python -m hearsay_dates.export --help`; docs/decisions/0401-weights-file.md describes the layout.
"""

import argparse
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from hearsay_reader.export import Section, array, encoded, layer_sections, product, table

from .model import LAYERS, DateReader, fresh


def _padded(layer: nn.Linear) -> tuple[torch.Tensor, torch.Tensor]:
    """Inputs padded with zeros to a multiple of 16, as the kernels read them."""
    return F.pad(layer.weight, (0, -layer.weight.shape[1] % 16)), layer.bias


def sections(reader: DateReader) -> list[Section]:
    """Everything the Swift side needs, in the order of the file."""
    found = [array("marks", reader.marks.table()), *table("positions", reader.positions.weight)]
    found += [array("norm.weight", reader.norm.weight), array("norm.bias", reader.norm.bias)]
    for number, layer in enumerate(reader.layers):
        found += layer_sections(f"layer{number}.", layer)
    found += table("distance", reader.distance.weight)
    for name in ("statement", "time", "pair", "pair_out", "none", "none_out"):
        found += product(name.replace("_", "."), *_padded(getattr(reader, name)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    reader = fresh(options.pretrained, options.layers)
    reader.load_state_dict(torch.load(options.checkpoint))
    data = encoded(sections(reader))
    options.output.write_bytes(data)
    print(f"{options.output}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
