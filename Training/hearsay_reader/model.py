"""The network: a six-layer encoder with casing features and one head for each layer of annotation."""

import math
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from .features import SHAPE_ROWS
from .labels import NAME_TAGS, RELATIONS, SOURCES, UPOS


@dataclass(frozen=True)
class Shape:
    """Every width of the network."""

    pieces: int = 30522
    positions: int = 512
    hidden: int = 384
    layers: int = 6
    attention_heads: int = 12
    feed_forward: int = 1536
    names: int = 256
    arcs: int = 256
    relations: int = 128
    ends: int = 256
    ends_reach: tuple[int, int] = (3, 2)
    """Words on either side that each of the two hidden layers of the sentence ends sees."""
    ends_dropout: float = 0.3
    """More than elsewhere: that head learns its corpora by heart within a dozen passes."""
    dropout: float = 0.1
    epsilon: float = 1e-12
    relative_buckets: int = 0
    """Rows of the teacher's relative position bias; the reader itself has none."""


class Dropout(nn.Module):
    """Dropout whose masks are slices of one random pool: drawing fresh ones costs 5 % of training on a CPU."""

    def __init__(self, share: float) -> None:
        super().__init__()
        kept = (torch.rand(1 << 23) >= share).to(torch.bfloat16) / (1 - share)
        self.register_buffer("pool", kept, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        start = int(torch.randint(len(self.pool) - x.numel(), ()))
        return x * self.pool[start : start + x.numel()].view(x.shape)


class Layer(nn.Module):
    """A post-norm transformer layer, as in BERT."""

    def __init__(self, shape: Shape, dropout: Dropout) -> None:
        super().__init__()
        self.attention_heads = shape.attention_heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.norm1 = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.up = nn.Linear(shape.hidden, shape.feed_forward)
        self.down = nn.Linear(shape.feed_forward, shape.hidden)
        self.norm2 = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, hidden = x.shape
        qkv = self.qkv(x).view(batch, length, 3, self.attention_heads, hidden // self.attention_heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        # Written out: the fused kernel's backward pass is three times slower on short sentences.
        scores = (q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2)
        mixed = torch.softmax(scores + mask, -1).to(v.dtype) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, length, hidden)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


@dataclass
class Output:
    """What the heads say of each word of a batch (batch × words × …)."""

    names: Tensor
    ends: Tensor
    upos: Tensor
    arcs: Tensor
    """Batch × dependent × (1 + head); column 0 is the root."""
    relation_dependents: Tensor
    relation_heads: Tensor
    """Batch × (1 + head) × width; row 0 is the root."""


class Encoder(nn.Module):
    """Piece and shape ids in, numbers for every piece out."""

    def __init__(self, shape: Shape = Shape()) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.pieces, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.casing = nn.Embedding(SHAPE_ROWS, shape.hidden)
        nn.init.normal_(self.casing.weight, std=0.01)
        self.words.weight.requires_grad_(False)
        self.positions.weight.requires_grad_(False)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        if shape.relative_buckets:
            self.relative = nn.Embedding(shape.relative_buckets, shape.attention_heads)
        self.dropout = Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape, self.dropout) for _ in range(shape.layers))

    def encode(self, pieces: Tensor, casing: Tensor, lengths: Tensor) -> Tensor:
        """The encoder's last layer for each piece."""
        length = pieces.shape[1]
        x = self.words(pieces) + self.positions.weight[:length] + self.casing(casing)
        x = self.dropout(self.norm(x))
        padding = torch.arange(length, device=pieces.device) >= lengths.unsqueeze(1)
        mask = torch.zeros(padding.shape, dtype=x.dtype).masked_fill(padding, -1e4)[:, None, None, :]
        if self.shape.relative_buckets:
            mask = mask + self.relative(relative_buckets(length)).permute(2, 0, 1)
        if torch.is_autocast_enabled("cpu"):
            x, mask = x.to(torch.bfloat16), mask.to(torch.bfloat16)
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Reader(Encoder):
    """Piece and shape ids in, scores for every word out."""

    def __init__(self, shape: Shape = Shape()) -> None:
        super().__init__(shape)
        self.names_hidden = nn.Linear(shape.hidden, shape.names)
        self.sources = nn.Embedding(len(SOURCES), shape.names)
        nn.init.zeros_(self.sources.weight)
        self.names_out = nn.Linear(shape.names, len(NAME_TAGS))
        # A sentence's end shows in the words around it: a linear share, and one through two hidden layers.
        near, wide = (2 * reach + 1 for reach in shape.ends_reach)
        self.ends = nn.Linear(shape.hidden, 1)
        self.ends_dropout = Dropout(shape.ends_dropout)
        self.ends_near = nn.Linear(near * shape.hidden, shape.ends)
        self.ends_wide = nn.Linear(wide * shape.ends, shape.ends)
        self.ends_out = nn.Linear(shape.ends, 1)
        nn.init.zeros_(self.ends_out.weight)
        nn.init.zeros_(self.ends_out.bias)
        self.upos = nn.Linear(shape.hidden, len(UPOS))
        self.arc_dependent = nn.Linear(shape.hidden, shape.arcs)
        self.arc_head = nn.Linear(shape.hidden, shape.arcs)
        self.arc_root = nn.Parameter(torch.randn(shape.arcs) * 0.1)
        # Rows: the head's features; columns: the dependent's features, then a constant 1.
        self.arc_bilinear = nn.Linear(shape.arcs, shape.arcs)
        self.relation_dependent = nn.Linear(shape.hidden, shape.relations)
        self.relation_head = nn.Linear(shape.hidden, shape.relations)
        self.relation_root = nn.Parameter(torch.randn(shape.relations) * 0.1)
        self.relation_bilinear = nn.Linear(shape.relations, len(RELATIONS) * (shape.relations + 1))
        nn.init.normal_(self.relation_bilinear.weight, std=0.02)
        nn.init.zeros_(self.relation_bilinear.bias)

    def forward(self, pieces: Tensor, casing: Tensor, lengths: Tensor, firsts: Tensor, sources: Tensor) -> Output:
        """Runs a batch.

        Args:
            pieces, casing: batch × pieces; padded with 0.
            lengths: pieces of each row, [CLS] and [SEP] included.
            firsts: batch × words, the first piece of each word; padded with 0.
            sources: index of each row's corpus, for the conventions of its names.
        """
        return self.heads(self.words_of(pieces, casing, lengths, firsts), sources, firsts > 0)

    def words_of(self, pieces: Tensor, casing: Tensor, lengths: Tensor, firsts: Tensor) -> Tensor:
        """The encoder's last layer at each word's first piece."""
        encoded = self.encode(pieces, casing, lengths)
        words = encoded.gather(1, firsts.unsqueeze(-1).expand(-1, -1, self.shape.hidden))
        return self.dropout(words)

    def name_scores(self, words: Tensor, sources: Tensor) -> Tensor:
        """Scores of the name tags in the conventions of each row's source."""
        hidden = self.dropout(F.gelu(self.names_hidden(words) + self.sources(sources).unsqueeze(1)))
        return self.names_out(hidden)

    def end_scores(self, words: Tensor, present: Tensor) -> Tensor:
        """What says that a sentence ends behind each word; `present` (batch × words) is false where there is none."""
        present, drop = present.unsqueeze(-1), self.ends_dropout
        near = drop(F.gelu(self.ends_near(around(drop(words) * present, self.shape.ends_reach[0]))))
        wide = drop(F.gelu(self.ends_wide(around(near * present, self.shape.ends_reach[1]))))
        return (self.ends(words) + self.ends_out(wide)).squeeze(-1)

    def heads(self, words: Tensor, sources: Tensor, present: Tensor) -> Output:
        """Everything the heads say of the words."""
        dependent = self.dropout(F.gelu(self.arc_dependent(words)))
        head = self.dropout(F.gelu(self.arc_head(words)))
        head = torch.cat((self.arc_root.to(head.dtype).expand(head.shape[0], 1, -1), head), 1)
        relation_head = self.dropout(F.gelu(self.relation_head(words)))
        relation_root = self.relation_root.to(relation_head.dtype).expand(words.shape[0], 1, -1)
        return Output(
            names=self.name_scores(words, sources),
            ends=self.end_scores(words, present),
            upos=self.upos(words),
            arcs=self.arc_bilinear(dependent) @ head.transpose(1, 2),
            relation_dependents=self.dropout(F.gelu(self.relation_dependent(words))),
            relation_heads=torch.cat((relation_root, relation_head), 1),
        )

    def relation_scores(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores of every relation for chosen (dependent, head) pairs, pairs × relations."""
        table = self.relation_bilinear(dependents).view(len(dependents), len(RELATIONS), -1)
        return (table[:, :, :-1] @ heads.unsqueeze(-1)).squeeze(-1) + table[:, :, -1]


def around(x: Tensor, reach: int) -> Tensor:
    """Each word's numbers (batch × words × width) with those of the `reach` words before and behind it, in order; 0 where
    there are none."""
    length = x.shape[1]
    padded = F.pad(x, (0, 0, reach, reach))
    return torch.cat([padded[:, start : start + length] for start in range(2 * reach + 1)], -1)


def relative_buckets(length: int) -> Tensor:
    """The bucket of each (query, key) pair, as T5 and MPNet count them: 32, to a distance of 128."""
    places = torch.arange(length)
    distance = places[:, None] - places[None, :]
    near = distance.abs()
    far = 8 + (torch.log(near.clamp(min=1).float() / 8) / math.log(16) * 8).long()
    return (distance < 0).long() * 16 + torch.where(near < 8, near, far.clamp(max=15))


def pretrained(weights: Path, shape: Shape | None = None, kind: type[Encoder] = Reader) -> Encoder:
    """A reader, or an encoder alone, that starts from the published weights; the reader's heads are fresh.

    MiniLM's file gives the reader that ships, MPNet's the larger one that teaches it.
    """
    source = load_file(weights)
    if "encoder.relative_attention_bias.weight" in source:
        return _pretrained_mpnet(source, kind)
    shape = shape or Shape()
    reader = kind(shape)
    state = {
        "words.weight": source["embeddings.word_embeddings.weight"],
        # One sentence, so one token type: its row is folded into the positions.
        "positions.weight": source["embeddings.position_embeddings.weight"]
        + source["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": source["embeddings.LayerNorm.weight"],
        "norm.bias": source["embeddings.LayerNorm.bias"],
    }
    take_layers(state, source, shape.layers, ("self.query", "self.key", "self.value"), ("output.dense", "output.LayerNorm"))
    reader.load_state_dict(state, strict=False)
    return reader


def _pretrained_mpnet(source: dict[str, Tensor], kind: type[Encoder]) -> Encoder:
    shape = Shape(
        pieces=30527, hidden=768, layers=12, feed_forward=3072, arcs=384, epsilon=1e-5, relative_buckets=32
    )
    reader = kind(shape)
    state = {
        "words.weight": source["embeddings.word_embeddings.weight"],
        # The first two rows stand for padding.
        "positions.weight": source["embeddings.position_embeddings.weight"][2:],
        "norm.weight": source["embeddings.LayerNorm.weight"],
        "norm.bias": source["embeddings.LayerNorm.bias"],
        "relative.weight": source["encoder.relative_attention_bias.weight"],
    }
    take_layers(state, source, shape.layers, ("attn.q", "attn.k", "attn.v"), ("attn.o", "LayerNorm"))
    reader.load_state_dict(state, strict=False)
    return reader


def take_layers(
    state: dict[str, Tensor], source: dict[str, Tensor], layers: int, parts: tuple[str, ...], attention: tuple[str, str]
) -> None:
    """Puts the layers of a published encoder into `state`.

    `parts` are its names for query, key and value, `attention` those for their product and its norm.
    """
    names = (
        ("out", "attention." + attention[0]),
        ("norm1", "attention." + attention[1]),
        ("up", "intermediate.dense"),
        ("down", "output.dense"),
        ("norm2", "output.LayerNorm"),
    )
    for number in range(layers):
        there, here = f"encoder.layer.{number}.", f"layers.{number}."
        for kind in ("weight", "bias"):
            state[here + "qkv." + kind] = torch.cat([source[there + f"attention.{part}.{kind}"] for part in parts])
            for ours, theirs in names:
                state[here + f"{ours}.{kind}"] = source[there + f"{theirs}.{kind}"]
