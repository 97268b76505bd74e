"""Writes a trained reader as the file of 8-bit weights that HearsayLanguage embeds.

`python -m hearsay_reader.export --help`; the layout is described in Training/README.md.
"""

import argparse
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from .features import WordPieces
from .labels import NAME_TAGS, RELATIONS, SOURCES, UPOS
from .model import Layer, Reader, pretrained
from .quantise import rows_in_8_bits

MAGIC = b"HEARSAY1"
ALIGNMENT = 64
KINDS = {"int8": 0, "float32": 1, "int32": 2, "text": 3, "packed": 4}


@dataclass
class Section:
    """A named piece of the file."""

    name: str
    kind: str
    rows: int
    columns: int
    data: bytes


def array(name: str, tensor: Tensor) -> Section:
    """Numbers as they are."""
    array = tensor.detach().contiguous().numpy()
    rows, columns = array.shape if array.ndim == 2 else (1, len(array))
    little = array.astype(array.dtype.newbyteorder("<"))
    return Section(name, str(array.dtype), rows, columns, little.tobytes())


def _text(name: str, lines: list[str]) -> Section:
    return Section(name, "text", len(lines), 1, "".join(line + "\n" for line in lines).encode())


def table(name: str, weight: Tensor) -> list[Section]:
    """A table of rows in 8 bits."""
    numbers, scales = rows_in_8_bits(weight.detach().float())
    return [array(name, numbers), array(f"{name}.scale", scales)]


def _packed(name: str, numbers: Tensor) -> Section:
    """A matrix as the kernels read it: blocks of 16 rows, in each the columns by fours, row after row."""
    rows, columns = numbers.shape
    padded = np.pad(numbers.numpy(), ((0, -rows % 16), (0, 0)))
    blocks = padded.reshape(-1, 16, columns // 4, 4).transpose(0, 2, 1, 3)
    return Section(name, "packed", rows, columns, blocks.tobytes())


def product(name: str, weight: Tensor, bias: Tensor) -> list[Section]:
    """A linear layer in 8 bits."""
    numbers, scales = rows_in_8_bits(weight.detach().float())
    sums = numbers.to(torch.int32).sum(1, dtype=torch.int32)
    return [
        _packed(name, numbers),
        array(f"{name}.scale", scales),
        array(f"{name}.bias", bias.float()),
        array(f"{name}.sum", sums),
    ]


def layer_sections(prefix: str, layer: Layer) -> list[Section]:
    """One layer of an encoder."""
    found: list[Section] = []
    for name in ("qkv", "out", "up", "down"):
        linear: nn.Linear = getattr(layer, name)
        found += product(prefix + name, linear.weight, linear.bias)
    for name in ("norm1", "norm2"):
        norm: nn.LayerNorm = getattr(layer, name)
        found += [array(f"{prefix}{name}.weight", norm.weight), array(f"{prefix}{name}.bias", norm.bias)]
    return found


def sections(reader: Reader, vocabulary: WordPieces, source: str) -> list[Section]:
    """Everything the Swift reader needs, in the order of the file.

    `source` is the corpus whose conventions for names become the shipped ones: its embedding is
    folded into the bias of the names' hidden layer.
    """
    found = [_text("vocabulary", list(vocabulary.index))]
    found += table("words", reader.words.weight) + table("positions", reader.positions.weight)
    found += [array("casing", reader.casing.weight)]
    found += [array("norm.weight", reader.norm.weight), array("norm.bias", reader.norm.bias)]
    for number, layer in enumerate(reader.layers):
        found += layer_sections(f"layer{number}.", layer)
    conventions = reader.sources.weight[SOURCES.index(source)]
    parts = (
        reader.names_hidden, reader.arc_dependent, reader.arc_head,
        reader.relation_dependent, reader.relation_head, reader.upos, reader.ends,
    )
    biases = [reader.names_hidden.bias + conventions, *(part.bias for part in parts[1:])]
    found += product("heads", torch.cat([part.weight for part in parts]), torch.cat(biases))
    found += product("names.out", reader.names_out.weight, reader.names_out.bias)
    for name in ("near", "wide", "out"):
        layer: nn.Linear = getattr(reader, f"ends_{name}")
        found += product(f"ends.{name}", layer.weight, layer.bias)
    found += product("arcs", reader.arc_bilinear.weight, reader.arc_bilinear.bias)
    found += [array("arcs.root", reader.arc_root)]
    found += product("relations", reader.relation_bilinear.weight, reader.relation_bilinear.bias)
    found += [array("relations.root", reader.relation_root)]
    found += [
        _text("labels.names", list(NAME_TAGS)),
        _text("labels.upos", list(UPOS)),
        _text("labels.relations", list(RELATIONS)),
    ]
    return found


def _aligned(size: int) -> int:
    return -(-size // ALIGNMENT) * ALIGNMENT


def encoded(found: list[Section]) -> bytes:
    """The bytes of the file: header, directory, sections, each at a multiple of 64."""
    offset = ALIGNMENT * (1 + len(found))
    header = struct.pack("<8sI52x", MAGIC, len(found))
    directory, body = [], []
    for section in found:
        directory.append(
            struct.pack(
                "<32sIIIIQQ", section.name.encode(), KINDS[section.kind], section.rows, section.columns, 0,
                offset, len(section.data),
            )
        )
        padded = _aligned(len(section.data))
        body.append(section.data.ljust(padded, b"\0"))
        offset += padded
    return b"".join([header, *directory, *body])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--source", choices=SOURCES, default="ewt", help="whose conventions names follow")
    options = parser.parse_args()
    reader = pretrained(options.pretrained / "model.safetensors")
    reader.load_state_dict(torch.load(options.checkpoint))
    vocabulary = WordPieces.read(options.pretrained / "vocab.txt")
    data = encoded(sections(reader, vocabulary, options.source))
    options.output.write_bytes(data)
    print(f"{options.output}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
