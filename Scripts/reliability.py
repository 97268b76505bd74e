"""How often statements of each confidence are right, against gold in the scorer's form: `reliability.py GOLD FOUND`.

FOUND is what `hearsay annotate` prints for the gold's articles. A statement is right where the scorer beside the checkout says so
(speaker phrase and at least half of the content, reporting view)."""

import importlib.util
import json
import sys
from pathlib import Path

SCORER = Path(__file__).resolve().parent.parent.parent / "shared/tools/score_statements.py"


def scorer():
    """The scorer beside the checkout."""
    spec = importlib.util.spec_from_file_location("scorer", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(tool, gold: list[dict], found: dict[str, dict]):
    """Each statement found, as its confidence and whether it is right."""
    for row in gold:
        doc = tool.Doc(row)
        wanted, have = doc.stmts(row), doc.stmts(found.get(row["id"], {}))
        _, partner = tool.align(wanted, have)
        for index, statement in enumerate(have):
            other = wanted[partner[index]] if index in partner else None
            if not (other or statement).drop["report"]:
                right = other and tool.content_half(other, statement) and tool.source_ok(other, statement)
                yield statement.raw["confidence"], bool(right)


def main(gold_path: str, found_path: str) -> None:
    read = lambda path: [json.loads(line) for line in Path(path).read_text(encoding="utf8").splitlines() if line]
    found = {row["source"].split("#", 1)[1]: row for row in read(found_path)}
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged(scorer(), read(gold_path), found):
        bins.setdefault(min(9, int(confidence * 10)), []).append((confidence, right))
    print("confidence   statements   mean   right")
    every = [pair for pairs in bins.values() for pair in pairs]
    for index, pairs in sorted(bins.items()):
        mean, right = (sum(pair[part] for pair in pairs) / len(pairs) for part in (0, 1))
        print(f"{index / 10:.1f} – {index / 10 + 0.1:.1f} {len(pairs):12} {mean:8.2f} {right:7.2f}")
    gap = sum(abs(sum(c - r for c, r in pairs)) for pairs in bins.values()) / max(1, len(every))
    print(f"mean gap between confidence and share of right ones: {gap:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
