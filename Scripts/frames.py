"""When statements were said, in sentences put together from frames, after docs/GOLD.md.

frames.py [FAMILY ...]     how many of each family have another date than theirs, and the first of each frame that has

Families: sentence (a time in the sentence of the statement), text (a text told of, and what it says or is said in it), later
(what a later sentence goes on with), other (the time is that of something else, and the statement has none). Set HEARSAY to the program; .build/release/hearsay otherwise.
"""

import collections
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = "2022-01-12"  # a Wednesday
TIMES = [
    ("on Monday", "2022-01-10"), ("on January 5", "2022-01-05"), ("yesterday", "2022-01-11"), ("last week", "2022-W01"),
    ("in November", "2021-11"), ("in 2017", "2017"), ("in March 2019", "2019-03"), ("last year", "2021"),
    ("two days ago", "2022-01-10"), ("earlier this month", "2022-01"), ("on 3 May 2018", "2018-05-03"),
    ("this week", "2022-W02"), ("late last month", "2021-12"),
]
# Who speaks, and what they are called next.
SPEAKERS = [
    ("Anna Lund", "she"), ("the company", "it"), ("Foreign Minister Bo Grey", "he"), ("a spokesman for the ministry", "he"),
    ("the court", "it"), ("Anna Lund, a member of the board,", "she"),
]
CONTENTS = [
    "said that the bridge was unsafe", "told reporters that the bridge was unsafe", "called the bridge unsafe",
    'said the bridge was "unsafe"', "warned that the bridge was unsafe", "denied that the bridge was safe",
    "urged the city to close the bridge",
]
# A time in the sentence of the statement: S speaks, T tells when, C is cue and content.
FRAMES = [
    "{S} {T} {C}.", "{T}, {S} {C}.", "{T} {S} {C}.", "{S} left the city and {T} {C}.", "{S} has left the city, but {T} {C}.",
    "{S} left the city; {T} {P} {C}.", "{S}, speaking in Malmo {T}, {C}.", "Speaking in Malmo {T}, {S} {C}.",
    "In a statement {T}, {S} {C}.", "In a statement issued {T}, {S} {C}.", "In an interview with the Globe {T}, {S} {C}.",
    "In a letter to the mayor {T}, {S} {C}.", "{S}, in a letter to the mayor {T}, {C}.", "Asked about it {T}, {S} {C}.",
    "The bridge has been closed since {S} {T} {C}.", "The mayor resigned after {S} {T} {C}.",
    "According to a report published {T} by {S}, the bridge was unsafe.", "The bridge was unsafe, {S} said {T}.",
    '"The bridge was unsafe," {S} said {T}.', '"The bridge was unsafe," {S} said in a statement {T}.',
    '"The bridge was unsafe," {S} told the Globe {T}.', '"The bridge," {S} said {T}, "was unsafe."',
    '{S} posted on Twitter {T}: "The bridge is unsafe."', "A report by {S} {T} said that the bridge was unsafe.",
]
# What speakers make, and what they do to make it.
TALKS = {
    "speech": "gave a speech", "interview": "gave an interview to the Globe", "address": "gave an address", "sermon": "gave a sermon",
    "lecture": "gave a lecture", "press conference": "held a press conference", "news conference": "held a news conference",
    "briefing": "held a briefing", "hearing": "attended a hearing", "debate": "took part in a debate",
    "meeting": "attended a meeting", "rally": "spoke at a rally", "podcast": "appeared on a podcast",
    "documentary": "appeared in a documentary", "video": "posted a video",
}
TEXTS = {
    "sent": "letter email memo circular", "wrote": "post tweet letter column article book memoir editorial",
    "issued": "ruling judgment order decree notice bulletin statement declaration warning advisory",
    "filed": "petition complaint lawsuit motion appeal filing", "published": "report study survey poll review audit newsletter manifesto",
}
AT_EVENTS = {"hearing", "debate", "meeting", "rally", "press conference", "news conference", "briefing"}
CUES = [
    "announced", "said", "told reporters", "wrote on Facebook", "warned", "tweeted", "claimed", "confirmed", "revealed", "stated",
    "reported", "argued", "said in a statement", "told parliament", "wrote in a letter to the mayor",
]
# What a later sentence goes on with, where the guide lets it have the day of the one before.
WORDINGS = [
    '"It must close," {P} said.', '{P} said: "It must close."', "{P} went on to say that it must close.", '"It must close," {P} went on.',
    '"It must close," {P} continued.', '{P} continued: "It must close."',
]
PAIRS = [
    ("Anna Lund spoke {T} in Malmo.", "In the speech, she said the bridge was unsafe."),
    ("Anna Lund spoke to the Globe {T}.", "In the interview, she said the bridge was unsafe."),
    ("Anna Lund told the Globe {T} that it was late.", "In the same interview, she said the bridge was unsafe."),
    ("The court ruled {T} that it was late.", "The ruling said the bridge was unsafe."),
    ("The court ruled {T} that it was late.", "In the ruling, Judge Anna Lund wrote that the bridge was unsafe."),
    ("Anna Lund tweeted {T} that it was late.", "The tweet also said the bridge was unsafe."),
    ("Anna Lund wrote to the mayor {T}.", "The letter said the bridge was unsafe."),
    ("Anna Lund testified {T}.", "In her testimony, she said the bridge was unsafe."),
    ("Anna Lund resigned {T}.", "In her resignation letter, she said the bridge was unsafe."),
    ("The union sued the city {T}.", "The lawsuit says the bridge is unsafe."),
    ("Prosecutors indicted the mayor {T}.", "The indictment says the bridge was unsafe."),
    ("The company announced {T} that it would close the bridge.", "The announcement said the bridge was unsafe."),
    ("Anna Lund addressed the council {T}.", "In her address, she said the bridge was unsafe."),
    ("The study was published {T} in the journal Bridges.", "It says the bridge was unsafe."),
    ("The study was published {T} in the journal Bridges.", "The authors wrote that the bridge was unsafe."),
    ("The council met {T}.", "At the meeting, Anna Lund said the bridge was unsafe."),
    ("Police held a news conference {T}.", "At the news conference, Chief Bo Grey said the bridge was unsafe."),
    ("A rally was held {T} in Malmo.", "Anna Lund told the rally that the bridge was unsafe."),
    ("Anna Lund was asked about the bridge {T}.", '"It is unsafe," she replied.'),
    ("The committee published its report {T}.", "The report recommends that the bridge be closed."),
]
# A time that is not that of saying.
OTHER = [
    "The bridge closed {T}, {S} said.", "{S} said the bridge closed {T}.", "{S} said that the bridge had closed {T}.",
    "The bridge, which closed {T}, was unsafe, {S} said.", "After the accident {T}, {S} {C}.", "{S}, who resigned {T}, {C}.",
    "{S}, who was elected {T}, has said that the bridge is unsafe.", "The bridge closed {T}. {S} {C}.",
    "The mayor was arrested {T} after {S} said that the bridge was unsafe.", "{S} criticized the decision made {T}.",
    "According to {S}, the bridge closed {T}.", "The bridge closed {T}, according to {S}.", '"The bridge closed {T}," {S} said.',
    '{S} said: "The bridge closed {T}."', "{S} said the bridge had been unsafe since it opened {T}.",
    "{S} denied that the bridge closed {T}.", "{S} accused the mayor of closing the bridge {T}.",
    "The mayor, elected {T}, left. {S} {C}.", "{S} {C}. The bridge closed {T}.",
    "The bridge closed {T}, and the mayor left. {S} {C}.", "{S}, whose bridge closed {T}, {C}.",
    "The man arrested {T} told police that the bridge was unsafe.", "The owner of the bridge, which closed {T}, {C}.",
    "{S} said a report published {T} was wrong.", "{S} questioned a report published {T}.",
    "{S} rejected a claim made {T} by the mayor.",
]


def opened(text: str) -> str:
    return text[0].upper() + text[1:]


def sentences():
    """Each frame with a time, a speaker and what is said; a name with a comma behind it fits before a verb alone."""
    for frame in FRAMES:
        for time, date in TIMES:
            for speaker, pronoun in SPEAKERS:
                if speaker.endswith(",") and not ("{S} {T}" in frame or "{S} {C}" in frame) or "{S} said" in frame and speaker.endswith(","):
                    continue
                for content in CONTENTS if "{C}" in frame else [""]:
                    yield frame, opened(frame.format(S=speaker, T=time, C=content, P=pronoun)), date, 0


def texts():
    """A text or a talk told of with its day, then what it says or is said in it, in the next sentence and one on."""
    made = list(TALKS.items())
    made += [(noun, f"{verb} a{'n' if noun[0] in 'aeio' else ''} {noun}") for verb, nouns in TEXTS.items() for noun in nouns.split()]
    for noun, deed in made:
        says = [f"In the {noun}, she said the bridge was unsafe.", f"The bridge was unsafe, she said in the {noun}."]
        if noun in AT_EVENTS:
            says = [f"At the {noun}, she said the bridge was unsafe.", f'"The bridge is unsafe," she said at the {noun}.']
        elif noun not in TALKS:
            says += [
                f"The {noun} said the bridge was unsafe.", f'"The bridge is unsafe," the {noun} says.',
                f"According to the {noun}, the bridge was unsafe.",
            ]
        for time, date in TIMES[:6]:
            for between in ("", "The bridge is 40 years old. "):
                for said in says:
                    yield noun, f"Anna Lund {deed} {time}. {between}{said}", date, -1


def later():
    for time, date in TIMES[:5]:
        for speaker, pronoun in SPEAKERS[:4]:
            for cue in CUES:
                for wording in WORDINGS:
                    second = opened(wording.format(P=pronoun))
                    yield wording, f"{opened(speaker)} {cue} {time} that the bridge was unsafe. {second}", date, -1
        for first, second in PAIRS:
            yield second, f"{first.format(T=time)} {second}", date, -1


def others():
    for frame in OTHER:
        for time, _ in TIMES:
            for speaker, _ in SPEAKERS[:5]:
                for content in CONTENTS[:5] if "{C}" in frame else [""]:
                    yield frame, opened(frame.format(S=speaker, T=time, C=content)), None, 0


def main(names: list[str]) -> int:
    families = {"sentence": sentences, "text": texts, "later": later, "other": others}
    program = os.environ.get("HEARSAY", str(ROOT / ".build/release/hearsay"))
    for name in names or families:
        # A text stands once: the program takes two of the same for one article.
        rows = list({text: (frame, text, date, place) for frame, text, date, place in families[name]()}.values())
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
            for number, (_, text, _, _) in enumerate(rows):
                file.write(json.dumps({"id": str(number), "published": PUBLISHED, "text": text}) + "\n")
            file.flush()
            output = subprocess.run([program, "annotate", "--quiet", file.name], capture_output=True, text=True, check=True).stdout
        found = {row["source"].split("#", 1)[1]: row["statements"] for row in map(json.loads, output.splitlines())}
        wrong, first = collections.Counter(), {}
        for number, (frame, text, date, place) in enumerate(rows):
            statements = found[str(number)]
            dates = [statement["date"] for statement in statements]
            if date is None:
                is_wrong = any(dates)
            else:
                is_wrong = date not in dates if place == 0 else not dates or dates[place] != date
            if is_wrong:
                wrong[frame] += 1
                first.setdefault(frame, (dates, text))
        print(f"{name}: {sum(wrong.values())} of {len(rows)} have another date than theirs")
        for frame, count in wrong.most_common():
            print(f"  {count} {frame}: {first[frame][0]} {first[frame][1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
