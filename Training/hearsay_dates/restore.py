"""Turns a file of 8-bit weights for dates back into a checkpoint that training can go on from.

`python -m hearsay_dates.restore --help`. Weights are rounded; the tables of pieces and places are the published encoder's.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from hearsay_reader.restore import read_sections

from .model import DateReader, fresh


def restore(reader: DateReader, found: dict[str, np.ndarray]) -> None:
    """Puts the weights of a file into `reader`, whose shape must be the file's."""
    state: dict[str, Tensor] = {}

    def tensor(name: str) -> Tensor:
        return torch.from_numpy(found[name].astype(np.float32))

    def linear(ours: str, theirs: str) -> None:
        width = reader.get_parameter(f"{ours}.weight").shape[1]
        rows = tensor(theirs) * tensor(f"{theirs}.scale")[:, None]
        state[f"{ours}.weight"], state[f"{ours}.bias"] = rows[:, :width], tensor(f"{theirs}.bias")

    # Row 2^k of the table is that of mark k alone.
    bits = reader.encoder.casing.weight.shape[0]
    state["encoder.casing.weight"] = tensor("marks").reshape(1 << bits, -1)[[1 << bit for bit in range(bits)]]
    for kind in ("weight", "bias"):
        state[f"encoder.norm.{kind}"] = tensor(f"norm.{kind}")
    for number in range(len(reader.encoder.layers)):
        for name in ("qkv", "out", "up", "down"):
            linear(f"encoder.layers.{number}.{name}", f"layer{number}.{name}")
        for name in ("norm1", "norm2"):
            for kind in ("weight", "bias"):
                state[f"encoder.layers.{number}.{name}.{kind}"] = tensor(f"layer{number}.{name}.{kind}")
    state["distance.weight"] = tensor("distance") * tensor("distance.scale")[:, None]
    for name in ("statement", "time", "pair", "pair_out", "none", "none_out"):
        linear(name, name.replace("_", "."))
    missing = [
        name for name in reader.load_state_dict(state, strict=False).missing_keys
        if not name.startswith(("encoder.words", "encoder.positions"))]
    if missing:
        raise ValueError(f"the file lacks {missing}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pretrained", type=Path, required=True, help="the folder of the encoder, for its shape")
    parser.add_argument("--weights", type=Path, required=True, help="the file of 8-bit weights")
    parser.add_argument("--output", type=Path, required=True, help="the checkpoint to write")
    options = parser.parse_args()
    reader = fresh(options.pretrained)
    restore(reader, read_sections(options.weights.read_bytes()))
    torch.save(reader.state_dict(), options.output)


if __name__ == "__main__":
    main()
