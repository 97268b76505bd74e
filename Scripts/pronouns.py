"""How well pronouns are resolved, on GAP (../shared/corpora/coreference): F1 as its authors score it.

pronouns.py [--wrong]

Runs the program (HEARSAY, else .build/release/hearsay) on the texts alone. A name counts as the pronoun's if one of its
mentions is tied to the entity that the pronoun is tied to. Rows of an odd number were in view while rules were made,
rows of an even one were only measured.
"""

import collections
import csv
import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GAP = ROOT.parent / "shared/corpora/coreference/gap_development.tsv.gz"


def entities(mentions: list[dict], start: int, end: int, forms: tuple[bool, ...]) -> set[str]:
    """The entities of the mentions that share a character with the place; pronouns or not."""
    return {
        m["entity"] for m in mentions
        if m["start"] < end and start < m["end"] and (m["form"] == "pronoun") in forms
    }


def main() -> None:
    if not GAP.exists():
        print(f"pronouns: skipped: {GAP} is not here")
        return
    rows = list(csv.DictReader(gzip.open(GAP, "rt", encoding="utf8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    program = os.environ.get("HEARSAY", str(ROOT / ".build/release/hearsay"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gap.jsonl"
        path.write_text("".join(json.dumps({"id": row["ID"], "text": row["Text"]}) + "\n" for row in rows), "utf8")
        run = subprocess.run([program, "annotate", str(path)], capture_output=True, encoding="utf8", check=False)
    if run.returncode:
        sys.exit(f"pronouns.py: {program}: {run.stderr}")
    found = {}
    for line in run.stdout.split("\n"):
        if line:
            document = json.loads(line)
            for source in document["sources"]:
                found[source.split("#", 1)[1]] = document["mentions"]
    counts = collections.defaultdict(collections.Counter)
    for number, row in enumerate(rows, 1):
        mentions = found.get(row["ID"], [])
        start = int(row["Pronoun-offset"])
        pronoun = entities(mentions, start, start + len(row["Pronoun"]), (True,))
        gender = "feminine" if row["Pronoun"].lower() in ("she", "her", "hers", "herself") else "masculine"
        tied = []
        for name in "AB":
            at = int(row[f"{name}-offset"])
            said = entities(mentions, at, at + len(row[name]), (False,))
            is_tied, is_gold = bool(said & pronoun), row[f"{name}-coref"].upper() == "TRUE"
            tied.append((is_tied, is_gold))
            outcome = ("tp" if is_gold else "fp") if is_tied else ("fn" if is_gold else "tn")
            for key in ("all", gender, "even" if number % 2 == 0 else "odd"):
                counts[key][outcome] += 1
            if is_gold and not said:
                counts["all"]["no mention at the name"] += 1
        if "--wrong" in sys.argv and number % 2 and any(a != b for a, b in tied):
            print(f"{row['ID']} {row['Pronoun']}@{start} {sorted(pronoun)} A={row['A']} {row['A-coref']} "
                  f"B={row['B']} {row['B-coref']}\n    {row['Text'][max(0, start - 300):start]}[{row['Pronoun']}]"
                  f"{row['Text'][start + len(row['Pronoun']):start + 100]}")
        if not pronoun:
            counts["all"]["pronoun not tied"] += 1
    for key in ("all", "masculine", "feminine", "odd", "even"):
        c = counts[key]
        precision = 100 * c["tp"] / max(1, c["tp"] + c["fp"])
        recall = 100 * c["tp"] / max(1, c["tp"] + c["fn"])
        print(f"gap {key:9}  P {precision:.1f}  R {recall:.1f}  F1 {2 * precision * recall / max(1, precision + recall):.1f}")
    print(f"({counts['all']['pronoun not tied']} of {len(rows)} pronouns not tied; "
          f"{counts['all']['no mention at the name']} right names without a mention)")


main()
