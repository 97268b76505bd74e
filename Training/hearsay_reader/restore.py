"""Turns a file of 8-bit weights back into a checkpoint that training can go on from.

`python -m hearsay_reader.restore --help`. Weights are rounded, and of the corpora's conventions for names only the
exported one is left: every other corpus starts from it.
"""

import argparse
import struct
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .export import ALIGNMENT, KINDS, MAGIC
from .model import Reader, pretrained

TYPES = {"int8": np.int8, "float32": "<f4", "int32": "<i4", "packed": np.int8}


def read_sections(data: bytes) -> dict[str, np.ndarray]:
    """The numbers of every section but the texts; packed products come back as rows."""
    magic, count = struct.unpack_from("<8sI", data)
    if magic != MAGIC:
        raise ValueError(f"not a file of weights: it begins with {magic!r}")
    kinds = {number: name for name, number in KINDS.items()}
    found = {}
    for number in range(count):
        name, kind, rows, columns, _, offset, size = struct.unpack_from(
            "<32sIIIIQQ", data, ALIGNMENT * (1 + number)
        )
        if kinds[kind] == "text":
            continue
        array = np.frombuffer(data, TYPES[kinds[kind]], offset=offset, count=size // np.dtype(TYPES[kinds[kind]]).itemsize)
        if kinds[kind] == "packed":
            array = array.reshape(-1, columns // 4, 16, 4).transpose(0, 2, 1, 3).reshape(-1, columns)[:rows]
        elif rows > 1:
            array = array.reshape(rows, columns)
        found[name.rstrip(b"\0").decode()] = array
    return found


def restore(reader: Reader, found: dict[str, np.ndarray]) -> None:
    """Puts the weights of a file into `reader`, whose shape must be the file's."""
    state: dict[str, Tensor] = {}

    def tensor(name: str) -> Tensor:
        return torch.from_numpy(found[name].astype(np.float32))

    def matrix(name: str) -> Tensor:
        return tensor(name) * tensor(f"{name}.scale")[:, None]

    def linear(ours: str, theirs: str, rows: slice = slice(None)) -> None:
        state[f"{ours}.weight"], state[f"{ours}.bias"] = matrix(theirs)[rows], tensor(f"{theirs}.bias")[rows]

    state["words.weight"], state["positions.weight"] = matrix("words"), matrix("positions")
    state["casing.weight"] = tensor("casing")
    state["norm.weight"], state["norm.bias"] = tensor("norm.weight"), tensor("norm.bias")
    for number in range(len(reader.layers)):
        for name in ("qkv", "out", "up", "down"):
            linear(f"layers.{number}.{name}", f"layer{number}.{name}")
        for name in ("norm1", "norm2"):
            for kind in ("weight", "bias"):
                state[f"layers.{number}.{name}.{kind}"] = tensor(f"layer{number}.{name}.{kind}")
    start = 0
    for name in ("names_hidden", "arc_dependent", "arc_head", "relation_dependent", "relation_head", "upos", "ends"):
        end = start + getattr(reader, name).out_features
        linear(name, "heads", slice(start, end))
        start = end
    linear("names_out", "names.out")
    for name in ("near", "wide", "out"):
        linear(f"ends_{name}", f"ends.{name}")
    linear("arc_bilinear", "arcs")
    linear("relation_bilinear", "relations")
    state["arc_root"], state["relation_root"] = tensor("arcs.root"), tensor("relations.root")
    missing = reader.load_state_dict(state, strict=False).missing_keys
    if missing != ["sources.weight"]:
        raise ValueError(f"the file lacks {missing}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pretrained", type=Path, required=True, help="the folder of the encoder, for its shape")
    parser.add_argument("--weights", type=Path, required=True, help="the file of 8-bit weights")
    parser.add_argument("--output", type=Path, required=True, help="the checkpoint to write")
    options = parser.parse_args()
    reader = pretrained(options.pretrained / "model.safetensors")
    restore(reader, read_sections(options.weights.read_bytes()))
    torch.save(reader.state_dict(), options.output)


if __name__ == "__main__":
    main()
