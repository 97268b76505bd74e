"""The network in 8 bits, computed as HearsayLanguage computes it, in PyTorch."""

import copy

from torch import nn

from hearsay_reader.quantise import LinearIn8Bits, rows_in_8_bits

from .model import DateReader


def quantised(reader: DateReader) -> DateReader:
    """A copy with every linear layer and every table in 8 bits."""
    copied = copy.deepcopy(reader).eval()
    for parent in list(copied.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, nn.Linear):
                setattr(parent, name, LinearIn8Bits(child))
    for table in (copied.encoder.words, copied.encoder.positions, copied.distance):
        numbers, scales = rows_in_8_bits(table.weight.data)
        table.weight.data = numbers.float() * scales[:, None]
    return copied
