"""How often statements of each confidence are right: `reliability.py GOLD FOUND`.

GOLD is a file in the scorer's form, or `tuning` or `reporting` for a half of the statements marked by hand. FOUND is what
`hearsay annotate` prints for the gold's articles. A statement is right where the scorer beside the checkout says so (speaker phrase and
at least half of the content, reporting view), and of those marked by hand if the speaker is the right entity too."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import gold as marked


def judged(tool, row: dict, article: dict, found: dict):
    """Each statement found in an article, as its confidence and whether it is right."""
    want, have = marked.Coding(tool, article, row), marked.Coding(tool, article, found)
    _, partner = tool.align(want.spans, have.spans)
    for index, statement in enumerate(have.spans):
        other = want.spans[partner[index]] if index in partner else None
        if (other or statement).drop["report"]:
            continue
        right = bool(other and tool.content_half(other, statement) and tool.source_ok(other, statement))
        if right and "speaker" in other.raw:
            speaker, accepted = statement.raw["speaker"], [other.raw["speaker"], *other.raw.get("speaker_also", [])]
            right = None in accepted if speaker is None else any(
                name is not None and want.same(name, have, speaker) for name in accepted)
        yield statement.raw["confidence"], right


def main(gold_path: str, found_path: str) -> None:
    found = {row["source"].split("#", 1)[1]: row for row in marked.lines(Path(found_path))}
    if gold_path in ("tuning", "reporting"):
        articles = marked.Articles()
        rows = [(row, articles.article(row)) for row in marked.gold(gold_path)]
    else:
        rows = [(row, row) for row in marked.lines(Path(gold_path))]
    tool = marked.scorer()
    bins: dict[int, list[tuple[float, bool]]] = {}
    for row, article in rows:
        nothing = {"entities": [], "statements": []}
        for confidence, right in judged(tool, row, article, found.get(row["id"], nothing)):
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
