"""What `hearsay annotate` finds, against the statements marked by hand (docs/GOLD.md).

gold.py articles HALF                      the articles of a half, a JSON object a line, for `hearsay annotate`
gold.py score HALF FOUND [--wrong] [--floors FILE]
                                           what was found in them: a table; with --wrong every wrong field, with its words;
                                           with --floors also a line for each figure below its floor, and exit status 1
gold.py agree [--wrong]                    the second coding of some articles against the first

HALF is `tuning` or `reporting`, or `passages` or `invented`, those of Voice of America and those made up, for tuning, whose dates
alone are marked. Needs ../shared for the articles and the scorer's measure of spans.
"""

import gzip
import hashlib
import importlib.util
import json
import random
import re
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
POLITICS = SHARED / "corpora/statements/polnear_dev.jsonl.gz"
SPEECH = ("direct", "mixed", "indirect")
DATED_BY_READERS = ("passages", "invented")
"""Of which readers dated what the program finds."""
DATES = ("date", *(f"date, {kind}" for kind in ("more", "briefs", "politics", *DATED_BY_READERS, "reports")))
"""The figures of dates: of articles of which everything is marked, and of others."""
BY_NETWORK = "date by network, "
"""How sure it was of the date follows: from that tenth on."""


def lines(path: Path) -> list[dict]:
    # Not splitlines: a text may hold other line breaks.
    return [json.loads(line) for line in path.read_text(encoding="utf8").split("\n") if line.strip()]


def packed(path: Path) -> list[dict]:
    """The rows of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        return [json.loads(line) for line in file]


def gold(name: str) -> list[dict]:
    """The rows of a half, of the dates of a half, of the dates of briefs, passages or made-up articles, or of the second coding."""
    return lines(ROOT / f"Tests/Gold/statements/{name}.jsonl")


def whole(half: str) -> list[dict]:
    """The rows of which everything is marked."""
    return gold(half) if half not in DATED_BY_READERS else []


def dates(half: str) -> list[dict]:
    """The rows of which only dates are marked, or spans and dates; those of briefs are for tuning."""
    if half in DATED_BY_READERS:
        return dated_by_readers(half, "tuning")
    made_up = [{**row, "set": "reports"} for row in gold("reports-" + half)]
    if half == "tuning":
        more = gold("dates-voa")
    else:
        more = [row for name in DATED_BY_READERS for row in dated_by_readers(name, half)]
    return gold("dates-" + half) + more + politics(half) + made_up


def dated_by_readers(name: str, half: str) -> list[dict]:
    """The rows of passages of Voice of America or of made-up articles, with the dates of what the program finds in them."""
    return [{**row, "set": name} for row in gold(f"dates-{name}-{half}")]


def politics(half: str) -> list[dict]:
    """The dates of statements that others marked, whose spans stay where they lie: rows as those of `dates`."""
    marked = {row["id"]: row for row in packed(POLITICS)}
    tool, rows = scorer(), []
    for row in gold("dates-politics-" + half):
        source = marked[row["id"]]
        spans = tool.Doc({"id": row["id"], "text": source["text"]}).stmts(source)
        # Those of the reporting view that have a cue were read.
        read = {id(span.raw) for span in spans if span.raw["cue"] and not span.drop["report"]}
        statements = [
            {"date": None, **statement, **row["dates"].get(str(index), {})}
            for index, statement in enumerate(source["statements"])
            if id(statement) in read
        ]
        rows.append({"id": row["id"], "sha256": row["sha256"], "set": "politics", "statements": statements})
    return rows


class Articles:
    """The raw articles beside the checkout, by the ids of the gold."""

    def __init__(self) -> None:
        raw = SHARED / "corpora/raw"
        self.whole = {row["id"]: row for row in packed(raw / "wikinews_2019.jsonl.gz")}
        with gzip.open(raw / "voa_sentences.txt.gz", "rt", encoding="utf8") as file:
            self.sentences = file.read().split("\n")
        # Their day of publication stands in their id alone.
        self.whole |= {
            row["id"]: {"id": row["id"], "text": row["text"], "published": row["id"].split("_")[1]}
            for row in packed(POLITICS)
        }

    def article(self, row: dict) -> dict:
        """The article of a gold row, as `hearsay annotate` reads it."""
        passage = re.fullmatch(r"voa-(\d+)-(\d+)", row["id"])
        if "text" in row:
            # A made-up report is kept whole.
            article = {name: row[name] for name in ("id", "text", "published")}
        elif passage:
            first, last = map(int, passage.groups())
            article = {"id": row["id"], "text": " ".join(self.sentences[first - 1 : last])}
            # A day made up for the sake of dates: these texts have none of their own.
            if "published" in row:
                article["published"] = row["published"]
        else:
            article = self.whole[row["id"]]
        if hashlib.sha256(article["text"].encode()).hexdigest() != row["sha256"]:
            sys.exit(f"gold.py: {row['id']}: the text is not the one that was marked")
        return article


def scorer():
    """The scorer beside the checkout, for its words, alignment and measure of spans."""
    spec = importlib.util.spec_from_file_location("scorer", SHARED / "tools/score_statements.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def folded(name: str) -> str:
    """A name without case, accents, marks and article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.sub(r"^the ", "", " ".join(re.findall(r"\w+", plain.replace("'s", "").replace(".", ""))))


def names(entity: dict) -> frozenset[str]:
    return frozenset(map(folded, [entity.get("name") or entity["label"], *entity["aliases"]]))


class Coding:
    """The statements of one article by one coder, person or program; entities as the sets of their names."""

    def __init__(self, tool, article: dict, row: dict) -> None:
        entities = row.get("entities", [])
        key = "name" if any("name" in entity for entity in entities) else "id"
        self.names = {entity[key]: names(entity) for entity in entities}
        self.labels = {entity[key]: entity.get("name") or entity["label"] for entity in entities}
        self.kinds = {entity[key]: entity["kind"] for entity in entities}
        self.doc = tool.Doc({"id": article["id"], "text": article["text"]})
        self.spans = self.doc.stmts(row)
        self.statements = [span.raw for span in self.spans]

    def same(self, mine: str, other: "Coding", theirs: str) -> bool:
        return bool(self.names[mine] & other.names[theirs])


class Tally:
    """Counts by figure: right, found, wanted."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = {}

    def add(self, figure: str, right: int, found: int, wanted: int) -> None:
        counts = self.counts.setdefault(figure, [0, 0, 0])
        for index, value in enumerate((right, found, wanted)):
            counts[index] += value

    def total(self, others: list["Tally"]) -> "Tally":
        """This and the others in one."""
        for other in others:
            for figure, counts in other.counts.items():
                self.add(figure, *counts)
        return self

    def of(self, figure: str) -> "Tally":
        """The counts of one figure."""
        own = Tally()
        own.counts[figure] = self.counts[figure]
        return own

    def prf(self, figure: str) -> tuple[float, float, float]:
        right, found, wanted = self.counts.get(figure, [0, 0, 0])
        precision, recall = 100 * right / max(1, found), 100 * right / max(1, wanted)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


class Comparison:
    """One coding against another that is taken as right, over many articles."""

    def __init__(self, tool, wrong: bool) -> None:
        self.tool, self.wrong = tool, wrong
        # Of the article at hand, and of each.
        self.tally = Tally()
        self.articles: list[Tally] = []
        self.acts: list[tuple[str, str]] = []

    def complain(self, what: str, want: object, have: object, words: str) -> None:
        if self.wrong:
            print(f"  {what}: want {want}, have {have} | {words}")

    def add(self, want: Coding, have: Coding) -> None:
        self.tally = Tally()
        self.articles.append(self.tally)
        wanted, found = self.tool.align(want.spans, have.spans)
        for index, statement in enumerate(want.spans):
            other = have.spans[wanted[index]] if index in wanted else None
            overlaps = bool(other and self.tool.content_half(statement, other))
            attributed = bool(other) and self.attributes(statement, other)
            words = self.words(want.doc, statement)
            for figure in ("statements", statement.kind):
                self.tally.add(figure, attributed, 0, 1)
            if not statement.drop["report"]:
                self.tally.add("reporting view", attributed, 0, 1)
            self.tally.add("statements by content", overlaps, 0, 1)
            if not attributed:
                self.complain(
                    "statement", "", self.words(have.doc, other) if other else "nothing", f"{statement.kind} {words}")
            if overlaps:
                self.fields(want, statement.raw, have, other.raw, words)
                self.within(want, index, have, wanted, words)
        for index, statement in enumerate(have.spans):
            counterpart = want.spans[found[index]] if index in found else statement
            for figure in ("statements", counterpart.kind):
                self.tally.add(figure, 0, 1, 0)
            if not counterpart.drop["report"]:
                self.tally.add("reporting view", 0, 1, 0)
            self.tally.add("statements by content", 0, 1, 0)
            if index not in found:
                self.complain("statement", "nothing", "", self.words(have.doc, statement))

    def add_dates(self, want: Coding, have: Coding, figure: str) -> None:
        """Of an article of which only statements that have a date or stand near a time are marked, or no more than dates."""
        self.tally = Tally()
        self.articles.append(self.tally)
        wanted, _ = self.tool.align(want.spans, have.spans)
        for index, statement in enumerate(want.spans):
            other = have.spans[wanted[index]] if index in wanted else None
            if other and self.tool.content_half(statement, other):
                self.date(statement.raw, other.raw, figure, self.words(want.doc, statement))
            if figure == "date, reports":
                self.tally.add("statements, reports", bool(other and self.attributes(statement, other)), 0, 1)
        if figure == "date, reports":
            self.tally.add("statements, reports", 0, len(have.spans), 0)

    def attributes(self, gold, found) -> bool:
        """Whether source and half of the content are the same."""
        return self.tool.content_half(gold, found) and self.tool.source_ok(gold, found)

    def date(self, gold: dict, found: dict, figure: str, words: str) -> None:
        if "date_also" in gold and found["date"] in (None, gold["date_also"]):
            return
        right = found["date"] == gold["date"] and bool(gold["date"])
        self.tally.add(figure, right, bool(found["date"]), bool(gold["date"]))
        if share := found.get("date_share"):
            self.tally.add(f"{BY_NETWORK}0.{min(int(10 * share), 9)}", right, 1, 0)
        if found["date"] != gold["date"]:
            self.complain("date", gold["date"], found["date"], words)

    def words(self, doc, statement) -> str:
        parts = (doc.str(statement.raw[name]) for name in ("source", "cue", "content"))
        return " | ".join(" ".join(part.split()) for part in parts)

    def fields(self, want: Coding, gold: dict, have: Coding, found: dict, words: str) -> None:
        """What a statement that was found says of itself."""
        accepted = [gold["speaker"], *gold.get("speaker_also", [])]
        speaker = found["speaker"]
        if speaker is None:
            right = None in accepted
        else:
            right = any(name is not None and want.same(name, have, speaker) for name in accepted)
        named = "speaker, named" if gold["speaker"] else "speaker, nobody"
        self.tally.add("speaker", right, 1, 1)
        self.tally.add(named, right, 1, 1)
        if not right:
            self.complain("speaker", accepted, have.labels.get(speaker), words)
        self.acts.append((gold["act"], found["act"]))
        for figure, right in (
            ("act", found["act"] in [gold["act"], *gold.get("act_also", [])]),
            ("polarity", found["polarity"] == gold["polarity"]),
            ("speech", found["speech"] == gold["speech"]),
        ):
            self.tally.add(figure, right, 1, 1)
            if not right:
                self.complain(figure, gold[figure], found[figure], words)
        self.date(gold, found, "date", words)
        about = found["targets"] if "targets" in found else found["about"]
        speakers = [name for name in accepted if name is not None]
        self.entities("targets", gold["targets"], gold.get("targets_also", []) + speakers, want, about, have, words)
        self.entities("addressees", gold["addressees"], [], want, found["addressees"], have, words)

    def entities(
        self, figure: str, required: list, optional: list, want: Coding, found: list, have: Coding, words: str
    ) -> None:
        """Which of the entities that are wanted were found; places apart, the optional neither way."""
        missing = list(required)
        spare = []
        for item in found:
            match = next((name for name in missing if want.same(name, have, item)), None)
            if match is not None:
                missing.remove(match)
            elif not any(want.same(name, have, item) for name in optional):
                spare.append(item)
        for place in (False, True):
            name = f"{figure}, places" if place else figure
            some = [n for n in required if (want.kinds[n] == "place") == place]
            lost = [n for n in missing if (want.kinds[n] == "place") == place]
            more = [n for n in spare if (have.kinds[n] == "place") == place]
            self.tally.add(name, len(some) - len(lost), len(some) - len(lost) + len(more), len(some))
            if lost or more:
                self.complain(name, lost, [have.labels[n] for n in more], words)

    def within(self, want: Coding, index: int, have: Coding, wanted: dict, words: str) -> None:
        """Whether the statement that quotes this one is the one that was found to."""
        outer, other = want.statements[index].get("within"), have.statements[wanted[index]].get("within")
        ids = {statement.get("id", number): number for number, statement in enumerate(have.statements)}
        right = outer is not None and other is not None and wanted.get(outer) == ids.get(other)
        self.tally.add("within", right, other is not None, outer is not None)

    def table(self, title: str) -> dict[str, float]:
        """Prints the figures, with 95 % of what other articles might have given, and gives those that floors guard."""
        figures: dict[str, float] = {}
        whole = Tally().total(self.articles)
        counts = whole.counts

        def spread(name: str, part: int) -> str:
            # Of the articles that say something of that figure: others, added later, do not move it.
            own, draw = [tally.of(name) for tally in self.articles if name in tally.counts], random.Random(1)
            values = sorted(Tally().total(draw.choices(own, k=len(own))).prf(name)[part] for _ in range(400))
            return f"   {values[10]:5.1f} – {values[389]:5.1f}"

        marked = counts.get("statements", [0, 0, 0])
        print(f"## {title}: {marked[2]} statements marked, {marked[1]} found")
        print(f"{'':24}     P     R    F1")
        rows = ["statements", *SPEECH, "reporting view", "statements by content", "targets", "targets, places", "addressees", *DATES, "statements, reports", "within"]
        for name in filter(counts.get, rows):
            print(f"{name:24}" + "".join(f"{value:6.1f}" for value in whole.prf(name)) + f"{spread(name, 2)}  of {counts[name][2]}")
            figures[name] = round(whole.prf(name)[2], 1)
        for name in filter(counts.get, ("speaker", "speaker, named", "speaker, nobody", "act", "polarity", "speech")):
            print(f"{name:24}{'':12}{whole.prf(name)[0]:6.1f}{spread(name, 0)}  of {counts[name][1]}")
            figures[name] = round(whole.prf(name)[0], 1)
        for figure in DATES:
            name = f"dates of {figure.partition(', ')[2] or 'those'} given"
            if figure in counts:
                figures[name] = round(whole.prf(figure)[1], 1)
                print(f"{name:24}{'':12}{figures[name]:6.1f}{spread(figure, 1)}  of {counts[figure][2]}")
        for name in sorted(name for name in counts if name.startswith(BY_NETWORK)):
            print(f"{name:24}{'':12}{whole.prf(name)[0]:6.1f}{spread(name, 0)}  of {counts[name][1]}")
        print()
        return figures

    def kappa(self) -> float:
        """Cohen's kappa of the acts."""
        total = len(self.acts)
        same = sum(first == second for first, second in self.acts) / total
        labels = {act for pair in self.acts for act in pair}
        chance = sum(
            sum(first == label for first, _ in self.acts) * sum(second == label for _, second in self.acts)
            for label in labels
        ) / (total * total)
        return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def compare(first: list[dict], dated: list[dict], second: dict[str, dict], title: str, wrong: bool) -> tuple[Comparison, dict]:
    """Prints how `second` stands against `first`, and against `dated` where only those are marked."""
    articles, tool = Articles(), scorer()
    comparison = Comparison(tool, wrong)
    for row in first + dated:
        if wrong:
            print(f"# {row['id']}")
        article = articles.article(row)
        want, have = Coding(tool, article, row), Coding(tool, article, second.get(row["id"], {"statements": []}))
        if "entities" in row:
            comparison.add(want, have)
        else:
            comparison.add_dates(want, have, "date, " + row.get("set", "briefs" if "published" in row else "more"))
    return comparison, comparison.table(title)


def below(figures: dict[str, float], floors: dict[str, float], half: str) -> list[str]:
    return [
        f"{half}: {name}: {figures.get(name, 0)} is below its floor {floor}"
        for name, floor in floors.items()
        if figures.get(name, 0) < floor
    ]


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in ("articles", "score", "agree"):
        print(__doc__, file=sys.stderr)
        return 64
    command, rest = arguments[0], arguments[1:]
    if command == "articles":
        articles = Articles()
        for row in whole(rest[0]) + dates(rest[0]):
            print(json.dumps(articles.article(row), ensure_ascii=False))
        return 0
    if command == "agree":
        second = {row["id"]: row for row in gold("second")}
        first = [row for half in ("tuning", "reporting") for row in gold(half) if row["id"] in second]
        comparison, _ = compare(first, [], second, "second coding against the first", "--wrong" in rest)
        print(f"kappa of the acts {comparison.kappa():.2f}")
        return 0
    half = rest[0]
    found = {row["source"].split("#", 1)[1]: row for row in lines(Path(rest[1]))}
    _, figures = compare(whole(half), dates(half), found, half, "--wrong" in rest)
    if "--floors" in rest:
        floors = json.loads(Path(rest[rest.index("--floors") + 1]).read_text(encoding="utf8"))
        if half not in floors:
            sys.exit(f"gold: no floors for {half}, only for {' and '.join(floors)}")
        complaints = below(figures, floors[half], half)
        print("\n".join(complaints), end="\n" if complaints else "")
        return 1 if complaints else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
