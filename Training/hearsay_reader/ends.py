"""Trains what finds the ends of sentences, over an encoder that stays as it is: `python -m hearsay_reader.ends --help`.

The encoder reads the treebanks a few times, in other segments each time, and what it says of the words is kept; the hidden
layers then go over that many times at little cost. Everything else that the reader says stays the same. Several such pairs of
layers, which start and read differently, say what is right more often than each: their mean is one pair as wide as all.
"""

import argparse
import copy
import random
from dataclasses import dataclass, replace
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from .batches import batch, batches, read, segments, unpunctuated
from .corpora import Sentence, read_training
from .evaluate import score_ends
from .features import WordPieces
from .labels import IGNORED
from .model import Reader, Shape, pretrained
from .train import averaged

BATCH = 32
"""Segments a step."""

LINEAR_RATE = 0.1
"""How much slower the linear share learns, which starts from what it has learnt with the encoder."""

# Shares of sentences that stand alone, of segments that reach across paragraphs, of sentences without their full stop.
DRAWS = ((0.1, 0.2, 0.0), (0.1, 0.2, 0.1), (0.0, 0.0, 0.03))


@dataclass
class Segment:
    """What the encoder says of the words of a segment, and behind which of them a sentence ends."""

    words: Tensor
    """Words × width."""
    ends: Tensor
    """1, 0, or IGNORED for the last word, where a sentence ends whatever the reader says."""


def encoded(reader: Reader, sentences: list[Sentence], vocabulary: WordPieces, rng: random.Random) -> list[Segment]:
    """The segments of every draw."""
    found = []
    for single, joined, without_stop in DRAWS:
        groups = segments([read(sentence, vocabulary) for sentence in sentences], single, rng, joined)
        groups = [[unpunctuated(r) if rng.random() < without_stop else r for r in group] for group in groups]
        for plan in batches(groups, vocabulary, 4096, None, None):
            prepared = batch([group for group, _ in plan], vocabulary, [None] * len(plan))
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                words = reader.words_of(prepared.pieces, prepared.casing, prepared.lengths, prepared.firsts)
            for row in range(len(plan)):
                count = int((prepared.sentences[row] > 0).sum())
                ends = prepared.ends[row, :count].clone()
                ends[-1] = IGNORED
                found.append(Segment(words[row, :count].bfloat16(), ends))
    return found


def padded(chosen: list[Segment]) -> tuple[Tensor, Tensor, Tensor]:
    """The words of some segments (batch × words × width), where there are any, and their ends."""
    longest = max(len(segment.words) for segment in chosen)
    words = torch.zeros(len(chosen), longest, chosen[0].words.shape[1])
    ends = torch.full((len(chosen), longest), IGNORED)
    present = torch.zeros(len(chosen), longest, dtype=torch.bool)
    for row, segment in enumerate(chosen):
        count = len(segment.words)
        words[row, :count], ends[row, :count], present[row, :count] = segment.words.float(), segment.ends, True
    return words, present, ends


def train(reader: Reader, found: list[Segment], seed: int, options: argparse.Namespace, report) -> Reader:
    """The running average of the reader's weights after all passes; `report` is called after each with it."""
    rng = random.Random(seed)
    for name, parameter in reader.named_parameters():
        parameter.requires_grad_(name.startswith("ends"))
    average = copy.deepcopy(reader).eval()
    hidden = [p for name, p in reader.named_parameters() if name.startswith("ends_")]
    linear = [*reader.ends.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": hidden, "lr": options.rate}, {"params": linear, "lr": LINEAR_RATE * options.rate}], weight_decay=0.05
    )
    rates = [group["lr"] for group in optimizer.param_groups]
    steps, step = options.passes * -(-len(found) // BATCH), 0
    for number in range(options.passes):
        reader.train()
        ordered = sorted(found, key=lambda segment: len(segment.words) + 30 * rng.random())
        starts = list(range(0, len(ordered), BATCH))
        rng.shuffle(starts)
        total = 0.0
        for start in starts:
            words, present, ends = padded(ordered[start : start + BATCH])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = reader.end_scores(words, present).float()
            labelled = ends != IGNORED
            loss = F.binary_cross_entropy_with_logits(scores[labelled], ends[labelled].float())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
            total += loss.item()
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * (1 - step / steps)
            averaged(average, reader, options.average, step)
        report(f"seed {seed}, pass {number + 1}, loss {total / len(starts):.4f}", average)
    return average


def mean(reader: Reader, members: list[Reader]) -> None:
    """Gives `reader` sentence ends that are the mean of its members', each as wide as its share of the reader's."""
    width, count = members[0].shape.ends, len(members)
    if width * count != reader.shape.ends:
        raise ValueError(f"{count} members of {width} make no {reader.shape.ends}")
    with torch.no_grad():
        for kind in ("weight", "bias"):
            linear = [getattr(member.ends, kind) for member in members]
            getattr(reader.ends, kind).copy_(torch.stack(linear).mean(0))
            near = [getattr(member.ends_near, kind) for member in members]
            getattr(reader.ends_near, kind).copy_(torch.cat(near))
        reader.ends_wide.bias.copy_(torch.cat([member.ends_wide.bias for member in members]))
        reader.ends_out.bias.copy_(torch.stack([member.ends_out.bias for member in members]).mean(0))
        reader.ends_out.weight.copy_(torch.cat([member.ends_out.weight for member in members], 1) / count)
        # No member hears of another: of the columns, word by word and in each member by member, only its own.
        wide = reader.ends_wide.weight.zero_().view(count, width, -1, count, width)
        for number, member in enumerate(members):
            wide[number, :, :, number] = member.ends_wide.weight.view(width, -1, width)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder with names/, trees/ and raw/")
    parser.add_argument("--pretrained", type=Path, required=True, help="the folder with model.safetensors and vocab.txt")
    parser.add_argument("--start", type=Path, required=True, help="the checkpoint of the reader")
    parser.add_argument("--output", type=Path, required=True, help="the checkpoint to write")
    parser.add_argument("--passes", type=int, default=3, help="over all that the encoder said")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--average", type=float, default=0.998, help="decay of the running average of the weights")
    parser.add_argument("--seeds", type=int, nargs="+", default=(1, 2), help="one for each member")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    vocabulary = WordPieces.read(options.pretrained / "vocab.txt")
    corpora = read_training(options.corpora)
    development = {name: rows for name, rows in corpora.development.items() if rows[0].heads is not None}

    def report(who: str, reader: Reader) -> None:
        figures = " ".join(f"{name} {score_ends(reader, rows, vocabulary).f1:.2f}" for name, rows in development.items())
        print(f"{who}: sentences {figures}", flush=True)

    shape = Shape()
    reader = started(options, shape)
    members = []
    for seed in options.seeds:
        torch.manual_seed(seed)
        member = started(options, replace(shape, ends=shape.ends // len(options.seeds)))
        treed = [sentence for sentence in corpora.gold if sentence.heads is not None]
        found = encoded(member, treed, vocabulary, random.Random(seed))
        members.append(train(member, found, seed, options, report))
    mean(reader, members)
    report("their mean", reader.eval())
    torch.save(reader.state_dict(), options.output)


def started(options: argparse.Namespace, shape: Shape) -> Reader:
    """The reader of a checkpoint, whose hidden layers of sentence ends are new."""
    reader = pretrained(options.pretrained / "model.safetensors", shape)
    state = {name: value for name, value in torch.load(options.start).items() if not name.startswith("ends_")}
    unknown = reader.load_state_dict(state, strict=False)
    if unknown.unexpected_keys or any(not name.startswith("ends_") for name in unknown.missing_keys):
        raise ValueError(f"not a checkpoint of the reader: {unknown}")
    return reader.eval()


if __name__ == "__main__":
    main()
