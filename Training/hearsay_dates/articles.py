"""Articles as the program reads them, with the dates of their statements where somebody marked them."""

import bisect
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Scripts"))

import gold  # noqa: E402


@dataclass
class Mark:
    """The date that somebody gave a statement."""

    date: str | None
    also: str | None = None
    """What counts as well; `has_also` tells a second None from nothing."""
    has_also: bool = False


@dataclass
class Said:
    """A statement as the program found it; spans are ranges of words."""

    cue: list[tuple[int, int]]
    source: tuple[int, int] | None
    content: list[tuple[int, int]]
    speaker: str | None
    date: str | None
    nested: bool
    modal: bool
    mark: Mark | None = None
    hidden: bool = False
    """Whether rules date it and that is not told."""


@dataclass
class Time:
    """A time that the text names."""

    word: int
    date: str
    resolution: str


@dataclass
class Article:
    """An article in words."""

    id: str
    set: str
    words: list[str]
    sentences: list[tuple[int, int]]
    times: list[Time]
    statements: list[Said]


def annotated(program: Path, articles: list[dict]) -> list[dict]:
    """What `hearsay annotate --layers` finds in `articles`, in their order; dates by rules alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf8")
        run = subprocess.run(
            [str(program), "annotate", "--layers", "--quiet", str(path)],
            stdout=subprocess.PIPE, check=True)
    # Not splitlines: a text may hold other line breaks.
    found = {}
    for line in run.stdout.decode().split("\n"):
        if line:
            document = json.loads(line)
            for source in document["sources"]:
                found[source.split("#", 1)[1]] = document
    return [found[article["id"]] for article in articles if article["id"] in found]


def article(name: str, kind: str, document: dict) -> Article:
    """A document of `annotate` in words."""
    tokens = document["tokens"]
    starts = [start for start, _ in tokens]

    def word(point: int) -> int:
        return max(0, bisect.bisect_right(starts, point) - 1)

    def span(points: list[int]) -> tuple[int, int]:
        first = word(points[0])
        return first, max(first, word(points[1] - 1)) + 1

    text = document["text"]
    statements = [
        Said(
            cue=[span(piece) for piece in found["cue"]],
            source=span(found["source"][0]) if found["source"] else None,
            content=[span(piece) for piece in found["content"]],
            speaker=found["speaker"], date=found["date"], nested=found["within"] is not None,
            modal=found["modality"] is not None,
        )
        for found in document["statements"]
    ]
    return Article(
        id=name, set=kind, words=[text[start:end] for start, end in tokens],
        sentences=[span(sentence) for sentence in document["sentences"]],
        times=[Time(word(time["start"]), time["date"], time["date_resolution"]) for time in document["times"]],
        statements=statements,
    )


def marked(program: Path, rows: list[dict], kinds: list[str]) -> list[Article]:
    """The articles of gold rows; those statements have a mark of which the gold has one as well."""
    tool, texts = gold.scorer(), gold.Articles()
    sources: dict[str, dict] = {}
    for row in rows:
        sources.setdefault(row["id"], texts.article(row))
    documents = {source["id"]: document for source, document in zip(sources.values(), annotated(program, list(sources.values())))}
    articles: dict[str, Article] = {}
    for row, kind in zip(rows, kinds):
        document = documents[row["id"]]
        found = articles.setdefault(row["id"], article(row["id"], kind, document))
        want, have = gold.Coding(tool, sources[row["id"]], row), gold.Coding(tool, sources[row["id"]], document)
        numbers = {id(statement): number for number, statement in enumerate(document["statements"])}
        pairs, _ = tool.align(want.spans, have.spans)
        for index, span in enumerate(want.spans):
            if index not in pairs or not tool.content_half(span, have.spans[pairs[index]]):
                continue
            statement = found.statements[numbers[id(have.spans[pairs[index]].raw)]]
            if statement.mark is None:
                statement.mark = Mark(span.raw["date"], span.raw.get("date_also"), "date_also" in span.raw)
    return list(articles.values())
