"""Dates of a set by rules, by the network, and as the program has them: `python -m hearsay_dates.evaluate --help`."""

import argparse
import random
from collections import defaultdict
from pathlib import Path

import torch

from .articles import Article, Said
from .model import DateReader, fresh
from .quantise import quantised
from .windows import batch, batches, windows

BOUNDS = (0.4, 0.5, 0.6, 0.7, 0.8)
STAYS = 0.3
"""The share from which on a date stays that a rule gives, as in DateReader.swift."""


def shares(reader: DateReader, articles: list[Article]) -> list[tuple[str, Said, dict[str, float]]]:
    """The set of each marked statement, the statement, and the share of each date."""
    reader.eval()
    found = []
    items = [window for article in articles for window in windows(article, marked=True)]
    for group in batches(items, 8192, random.Random(0)):
        prepared = batch(group)
        with torch.no_grad():
            answers = reader(prepared).shares.exp()
        kinds = [window.article.set for window in group for _ in window.questions]
        for kind, question, answer in zip(kinds, prepared.questions, answers):
            by_date: dict[str, float] = defaultdict(float)
            # As the program does: none for what only may or is yet to be said, and for what another quotes.
            taken = [] if question.said.modal or question.said.nested else answer[1:].tolist()
            for candidate, share in zip(question.candidates, taken):
                by_date[candidate.date] += share
            found.append((kind, question.said, dict(by_date)))
    return found


def table(found: list[tuple[str, Said, dict[str, float]]]) -> list[str]:
    """Recall and precision of every set, by rules, by the network, and by the network over the rules above each bound."""
    lines = []
    for kind in sorted({kind for kind, _, _ in found}):
        rows = [(said, by_date) for own, said, by_date in found if own == kind]

        def figure(choice) -> str:
            right = given = wanted = 0
            for said, by_date in rows:
                mark, date = said.mark, choice(said, by_date)
                if mark.has_also and date in (None, mark.also):
                    continue
                right += date is not None and date == mark.date
                given += date is not None
                wanted += mark.date is not None
            return f"{100 * right / max(1, wanted):.1f}/{100 * right / max(1, given):.1f}"

        def best(by_date: dict[str, float], bound: float) -> str | None:
            date, share = max(by_date.items(), key=lambda item: item[1], default=(None, 0))
            return date if share > bound else None

        def weighed(said: Said, by_date: dict[str, float], bound: float) -> str | None:
            # Of a time that is none of the candidates the network knows nothing.
            return said.date if said.date and by_date.get(said.date, 1) >= STAYS else best(by_date, bound)

        rules = figure(lambda said, _: said.date)
        alone = figure(lambda _, by_date: best(by_date, 0.5))
        over = [figure(lambda said, by_date: weighed(said, by_date, bound)) for bound in BOUNDS]
        wanted = sum(said.mark.date is not None for said, _ in rows)
        lines.append(
            f"{kind}, {wanted}: rules {rules}, network {alone}, program "
            + ", ".join(f"{bound} {one}" for bound, one in zip(BOUNDS, over)))
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, required=True, help="what prepare.py wrote")
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--eight-bit", action="store_true", help="as the program computes it")
    options = parser.parse_args()
    torch.set_num_threads(2)
    reader = fresh(options.pretrained)
    reader.load_state_dict(torch.load(options.checkpoint))
    if options.eight_bit:
        reader = quantised(reader)
    for line in table(shares(reader, torch.load(options.articles, weights_only=False))):
        print(line)


if __name__ == "__main__":
    main()
