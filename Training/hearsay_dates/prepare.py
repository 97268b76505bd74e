"""Has the program read articles to learn from, or to count: `python -m hearsay_dates.prepare --help`."""

import argparse
import sys
from pathlib import Path

import torch

from .articles import ROOT, Article, gold, marked


# Not the politics: those articles are for tuning rules only.
LEARNT = {"wikinews": ("tuning", "dates-tuning"), "voa": ("dates-voa",), "reports": ("reports-tuning",)}


def of(name: str, program: Path) -> list[Article]:
    """The articles of a set: one to learn from, those in view, or those only measured."""
    rows: list[dict] = []
    kinds: list[str] = []

    def add(more: list[dict], kind: str) -> None:
        rows.extend(more)
        kinds.extend([kind] * len(more))

    if name in LEARNT:
        for half in LEARNT[name]:
            add(gold.gold(half), half)
    elif name == "view":
        add(gold.politics("tuning"), "politics")
    elif name == "measured":
        add(gold.gold("reports-reporting"), "reports")
        add(gold.politics("reporting"), "politics")
        add(gold.gold("reporting"), "own")
        add(gold.gold("dates-reporting"), "more")
        for kind in gold.DATED_BY_READERS:
            add(gold.dated_by_readers(kind, "reporting"), kind)
    elif name in gold.DATED_BY_READERS:
        add(gold.dated_by_readers(name, "tuning"), name)
    else:
        sys.exit(f"articles: no set {name!r}")
    return marked(program, rows, kinds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, default=ROOT / ".build/release/hearsay")
    parser.add_argument("--set", required=True, help="wikinews, voa, reports, passages, invented, view or measured")
    parser.add_argument("--every", type=int, default=1, help="of so many articles the first alone")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    found = of(options.set, options.program)[:: options.every]
    torch.save(found, options.output)
    statements = [said for one in found for said in one.statements]
    print(
        f"{options.set}: {len(found)} articles, {len(statements)} statements, "
        f"{sum(said.mark is not None for said in statements)} marked, {sum(said.date is not None for said in statements)} dated by rules")


if __name__ == "__main__":
    main()
