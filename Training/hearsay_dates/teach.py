"""What a trained network says of articles, for a smaller one to learn: `python -m hearsay_dates.teach --help`."""

import argparse
import random
from pathlib import Path

import torch

from .articles import gold
from .lessons import Lesson
from .model import fresh
from .windows import batch, batches, windows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, action="append", required=True)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(2)
    teacher = fresh(options.pretrained)
    teacher.load_state_dict(torch.load(options.checkpoint))
    teacher.eval()
    items = [
        window for path in options.articles for article in torch.load(path, weights_only=False)
        for window in windows(article, marked=article.set not in gold.DATED_BY_READERS)
    ]
    lessons: dict[tuple[str, int], Lesson] = {}
    groups = batches(items, 3584, random.Random(0))
    for number, group in enumerate(groups):
        prepared = batch(group)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            answer = teacher(prepared)
        question = 0
        for row, window in enumerate(group):
            mine = range(question, question + len(window.questions))
            question = mine.stop
            lessons[window.key] = Lesson(
                answer.words[row, : len(window.words)].bfloat16(), answer.statements[mine.start : mine.stop].float(),
                [answer.times[prepared.asked == index].float() for index in mine],
                [answer.shares[index, : 1 + len(prepared.questions[index].candidates)].float() for index in mine])
        if number % 40 == 0:
            print(f"{number} of {len(groups)}", flush=True)
    torch.save(lessons, options.output)
    print(f"{options.output}: {len(lessons)} windows, {sum(len(window.words) for window in items)} words")


if __name__ == "__main__":
    main()
