"""Trains the network on marked articles, and on what a larger one says of them and of others.

`python -m hearsay_dates.train --help`
"""

import argparse
import random
import time
from collections import Counter
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .evaluate import shares, table
from .lessons import Lesson
from .model import Answer, DateReader, fresh
from .windows import Batch, Window, batch, batches, hiding, windows

BY_RULES = 0.1
"""The weight of a statement that rules date: nobody asks the network of it."""
HIDDEN = 0.7
"""The weight of one that they date and that is asked of as if they did not."""
EITHER = 0.25
"""The weight of one that may have no date or the one it has: the guide leans to none."""


def parse() -> argparse.Namespace:
    """The options; the Makefile holds the values behind the shipped weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--articles", type=Path, action="append", required=True, help="marked articles; what is named twice is read twice a pass")
    parser.add_argument("--view", type=Path, help="marked articles to count after each pass")
    parser.add_argument(
        "--passages", type=Path, action="append", default=[], help="marked texts of which all statements are asked")
    parser.add_argument("--lessons", type=Path, action="append", default=[], help="what teach.py wrote; the last word counts")
    parser.add_argument("--teacher", type=Path, help="the teacher's checkpoint, whose heads to start from")
    parser.add_argument("--start", type=Path, help="a checkpoint to start from")
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--budget", type=int, default=3584, help="padded words a batch")
    parser.add_argument("--encoder-rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--frozen-layers", type=int, default=0)
    parser.add_argument("--hidden", type=float, default=0, help="share of the dates by rules that are not told")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def marked_loss(answer: Answer, prepared: Batch) -> tuple[Tensor, int]:
    """Minus the logarithm of the shares of the right answers."""
    total, count = torch.zeros(()), 0
    for index, question in enumerate(prepared.questions):
        if question.said.mark is not None and (right := question.right()):
            weight = BY_RULES if question.said.date else HIDDEN if question.said.hidden else 1.0
            if question.said.mark.date is None and question.said.mark.has_also:
                right, weight = [0], weight * EITHER
            total = total - weight * torch.logsumexp(answer.shares[index, right], 0)
            count += 1
    return total, count


def taught_loss(answer: Answer, prepared: Batch, lessons: dict[tuple[str, int], Lesson], widen: nn.Module) -> dict[str, Tensor]:
    """How far shares, statements, times and words are from the teacher's; each about 1 at first. Only of windows that have a lesson."""
    rows = [row for row, window in enumerate(prepared.windows) if window.key in lessons]
    if not rows:
        return {}
    own = [lessons[prepared.windows[row].key] for row in rows]
    parts = {"shares": torch.zeros(())}
    asked = torch.isin(prepared.rows, torch.tensor(rows))
    questions = asked.nonzero().squeeze(1).tolist()
    shares_of = [share for lesson in own for share in lesson.shares]
    for index, share in zip(questions, shares_of):
        said = prepared.questions[index].said
        # The teacher was told the dates that are hidden.
        if not said.hidden:
            missing = (share.exp() * (share - answer.shares[index, : len(share)])).sum()
            parts["shares"] = parts["shares"] + (BY_RULES if said.date else 1.0) * missing
    parts["shares"] = parts["shares"] / len(shares_of)
    wanted = torch.cat([lesson.statements for lesson in own])
    parts["statements"] = F.mse_loss(answer.statements[asked], wanted) / wanted.square().mean()
    wanted = torch.cat([times for lesson in own for times in lesson.times])
    if len(wanted):
        parts["times"] = F.mse_loss(answer.times[asked[prepared.asked]], wanted) / wanted.square().mean()
    mine = torch.cat([answer.words[row, : len(prepared.windows[row].words)] for row in rows])
    theirs = torch.cat([lesson.words for lesson in own]).float()
    parts["words"] = 1 - F.cosine_similarity(widen(mine), theirs, dim=1).mean()
    return parts


WEIGHTS = {"marked": 1.0, "shares": 1.0, "statements": 0.5, "times": 0.5, "words": 2.0}


def take_heads(reader: DateReader, teacher: Path) -> None:
    """The heads of the teacher that do not depend on the width of its encoder."""
    state = torch.load(teacher)
    kept = {n: t for n, t in state.items() if n.split(".")[0] in ("distance", "pair", "pair_out", "none", "none_out")}
    reader.load_state_dict(kept, strict=False)


def main() -> None:
    options = parse()
    torch.set_num_threads(2)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    articles = [article for path in options.articles for article in torch.load(path, weights_only=False)]
    passages = [article for path in options.passages for article in torch.load(path, weights_only=False)]

    def items() -> list[Window]:
        """All windows, with other dates hidden each time."""
        return [
            window for some, marked in ((articles, True), (passages, False)) for article in some
            for window in windows(hiding(article, options.hidden, rng), marked)
        ]

    view = torch.load(options.view, weights_only=False) if options.view else []
    lessons: dict[tuple[str, int], Lesson] = {}
    for path in options.lessons:
        lessons |= torch.load(path, weights_only=False)
    reader = fresh(options.pretrained)
    layers = reader.encoder.layers
    for layer in layers[: options.frozen_layers]:
        layer.requires_grad_(False)
    if options.teacher:
        take_heads(reader, options.teacher)
    if options.start:
        reader.load_state_dict(torch.load(options.start))
    widen = nn.Linear(reader.time.in_features, 768)
    encoder = [p for p in layers.parameters() if p.requires_grad]
    chosen = {id(p) for p in encoder}
    heads = [p for p in [*reader.parameters(), *widen.parameters()] if p.requires_grad and id(p) not in chosen]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": options.encoder_rate}, {"params": heads, "lr": options.head_rate}],
        weight_decay=0.01, fused=True)
    rates = [group["lr"] for group in optimizer.param_groups]
    first = items()
    total = options.passes * len(batches(first, options.budget, rng))
    print(f"{len(first)} windows, {sum(len(w.words) for w in first)} words, {total} steps", flush=True)
    step, started = 0, time.time()
    for number in range(options.passes):
        reader.train()
        sums: Counter[str] = Counter()
        for group in batches(items(), options.budget, rng):
            share = min(1, (step + 1) / (0.06 * total)) * max(0.01, 1 - step / total)
            for one, rate in zip(optimizer.param_groups, rates):
                one["lr"] = rate * share
            prepared = batch(group)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                answer = reader(prepared)
            marked, count = marked_loss(answer, prepared)
            parts = {"marked": marked / max(1, count)} if count else {}
            if lessons:
                parts |= taught_loss(answer, prepared, lessons, widen)
            loss = sum(WEIGHTS[name] * part for name, part in parts.items()) if lessons else parts.get("marked")
            if loss is None:
                continue
            loss.backward()
            nn.utils.clip_grad_norm_([*encoder, *heads], 1.0)
            optimizer.step()
            optimizer.zero_grad()
            step += 1
            sums += Counter({name: float(part.detach()) for name, part in parts.items()})
            sums["steps"] += 1
            if step in (3, 20) or step % 60 == 0:
                means = {name: round(value / sums["steps"], 4) for name, value in sums.items() if name != "steps"}
                print(f"step {step} of {total}, {time.time() - started:.0f} s, {means}", flush=True)
        print(f"pass {number + 1}, {time.time() - started:.0f} s", flush=True)
        for line in table(shares(reader, view)) if view else []:
            print("  " + line, flush=True)
        torch.save(reader.state_dict(), options.output)


if __name__ == "__main__":
    main()
