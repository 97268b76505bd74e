"""How well identities are found, against the sets labelled by hand in Tests/Gold/identity (README.md there).

identity.py [--wrong] [countries] [metonyms] [pairs-in-reports] [pairs] [more-pairs] [mentions]     default: every set

Runs the program (HEARSAY, else .build/release/hearsay) on the texts beside the checkout and prints the figures of each
set, for the tuning and the reporting half apart; with --wrong also each row of the tuning half that went wrong, with
its words.
"""

import collections
import functools
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "Tests/Gold/identity"
CORPORA = ROOT.parent / "shared/corpora"
HALVES = ("tuning", "reporting")
# Forms by which a country itself is named; metonyms, roles and pronouns are measured by other sets.
NAMING = {"name", "short", "acronym", "adjective", "demonym"}


def table(name: str) -> list[dict[str, str]]:
    """The rows of a set, by the names of its columns."""
    lines = (GOLD / f"{name}.tsv").read_text(encoding="utf8").splitlines()
    lines = [line for line in lines if not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


def half(digest: str, corpus: str = "") -> str:
    """The half that a row belongs to: README.md says the rule."""
    return "tuning" if corpus not in ("ud_ewt_test", "gum_news") and int(digest[-1], 16) % 2 == 0 else "reporting"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class Text(NamedTuple):
    """One article as the program reads it, and where the code points of the gold's text lie in it."""

    text: str
    place: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.place[start], self.place[end - 1] + 1


def running(tokens: str) -> Text:
    """A tokenised sentence as one would print it: no blanks before closing marks and after opening ones."""
    dropped = {m.start() for m in re.finditer(r" (?=[.,;:?!%)\]]|'s\b|n't\b|' )|(?<=[($\[]) ", tokens)}
    for opening, closing in zip(*[iter(m.start() for m in re.finditer(r'"', tokens))] * 2):
        dropped |= {opening + 1, closing - 1}
    dropped = {at for at in dropped if at < len(tokens) and tokens[at] == " "}
    kept = [at for at in range(len(tokens)) if at not in dropped]
    place, next_kept = [], 0
    for at in range(len(tokens)):
        place.append(next_kept)
        next_kept += at not in dropped
    return Text("".join(tokens[at] for at in kept), place)


def whole(text: str) -> Text:
    return Text(text, list(range(len(text))))


@functools.cache
def unpacked(path: str) -> str:
    with gzip.open(CORPORA / f"{path}.gz", "rt", encoding="utf8", newline="") as file:
        return file.read()


@functools.cache
def voa() -> list[str]:
    return unpacked("raw/voa_sentences.txt").split("\n")


@functools.cache
def articles(path: str) -> dict[str, str]:
    rows = (json.loads(line) for line in unpacked(path).split("\n") if line)
    return {row["id"]: row["text"] for row in rows}


@functools.cache
def treebank(name: str) -> tuple[dict[str, str], dict[str, tuple[str, int, int]]]:
    """The treebank's documents, and for every sentence its document and its place there."""
    documents: dict[str, str] = {}
    sentences: dict[str, tuple[str, int, int]] = {}
    document = sentence = ""
    paragraph = False
    for line in unpacked(f"trees/{name}.conllu").split("\n"):
        if line.startswith("# newdoc id = "):
            document = line.removeprefix("# newdoc id = ")
            documents[document] = ""
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# sent_id = "):
            sentence = line.removeprefix("# sent_id = ")
        elif line.startswith("# text = "):
            text = line.removeprefix("# text = ")
            before = documents[document] + (("\n\n" if paragraph else " ") if documents[document] else "")
            documents[document] = before + text
            sentences[sentence] = (document, len(before), len(before) + len(text))
            paragraph = False
    return documents, sentences


@functools.cache
def reports() -> dict[str, list[str]]:
    """By the lines of `voa_sentences` that the pairs use, the lines of the report that each stands in."""
    found = {}
    for row in table("reports"):
        lines = voa()[int(row["first"]) - 1 : int(row["last"])]
        if digest("\n".join(lines)) != row["sha256"]:
            sys.exit(f"identity.py: lines {row['first']} to {row['last']}: this is not the report that was read")
        for item in row["items"].split(";"):
            found[item] = [str(int(row["first"]) + at) for at in range(len(lines))]
    return found


class Texts:
    """The articles that a set's rows lie in, each once, as the program is to read them.

    `lines` gives the lines of `voa_sentences` that are read as one article with a line; without it each is one.
    """

    def __init__(self, lines: dict[str, list[str]] | None = None) -> None:
        self.read: dict[str, Text] = {}
        self.lines = lines or {}

    def at(self, corpus: str, item: str, start: int, end: int, sha256: str) -> tuple[str, int, int]:
        """The article's key, and the place in it of `start..<end` of the row's text."""
        if corpus in ("ud_ewt_test", "gum_news"):
            documents, sentences = treebank(corpus)
            document, first, last = sentences[item]
            key, text, labelled = f"{corpus}/{document}", whole(documents[document]), documents[document][first:last]
            start, end = first + start, first + end
        elif corpus.startswith("re3d_"):
            article = articles(f"names/{corpus}.jsonl")[item]
            key, text, labelled = f"{corpus}/{item}", whole(article), None
        elif corpus == "voa_sentences":
            labelled = voa()[int(item) - 1]
            lines = self.lines.get(item, [item])
            sentences = [running(voa()[int(line) - 1]) for line in lines]
            at = lines.index(item)
            begin = sum(len(sentence.text) + 1 for sentence in sentences[:at])
            key = f"{corpus}/{'-'.join(dict.fromkeys((lines[0], lines[-1])))}"
            text = Text(" ".join(s.text for s in sentences), [begin + place for place in sentences[at].place])
        else:
            labelled = articles(f"raw/{corpus}.jsonl")[item]
            key, text = f"{corpus}/{item}", whole(labelled)
        if labelled is not None and digest(labelled) != sha256:
            sys.exit(f"identity.py: {corpus} {item}: this is not the text that was labelled")
        self.read[key] = text
        return (key, *text.span(start, end))

    def row(self, row: dict[str, str], suffix: str = "") -> tuple[str, int, int]:
        """Where a row's expression lies; `suffix` ends the names of its columns."""
        corpus, item, start, end, sha256 = (
            row[name + suffix] for name in ("corpus", "item", "start", "end", "sha256"))
        return self.at(corpus, item, int(start), int(end), sha256)

    def within(self, row: dict[str, str], begin: int, start: int, end: int) -> tuple[str, int, int]:
        """Where `start..<end` of a labelled sentence lies, which begins at `begin` of its item."""
        return self.at(row["corpus"], row["item"], begin + start, begin + end, row["sha256"])

    def annotated(self) -> dict[str, list[dict]]:
        """What the program finds in all of them, read at once: each article's mentions."""
        program = os.environ.get("HEARSAY", str(ROOT / ".build/release/hearsay"))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "articles.jsonl"
            with path.open("w", encoding="utf8") as file:
                for key, text in self.read.items():
                    print(json.dumps({"id": key, "text": text.text}, ensure_ascii=False), file=file)
            run = subprocess.run([program, "annotate", str(path)], capture_output=True, encoding="utf8", check=False)
        if run.returncode:
            sys.exit(f"identity.py: {program}: {run.stderr}")
        found = {}
        for line in run.stdout.split("\n"):
            if line:
                document = json.loads(line)
                for source in document.get("sources") or [document["source"]]:
                    found[source.split("#", 1)[1]] = document["mentions"]
        if missing := len(self.read) - len(found):
            print(f"({missing} of {len(self.read)} texts were not read)")
        return found

    def words(self, key: str, start: int, end: int) -> str:
        text = self.read[key].text
        around = f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 40]}"
        return " ".join(around.split())


def overlapping(mentions: list[dict], start: int, end: int) -> list[dict]:
    """Those that share a character with the place, the one that fits it best first."""
    there = [m for m in mentions if m["start"] < end and start < m["end"] and m.get("entity")]
    return sorted(there, key=lambda m: abs(m["start"] - start) + abs(m["end"] - end))


def share(part: int, all_: int) -> str:
    return f"{100 * part / all_:5.1f} % ({part}/{all_})" if all_ else "–"


def countries(wrong: list[str]) -> None:
    """Precision and recall of countries by name, adjective and demonym, in sentences labelled in full."""
    texts = Texts()
    marks = collections.defaultdict(list)
    for row in table("countries"):
        marks[row["sentence"]].append(row)
    places = []
    for row in table("sentences"):
        start, end = int(row["start"]), int(row["end"])
        in_article = row["corpus"].startswith("re3d_")
        at = functools.partial(texts.within, row, start if in_article else 0)
        sentence = at(0, end - start)
        if in_article and digest(texts.read[sentence[0]].text[start:end]) != row["sha256"]:
            sys.exit(f"identity.py: {row['item']}: this is not the sentence that was labelled")
        expressions = [
            (mark["label"], mark["country"].split(";"), at(int(mark["start"]), int(mark["end"])))
            for mark in marks[row["sentence"]]
        ]
        places.append((row, sentence, expressions))
    found = texts.annotated()
    counts = collections.defaultdict(collections.Counter)
    for row, (key, first, last), expressions in places:
        which = half(row["sha256"], row["corpus"])
        count = counts[row["stratum"], which]
        listed = wrong if which == "tuning" else []
        open_ = [e for e in expressions if e[0] == "yes"]
        for mention in found.get(key, []):
            start, end = mention["start"], mention["end"]
            code = (mention.get("entity") or "").removeprefix("country.")
            if not first <= start < last or mention["form"] not in NAMING or code == (mention.get("entity") or ""):
                continue
            there = [e for e in expressions if e[2][1] < end and start < e[2][2]]
            if any(e[0] == "either" and code in e[1] for e in there):
                continue
            right = next((e for e in there if e in open_ and code in e[1]), None)
            if right:
                open_.remove(right)
            count["right" if right else "false"] += 1
            if not right:
                listed.append(f"countries: found {code}: {texts.words(key, start, end)}")
        count["missed"] += len(open_)
        listed += [f"countries: missed {';'.join(e[1])}: {texts.words(*e[2])}" for e in open_]
    for stratum in ("sample", "trap"):
        for which in HALVES:
            c = counts[stratum, which]
            precision = share(c["right"], c["right"] + c["false"])
            recall = share(c["right"], c["right"] + c["missed"])
            print(f"countries, {stratum}, {which:9}  precision {precision}  recall {recall}")


def metonyms(wrong: list[str]) -> None:
    """Accuracy of telling capitals and seats that act, and for whom, from those that are places."""
    texts = Texts()
    rows = [(row, texts.row(row)) for row in table("metonyms")]
    found = texts.annotated()
    counts = collections.defaultdict(collections.Counter)
    for row, (key, start, end) in rows:
        which = half(row["sha256"])
        there = [m for m in overlapping(found.get(key, []), start, end) if m["form"] == "metonym"]
        answer = there[0]["entity"].removeprefix("country.") if there else ""
        right = answer == row["country"]
        counts[which][row["label"]] += 1
        counts[which][row["label"], right] += 1
        if not right and which == "tuning":
            said = f"{row['label']} {row['country']}, found {answer or 'no government'}"
            wrong.append(f"metonyms: {said}: {texts.words(key, start, end)}")
    for which in HALVES:
        c = counts[which]
        two = c["government"] + c["place"]
        parts = [f"{label} {share(c[label, True], c[label])}" for label in ("government", "place", "other")]
        both = share(c["government", True] + c["place", True], two)
        print(f"metonyms, {which:9}  government or place {both}  {'  '.join(parts)}")


def pairs(wrong: list[str], name: str = "pairs", lines: dict[str, list[str]] | None = None, of: str | None = None) -> None:
    """Accuracy of telling one entity in two articles from two, and how many of two became one."""
    texts = Texts(lines)
    rows = []
    for row in table(of or name):
        rows.append((row, [texts.row(row, suffix) for suffix in ("_a", "_b")]))
    found = texts.annotated()
    counts = collections.defaultdict(collections.Counter)
    kinds = collections.defaultdict(collections.Counter)
    for row, sides in rows:
        which = half(digest(row["family"]))
        entities = [next((m["entity"] for m in overlapping(found.get(s[0], []), *s[1:])), None) for s in sides]
        together = entities[0] == entities[1]
        right = None not in entities and together == (row["label"] == "same")
        c = counts[which]
        c[row["label"]] += 1
        c[row["label"], right] += 1
        c["unfound"] += None in entities
        kinds[which][row["label"], row["kind"]] += 1
        kinds[which][row["label"], row["kind"], right] += 1
        if row["label"] == "different" and together and entities[0]:
            c["fused"] += 1
            c["fused people"] += row["kind"] in ("firstname", "surnameother")
        if not right and which == "tuning":
            said = " and ".join(str(e) for e in entities)
            words = " / ".join(texts.words(*side) for side in sides)
            wrong.append(f"{name}: {row['label']} ({row['kind']}), found {said}: {words}")
    for which in filter(counts.get, HALVES):
        c = counts[which]
        all_ = c["same"] + c["different"]
        print(
            f"{name}, {which:9}  accuracy {share(c['same', True] + c['different', True], all_)}"
            f"  same {share(c['same', True], c['same'])}  different {share(c['different', True], c['different'])}"
            f"  a name not found {c['unfound']}"
            f"  false merges {c['fused']}, of people with different first names {c['fused people']}"
        )
        by_kind = sorted(k for k in kinds[which] if len(k) == 2)
        print("  " + ", ".join(f"{k[1]} ({k[0]}) {kinds[which][(*k, True)]}/{kinds[which][k]}" for k in by_kind))


def mentions(wrong: list[str]) -> None:
    """How many pronouns and role nouns are led back to whom they mean, and how many of no one's are led to someone."""
    texts = Texts()
    rows = [(row, texts.row(row)) for row in table("mentions")]
    found = texts.annotated()
    counts = collections.defaultdict(collections.Counter)
    for row, (key, start, end) in rows:
        which = half(row["sha256"])
        here = overlapping(found.get(key, []), start, end)
        answer = here[0]["entity"] if here else None
        meant = set()
        for place in filter(None, row["named"].split(";")):
            named = overlapping(found.get(key, []), *map(int, place.split("-")))
            meant |= {mention["entity"] for mention in named[:1]}
        outcome = "open" if not answer else "right" if answer in meant else "wrong"
        c = counts[which]
        kind = row["kind"] if row["label"] == "entity" else "none"
        c[kind] += 1
        c[kind, outcome] += 1
        if kind != "none":
            c["entity"] += 1
            c["entity", outcome] += 1
        if which == "tuning" and outcome != ("open" if kind == "none" else "right"):
            said = f"{row['kind']}, found {answer}, means {' or '.join(sorted(meant)) or 'no one found'}"
            wrong.append(f"mentions: {said}: {texts.words(key, start, end)}")
    for which in HALVES:
        c = counts[which]
        kinds = ", ".join(f"{kind} {c[kind, 'right']}/{c[kind]}" for kind in ("pronoun", "first", "relative", "noun"))
        print(
            f"mentions, {which:9}  right {share(c['entity', 'right'], c['entity'])}"
            f"  of those linked {share(c['entity', 'right'], c['entity'] - c['entity', 'open'])}"
            f"  of no one's left alone {share(c['none', 'open'], c['none'])}  ({kinds})"
        )


def pairs_in_reports(wrong: list[str]) -> None:
    """The same of `pairs`, each name in the whole report that its line stands in: as the program is used."""
    pairs(wrong, "pairs in reports", reports(), of="pairs")


SETS = {
    "countries": countries, "metonyms": metonyms, "pairs-in-reports": pairs_in_reports, "pairs": pairs,
    "more-pairs": functools.partial(pairs, name="more-pairs"), "mentions": mentions,
}


def main(arguments: list[str]) -> None:
    if unknown := [a for a in arguments if a != "--wrong" and a not in SETS]:
        sys.exit(f"identity.py: no set {unknown[0]}: there are {', '.join(SETS)}")
    if not CORPORA.is_dir():
        print(f"identity: skipped: {CORPORA} is not here")
        return
    for name in [a for a in arguments if a in SETS] or SETS:
        wrong: list[str] = []
        SETS[name](wrong)
        if "--wrong" in arguments:
            print("\n".join(wrong))


if __name__ == "__main__":
    main(sys.argv[1:])
