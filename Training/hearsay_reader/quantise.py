"""The reader in 8 bits, computed as HearsayLanguage computes it, in PyTorch.

Weights: signed 8 bit, one scale for each output channel. Activations that enter a product: for each
token 7 bit, 0…127 above the token's least value, so that sums of products of two never overflow 16 bits.
"""

import copy

import torch
from torch import Tensor, nn

from .model import Reader

WEIGHT_LEVELS = 127
ACTIVATION_LEVELS = 127


def rows_in_8_bits(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Each row as whole numbers in -127…127 and the row's scale; `row ≈ numbers * scale`."""
    scales = weight.abs().amax(1).clamp(min=1e-12) / WEIGHT_LEVELS
    numbers = torch.round(weight / scales[:, None]).clamp(-WEIGHT_LEVELS, WEIGHT_LEVELS)
    return numbers.to(torch.int8), scales


def tokens_in_7_bits(x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Each token (last axis) as whole numbers in 0…127, with its scale and offset: `x ≈ numbers * scale + offset`."""
    low = x.amin(-1, keepdim=True).clamp(max=0)
    high = x.amax(-1, keepdim=True).clamp(min=0)
    scale = (high - low).clamp(min=1e-12) / ACTIVATION_LEVELS
    numbers = torch.round((x - low) / scale).clamp(0, ACTIVATION_LEVELS)
    return numbers, scale, low


class LinearIn8Bits(nn.Module):
    """A linear layer whose weights and inputs are rounded; the sums are exact in 32 bits."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        numbers, self.scales = rows_in_8_bits(linear.weight.detach())
        self.numbers = numbers.float()
        self.row_sums = self.numbers.sum(1)
        self.bias = linear.bias.detach()
        self.weight = linear.weight

    def forward(self, x: Tensor) -> Tensor:
        numbers, scale, offset = tokens_in_7_bits(x.float())
        # Whole numbers up to 127 · 127 · 1536 = 24.8 M: a float holds 16.8 M exactly, real sums stay far below.
        sums = numbers @ self.numbers.T
        return (sums * scale + self.row_sums * offset) * self.scales + self.bias


def quantised(reader: Reader) -> Reader:
    """A copy of the reader with every linear layer and both frozen tables in 8 bits."""
    copied = copy.deepcopy(reader).eval()
    for parent in list(copied.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, nn.Linear):
                setattr(parent, name, LinearIn8Bits(child))
    for table in (copied.words, copied.positions):
        numbers, scales = rows_in_8_bits(table.weight.data)
        table.weight.data = numbers.float() * scales[:, None]
    return copied
