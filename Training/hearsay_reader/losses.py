"""The joint loss of a batch."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from .batches import Batch
from .labels import IGNORED
from .model import Output, Reader


@dataclass(frozen=True)
class Weights:
    """How much each head's mean loss counts."""

    names: float = 2.0
    upos: float = 0.5
    arcs: float = 1.0
    relations: float = 0.7
    ends: float = 0.3
    taught: float = 1.5
    """What the teacher's soft labels count, times their share of the batch's words."""
    taught_upos: float = 0.2
    """The same for parts of speech alone, of which the short-lived teacher knows less than the reader."""


def masked_arcs(arcs: Tensor, sentences: Tensor) -> Tensor:
    """Arc scores with everything outside a word's own sentence, and the word itself, ruled out."""
    same = (sentences.unsqueeze(2) == sentences.unsqueeze(1)) & (sentences > 0).unsqueeze(2)
    same &= ~torch.eye(sentences.shape[1], dtype=torch.bool, device=sentences.device)
    allowed = F.pad(same, (1, 0), value=True)
    return arcs.float().masked_fill(~allowed, -1e4)


def joint_loss(reader: Reader, output: Output, batch: Batch, weights: Weights) -> dict[str, Tensor]:
    """Each head's weighted loss; a head without labels in this batch is left out."""
    losses: dict[str, Tensor] = {}

    def mean(scores: Tensor, labels: Tensor) -> Tensor:
        return F.cross_entropy(scores.float().flatten(0, -2), labels.flatten(), ignore_index=IGNORED)

    if (batch.names != IGNORED).any():
        losses["names"] = weights.names * mean(output.names, batch.names)
    ends = batch.ends != IGNORED
    if ends.any():
        losses["ends"] = weights.ends * F.binary_cross_entropy_with_logits(
            output.ends[ends].float(), batch.ends[ends].float()
        )
    treed = batch.heads != IGNORED
    if treed.any():
        losses["upos"] = weights.upos * mean(output.upos, batch.upos)
        losses["arcs"] = weights.arcs * mean(masked_arcs(output.arcs, batch.sentences), batch.heads)
        rows = treed.nonzero()[:, 0]
        scores = reader.relation_scores(
            output.relation_dependents[treed], output.relation_heads[rows, batch.heads[treed]]
        )
        losses["relations"] = weights.relations * F.cross_entropy(scores.float(), batch.relations[treed])
    if batch.soft is not None:
        # A few taught words in a batch do not outweigh all its gold.
        share = len(batch.soft.words) / int((batch.sentences > 0).sum())
        losses["taught"] = weights.taught * share * _taught_loss(reader, output, batch, weights)
    return losses


def _taught_loss(reader: Reader, output: Output, batch: Batch, weights: Weights) -> Tensor:
    """Cross-entropy with the teachers' probabilities, all heads summed with their usual weights.

    Names are left to the teachers only where the corpus has none of its own.
    """
    soft = batch.soft
    rows, words = soft.words.unbind(1)
    unnamed = batch.names[rows, words] == IGNORED
    untreed = batch.heads[rows, words] == IGNORED

    def mean(scores: Tensor, probabilities: Tensor, chosen: Tensor) -> Tensor:
        each = -(probabilities * F.log_softmax(scores.float(), -1)).sum(-1)
        return (each * chosen).sum() / chosen.sum().clamp(min=1)

    arcs = masked_arcs(output.arcs, batch.sentences)[rows, words]
    relations = reader.relation_scores(
        output.relation_dependents[rows, words], output.relation_heads[rows, soft.heads]
    )
    return (
        weights.names * mean(output.names[rows, words], soft.names, unnamed)
        + weights.taught_upos * weights.upos * mean(output.upos[rows, words], soft.upos, untreed)
        + weights.arcs * mean(arcs, soft.arcs, untreed)
        + weights.relations * mean(relations, soft.relations, untreed)
    )
