"""Trains a reader: `python -m hearsay_reader.train --help`."""

import argparse
import copy
import os
import random
import time
from pathlib import Path

import torch
from torch import nn

from .batches import Casing, Reading, batch, batches, read, segments, unpunctuated
from .corpora import Corpora, read_training
from .evaluate import evaluate, summary
from .features import WordPieces
from .losses import Weights, joint_loss
from .model import Reader, pretrained


def parse() -> argparse.Namespace:
    """The options; the Makefile holds the values behind the shipped weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder with names/, trees/ and raw/")
    parser.add_argument("--pretrained", type=Path, required=True, help="the folder with model.safetensors and vocab.txt")
    parser.add_argument("--output", type=Path, required=True, help="the checkpoint to write")
    parser.add_argument("--start", type=Path, help="a checkpoint to start from, instead of MiniLM")
    parser.add_argument("--resume", type=Path, help="go on from OUTPUT.resume of an interrupted run")
    parser.add_argument("--silver", type=Path, action="append", default=[], help="sentences labelled by silver.py")
    parser.add_argument("--epochs", type=float, default=8)
    parser.add_argument("--steps", type=int, help="the length of the schedule in steps, instead of epochs")
    parser.add_argument("--stop", type=int, help="stop after so many steps, whatever the schedule says")
    parser.add_argument("--minutes", type=float, help="end the schedule by the clock, if it is not over before")
    parser.add_argument("--gmb", type=int, default=8000, help="silver sentences of names/gmb_clean drawn each epoch")
    parser.add_argument("--own-silver", type=int, default=10000, help="sentences of --silver drawn each epoch")
    parser.add_argument("--budget", type=int, default=1536, help="padded pieces a batch")
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--average", type=float, default=0.998, help="decay of the running average of the weights")
    parser.add_argument("--names-weight", type=float, default=Weights.names)
    parser.add_argument("--ends-weight", type=float, default=Weights.ends)
    parser.add_argument("--taught-weight", type=float, default=Weights.taught)
    parser.add_argument(
        "--recased", type=float, nargs=3, metavar=("UPPER", "LOWER", "TITLE"), default=(Casing.upper, Casing.lower, Casing.title),
        help="shares of segments that are read in another casing",
    )
    parser.add_argument("--single", type=float, default=0.5, help="share of sentences that are read alone")
    parser.add_argument("--joined", type=float, default=0, help="share of segments that reach across paragraphs")
    parser.add_argument("--unpunctuated", type=float, default=0, help="share of sentences that lose their full stop")
    parser.add_argument("--frozen-layers", type=int, default=0, help="lowest layers that do not train (the teacher)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2, help="each takes every n-th batch; gradients are averaged")
    return parser.parse_args()


def epoch_segments(
    gold: list[Reading], silver: list[Reading], own: list[Reading], options: argparse.Namespace, rng: random.Random
) -> list[list[Reading]]:
    """The segments of one epoch: all gold, and a fresh run of silver of each kind."""
    groups = segments(gold, options.single, rng, options.joined)
    for readings, count in ((silver, options.gmb), (own, options.own_silver)):
        # Runs of 50 keep neighbours together; the corpus stands in order of its articles.
        starts = [50 * number for number in range(len(readings) // 50)]
        drawn = sorted(rng.sample(starts, min(len(starts), count // 50)))
        groups += segments([r for start in drawn for r in readings[start : start + 50]], options.single, rng, options.joined)
    return [[unpunctuated(r) if rng.random() < options.unpunctuated else r for r in group] for group in groups]


def averaged(average: Reader, reader: Reader, decay: float, step: int) -> None:
    """Moves the running average towards the weights; early on it follows faster."""
    decay = min(decay, (1 + step) / (10 + step))
    with torch.no_grad():
        pairs = [(a, r) for a, r in zip(average.parameters(), reader.parameters()) if r.requires_grad]
        torch._foreach_lerp_([a for a, _ in pairs], [r for _, r in pairs], 1 - decay)


def share_gradients(parameters: list[nn.Parameter], processes: int, progress: float) -> float:
    """Averages the gradients, and how far each has come, over all processes, as one flat exchange."""
    for parameter in parameters:
        if parameter.grad is None:
            parameter.grad = torch.zeros_like(parameter)
    flat = torch._utils._flatten_dense_tensors([*(p.grad for p in parameters), torch.tensor([progress])])
    torch.distributed.all_reduce(flat)
    flat /= processes
    for parameter, mean in zip(parameters, torch._utils._unflatten_dense_tensors(flat, parameters)):
        parameter.grad.copy_(mean)
    return float(flat[-1])


def main() -> None:
    options = parse()
    if options.processes == 1:
        train(0, options)
    else:
        torch.multiprocessing.spawn(train, (options,), nprocs=options.processes)


def train(rank: int, options: argparse.Namespace) -> None:
    """One process of the training; all of them hold the same weights, the first one speaks and saves."""
    processes = options.processes
    if processes > 1:
        os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
        os.environ.setdefault("MASTER_PORT", "29871")
        torch.distributed.init_process_group("gloo", rank=rank, world_size=processes)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    vocabulary = WordPieces.read(options.pretrained / "vocab.txt")
    corpora: Corpora = read_training(options.corpora)
    gold = [read(sentence, vocabulary) for sentence in corpora.gold]
    silver = [read(sentence, vocabulary) for sentence in corpora.silver]
    own = [
        read(sentence, vocabulary)
        for path in options.silver
        for sentence in torch.load(path, weights_only=False)
    ]
    reader = pretrained(options.pretrained / "model.safetensors")
    if options.start:
        reader.load_state_dict(torch.load(options.start))
    for layer in reader.layers[: options.frozen_layers]:
        layer.requires_grad_(False)
    average = copy.deepcopy(reader).eval()
    encoder = [p for n, p in reader.named_parameters() if p.requires_grad and n.startswith(("layers", "norm"))]
    heads = [p for n, p in reader.named_parameters() if p.requires_grad and not n.startswith(("layers", "norm"))]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": options.encoder_rate}, {"params": heads, "lr": options.head_rate}],
        weight_decay=0.01, betas=(0.9, 0.98), fused=True,
    )
    weights = Weights(names=options.names_weight, ends=options.ends_weight, taught=options.taught_weight)
    torch.manual_seed(options.seed + rank)
    if rank == 0:
        print(f"gold {len(gold)} sentences, silver {len(silver)}, own silver {len(own)}", flush=True)

    casing = Casing(*options.recased)
    plans = batches(epoch_segments(gold, silver, own, options, rng), vocabulary, options.budget, rng, casing)
    total = options.steps or int(len(plans) * options.epochs / processes)
    warm = max(1, min(100, int(0.06 * total)))
    rates = [group["lr"] for group in optimizer.param_groups]
    step, started, seen = 0, time.time(), 0
    if options.resume:
        state = torch.load(options.resume)
        reader.load_state_dict(state["reader"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        step = state["step"]
    sums: dict[str, list[float]] = {}
    last = min(total, options.stop or total)
    progress = 0.0
    while step < last and progress < 1:
        reader.train()
        for plan in plans[rank : len(plans) // processes * processes : processes]:
            if step >= last or progress >= 1:
                break
            prepared = batch([group for group, _ in plan], vocabulary, [style for _, style in plan])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                output = reader(prepared.pieces, prepared.casing, prepared.lengths, prepared.firsts, prepared.sources)
                losses = joint_loss(reader, output, prepared, weights)
            loss = torch.stack(list(losses.values())).sum()
            optimizer.zero_grad()
            loss.backward()
            progress = step / total
            if options.minutes:
                progress = max(progress, (time.time() - started) / 60 / options.minutes)
            if processes > 1:
                progress = share_gradients(encoder + heads, processes, progress)
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * min((step + 1) / warm, max(0.0, 1 - progress))
            nn.utils.clip_grad_norm_(encoder + heads, 1.0)
            optimizer.step()
            step += 1
            averaged(average, reader, options.average, step)
            seen += int(prepared.lengths.sum())
            for head, value in losses.items():
                sums.setdefault(head, []).append(value.item())
            if step % 100 == 0 and rank == 0:
                means = " ".join(f"{head} {sum(v) / len(v):.3f}" for head, v in sums.items())
                sums = {}
                spent = time.time() - started
                print(f"step {step}/{total} {spent:.0f} s {processes * seen / spent:.0f} pieces/s {means}", flush=True)
                torch.save(average.state_dict(), options.output)
                if step % 200 == 0:
                    state = {
                        "reader": reader.state_dict(), "average": average.state_dict(),
                        "optimizer": optimizer.state_dict(), "step": step,
                    }
                    torch.save(state, options.output.with_suffix(".resume"))
        if rank == 0:
            figures = evaluate(average, corpora.development, vocabulary)
            print(f"epoch end, step {step}: {summary(figures)}", flush=True)
            torch.save(average.state_dict(), options.output)
        plans = batches(epoch_segments(gold, silver, own, options, rng), vocabulary, options.budget, rng, casing)


if __name__ == "__main__":
    main()
