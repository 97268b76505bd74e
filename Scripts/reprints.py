"""Quotations from raw news, changed in twelve ways, as articles; and how well the program finds out which are one.

    reprints.py make RAW_FOLDER ARTICLES GOLD     articles as JSON Lines, and the quotation of each, a row an article
    reprints.py score GOLD < hearsay annotate     pairwise precision, recall and F1, by kind of change

Even quotations are for tuning, odd ones for reporting; docs/MEASUREMENTS.md#reprints cites the latter."""

import collections
import csv
import gzip
import json
import pathlib
import random
import re
import sys

COUNT = 500
# Few, so that each says much: twenty different quotations of one speaker.
SPEAKERS = (
    "Kari Lund;Omar Haddad;Ines Duarte;Pavel Novotny;Grace Mensah;Tomas Ruiz;Aiko Tanabe;Lena Fischer;Samuel Okoro;"
    "Marta Kowalska;Henrik Dahl;Nadia Rahman;Bruno Costa;Elif Kaya;Viktor Petrenko;Rosa Medina;Colm Doyle;Yusuf Demir;"
    "Anna Lindqvist;Jorge Paredes;Ruth Adler;Kwame Asante;Mei Zhang;Igor Marić;Claire Dubois"
).split(";")


def quotations(folder):
    """Quotations of 10 to 60 words, each once, with the article that it stands in."""
    found = {}
    with gzip.open(folder / "wikinews_2019.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            for text in re.findall(r'["“]([^"“”\n]{40,400})["”]', article["text"]):
                found.setdefault(text.strip(" ,"), article["id"])
    with gzip.open(folder / "voa_sentences.txt.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            for text in re.findall(r'" ([^"]{40,400}) "', line):
                text = re.sub(r" ([,.;:?!%)]|'s|n't|'re|'ve|'ll)", r"\1", text).replace("( ", "(").replace("$ ", "$")
                found.setdefault(text.strip(" ,"), f"voa-{number // 20}")
    kept = [(text, where) for text, where in found.items() if 10 <= len(text.split()) <= 60]
    # One that begins as another does is that other, told again.
    seen, unique = set(), []
    for text, where in kept:
        key = " ".join(re.findall(r"[a-z]+", text.lower())[:5])
        if key not in seen:
            seen.add(key)
            unique.append((text, where))
    random.Random(7).shuffle(unique)
    return unique[:COUNT]


REWORDINGS = dict(
    row[:2]
    for row in csv.reader(open(pathlib.Path(__file__).with_name("rewordings.tsv"), encoding="utf-8"), delimiter="\t")
    if row and not row[0].startswith("#")
)


def reworded(text, chance, share):
    def word(match):
        found = REWORDINGS.get(match[0].lower())
        if not found or chance.random() > share:
            return match[0]
        return found[0].upper() + found[1:] if match[0][0].isupper() else found

    return re.sub(r"[A-Za-z]+", word, text)


def cut(text, first, last):
    words = text.split()
    return " ".join(words[round(len(words) * first) : round(len(words) * last)])


def marks(text, chance):
    return text.replace(" - ", " — ").replace("'", "’").replace("...", "…").replace("; ", ", ")


def repunctuated(text, chance):
    text = re.sub(r"[,;:]", "", text)
    return re.sub(r"\. ([A-Z])", lambda m: "; " + m[1].lower(), text)


def spelled(text, chance):
    pairs = [
        (r"\bdon['’]t\b", "do not"), (r"\bcan['’]t\b", "cannot"), (r"n['’]t\b", " not"), (r"['’]re\b", " are"),
        (r"['’]ve\b", " have"), (r"['’]ll\b", " will"), (r"\b(I)['’]m\b", r"\1 am"), (r"\b([Ii]t|[Tt]hat)['’]s\b", r"\1 is"),
        (r"iz(e|ed|ing|ation)\b", r"is\1"), (r"\b(lab|col|fav|hon|harb)or", r"\1our"), (r"efense\b", "efence"),
        (r"\bcenter", "centre"), (r"\bpercent\b", "per cent"),
    ]  # fmt: skip
    for old, new in pairs:
        text = re.sub(old, new, text)
    return text


def elided(text, chance):
    words = text.split()
    at = len(words) // 2
    return " ".join(words[: at - max(1, len(words) // 8)] + ["..."] + words[at + max(1, len(words) // 8) :])


def reordered(text, chance):
    """The last clause or phrase first."""
    for mark in (r", (?:and |but |so )?", r" (?=because |if |when |while |since |after |before |until |as )", r" (?=in |for |with |to )"):
        places = [m for m in re.finditer(mark, text) if 0.25 < m.start() / len(text) < 0.8]
        if places:
            at = places[len(places) // 2]
            front, back = text[: at.start()], text[at.end() :].rstrip(".?!")
            return f"{back[0].upper()}{back[1:]}, {front[0].lower() if not front.startswith('I ') else 'I'}{front[1:]}"
    return text


def translated(text, chance):
    """As by way of another language: articles and prepositions wander, idioms are taken apart, common words change."""
    pairs = [
        (r"\bhave to\b", "must"), (r"\bhas to\b", "must"), (r"\bare going to\b", "will"), (r"\bis going to\b", "will"),
        (r"\bgoing to\b", "about to"), (r"\ba lot of\b", "a great deal of"), (r"\bin order to\b", "to"),
        (r"\bThere (is|are) no\b", "No"), (r"\b[Tt]he ([a-z]+) of the ([a-z]+)\b", r"the \2's \1"), (r"\bmust\b", "have to"),
        (r"\bwe want\b", "we wish"), (r"\bI think\b", "In my view,"), (r"\bwould like to\b", "want to"), (r"\bthat is why\b", "therefore"),
        (r"\bin the\b", "inside the"), (r"\bon the\b", "upon the"), (r"\bany\b", "some"), (r"\bevery\b", "each"),
    ]  # fmt: skip
    for old, new in pairs:
        text = re.sub(old, new, text)
    return reworded(text, chance, 0.4)


def retold(text, chance):
    """In indirect speech: I becomes he, is becomes was."""
    pairs = [
        (r"\bI am\b", "he was"), (r"\bI'm\b", "he was"), (r"\bI\b", "he"), (r"\b[Mm]y\b", "his"), (r"\bme\b", "him"), (r"\b[Ww]e\b", "they"),
        (r"\b[Oo]ur\b", "their"), (r"\bus\b", "them"), (r"\bare\b", "were"), (r"\bis\b", "was"), (r"\bwill\b", "would"), (r"\bcan\b", "could"),
        (r"\bhave\b", "had"), (r"\bhas\b", "had"),
    ]  # fmt: skip
    text = re.split(r"(?<=[a-z]{3})[.;] ", text)[0] if len(text.split()) > 40 else text
    for old, new in pairs:
        text = re.sub(old, new, text)
    return text[0].lower() + text[1:] if not re.match(r"[A-Z][a-z]* [A-Z]", text) else text


# What is done to the quotation, and how the article brings it.
CHANGES = {
    "word for word": (lambda text, chance: text, "“{0},” {1} said on {2}."),
    "other marks": (marks, "{1} said: «{0}»."),
    "punctuation": (repunctuated, "“{0},” said {1}."),
    "spelling": (spelled, "“{0},” {1} told reporters."),
    "end cut": (lambda text, chance: cut(text, 0, 0.6), "“{0},” {1} said."),
    "beginning cut": (lambda text, chance: cut(text, 0.4, 1), "{1} said “{0}.”"),
    "middle left out": (elided, "“{0},” {1} said on {2}."),
    "interrupted": (None, "“{0},” {1} said, “{3}.”"),
    "synonyms": (lambda text, chance: reworded(text, chance, 0.5), "“{0},” {1} said."),
    "word order": (reordered, "“{0},” {1} said."),
    "translated twice": (translated, "“{0},” {1} told reporters on {2}."),
    "machine-reworded": (lambda text, chance: reworded(text, chance, 1), "“{0},” {1} mentioned."),
    "retold": (retold, "{1} said that {0}."),
}
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


def make(folder, articles, gold):
    found = quotations(pathlib.Path(folder))
    rows = []
    with open(articles, "w", encoding="utf-8") as out:

        def article(name, text, numbers, change):
            json.dump({"id": name, "published": "2024-03-0" + str(1 + len(rows) % 9), "text": text}, out, ensure_ascii=False)
            out.write("\n")
            rows.extend([name, number, change] for number in numbers)

        for number, (text, _) in enumerate(found):
            speaker = SPEAKERS[number // 2 % len(SPEAKERS)]
            opening = f"{speaker}, the mayor, spoke at length in the town hall, case {number}."
            for change, (function, frame) in CHANGES.items():
                chance = random.Random(f"{number} {change}")
                rest = ""
                if function is None:
                    changed, rest = cut(text, 0, 0.5), cut(text, 0.5, 1)
                else:
                    changed = function(text, chance)
                body = frame.format(changed.rstrip(" .,"), speaker, DAYS[number % 5], rest.rstrip(" .,"))
                article(f"q{number}-{change.replace(' ', '-')}", f"{opening}\n\n{body}", [number], change)
            # Both quotations of one speaker in one article: they stay two.
            if number % 2:
                first = found[number - 1][0]
                body = f"“{first.rstrip(' .,')},” {speaker} said.\n\n“{text.rstrip(' .,')},” {speaker} added."
                article(f"q{number}-both", f"{opening}\n\n{body}", [number - 1, number], "two in one article")
    with open(gold, "w", encoding="utf-8") as out:
        out.write("article\tquotation\tchange\n")
        for row in rows:
            out.write("\t".join(map(str, row)) + "\n")
    # The quotations as they are, to tell the two of one article apart.
    pathlib.Path(gold + ".texts").write_text(json.dumps([text for text, _ in found]), encoding="utf-8")


def letters(text):
    return re.findall(r"\w+", text.lower())


def score(gold):
    texts = json.loads(pathlib.Path(gold + ".texts").read_text(encoding="utf-8"))
    rows = collections.defaultdict(list)
    for row in list(csv.reader(open(gold, encoding="utf-8"), delimiter="\t"))[1:]:
        rows[row[0]].append((int(row[1]), row[2]))
    items, merged = [], 0  # (quotation, change, statement id or None)
    for line in sys.stdin:
        document = json.loads(line)
        wanted = rows.pop(document["source"].split("#", 1)[1])
        ids = []
        for number, change in wanted:
            words = set(letters(texts[number]))
            # Of the statements the one with the most words of the quotation, in the article of one: any long one.
            best = max(document["statements"], key=lambda s: len(words & set(letters(s["text"]))), default=None)
            if best and (len(wanted) == 1 or len(words & set(letters(best["text"]))) * 2 > len(words)):
                ids.append(best["id"])
                items.append((number, change, best["id"]))
            else:
                items.append((number, change, None))
        if len(wanted) == 2 and len(ids) == 2 and ids[0] == ids[1]:
            merged += 1
    items += [(number, change, None) for wanted in rows.values() for number, change in wanted]
    for name, part in (("tuning half", 0), ("reporting half", 1)):
        # Quotations come in twos that one article brings together: the halves part them by twos.
        half = [item for item in items if item[0] // 2 % 2 == part]
        report(name, half)
    print(f"different quotations of one article merged: {merged}")


def report(name, items):
    lost = sum(item[2] is None for item in items)
    print(f"# {name}: {len(items)} reports, {lost} not found as statements")
    pairs = lambda counter: sum(n * (n - 1) // 2 for n in counter.values())
    for title, scope in (("all", items), ("found", [item for item in items if item[2]])):
        scope = [(q, c, s if s else f"lost {i}") for i, (q, c, s) in enumerate(scope)]
        right = pairs(collections.Counter((q, s) for q, _, s in scope))
        said, true = pairs(collections.Counter(s for _, _, s in scope)), pairs(collections.Counter(q for q, _, _ in scope))
        print(f"{title}\tP {100 * right / max(said, 1):.1f}\tR {100 * right / max(true, 1):.1f}\tF1 {200 * right / max(said + true, 1):.1f}")
    # By change: how many have the id of their quotation's word-for-word report.
    whole = {q: s for q, c, s in items if c == "word for word"}
    for change in dict.fromkeys(item[1] for item in items):
        of = [(q, s) for q, c, s in items if c == change and s and whole.get(q)]
        print(f"  {change}\t{sum(s == whole[q] for q, s in of)} of {len(of)}")


if __name__ == "__main__":
    {"make": make, "score": score}[sys.argv[1]](*sys.argv[2:])
