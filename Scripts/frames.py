"""Who said what, and when, in sentences put together from frames, after docs/GOLD.md.

frames.py [FAMILY ...]     how many of each family are read otherwise, and the first of each frame that is

Families: sentence (a time in the sentence of the statement), text (a text told of, and what it says or is said in it), later
(what a later sentence goes on with), other (the time is that of something else, and the statement has none), another (the time is
that of another's statement, and the last has none), spans (who speaks and what is said), speakers (whom a description, a name or a
pronoun means). Set HEARSAY to the program; .build/release/hearsay otherwise.
"""

import collections
import json
import os
import re
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

# One says so at a time, then another says more: whose day that is the text does not tell.
FIRST = [
    "{S} said {T} that the bridge was unsafe.", "{S} announced {T} that the bridge would close.",
    "{S} told reporters {T} that the bridge was unsafe.", "{S} wrote {T} that the bridge was unsafe.",
    "{S} said in a statement {T} that the bridge was unsafe.", '"The bridge is unsafe," {S} said {T}.',
    "In a letter {T}, {S} said the bridge was unsafe.", "In a speech {T}, {S} said the bridge was unsafe.",
    "{S} warned {T} of more closures.", "The bridge was unsafe, {S} said {T}.", "{S} criticized the plan {T}.",
]
ONE = [
    "Anna Lund", "the mayor", "the company", "a court in Malmo", "officials", "residents", "Foreign Minister Bo Grey",
    "the ministry", "a report by the bank",
]
OTHERS = [
    "Mira Okafor", "the union", "police", "the opposition", "a spokesman for the railway", "drivers", "experts",
    "the prime minister", "one driver",
]
SECOND = [
    "{S} said it was late.", "{S} said in a statement that it was late.", "{S} told reporters that it was late.",
    "{S} told the Globe it was late.", '"It is late," {S} said.', '"It is late," said {S}.', "{S} called the plan a farce.",
    "{S} denied that it was late.", "{S} wrote in a letter that it was late.", "{S} said in an interview that it was late.",
    "{S} posted on Twitter that it was late.", "{S} warned that it was late.", "{S} announced that it would leave.",
    "In a statement, {S} said it was late.", "However, {S} said it was late.", "According to {S}, it was late.",
    "It was late, according to {S}.", "{S} replied that it was late.", '{S} told a news conference: "It is late."',
    "{S} has said it was late.", "{S} urged the city to wait.", "{S} wrote that it was late.",
    "The union called it late. It said drivers would wait.", "{S} said the plan was late. Jon Hale said drivers would wait.",
]
# Who speaks, between s1 and /s1, and what is said, between c1 and /c1; the second without a speaker has the first one's.
SPEAKING = [
    "the ministry", "Anna Lund", "Lund", "the company", "Foreign Minister Bo Grey", "a spokesman for the ministry",
    "the 34-year-old", "police", "officials", "the United Nations", "the party", "a court in Malmo", "the White House",
]
WHEN = [
    "on Monday", "yesterday", "last week", "late on Thursday", "in a statement", "in a statement on Monday",
    "earlier this month", "on January 5", "early Monday", "this week", "in an interview",
]
CLAUSES = [
    "the man had left the city", "two people were killed in the fire", "the company would cut 400 jobs by June",
    "there was no evidence of fraud", "she had never met the suspect", "the talks had been useful",
    "more than 60 people were missing", "the army was responsible for the attack", "he would not resign",
    "a third of the money had been stolen", "no decision had been made", "the government must act now",
    "many of the victims were children", "the law is unconstitutional",
]
QUOTES = [
    "We will not give up", "This is a great day for the country", "There is no excuse for what happened",
    "It was the worst storm in years", "You cannot run a country like this", "The truth will come out",
]
SPANS = [
    "<c1>{C}</c1>, <s1>{S}</s1> said {T}.", "<c1>{C}</c1>, <s1>{S}</s1> said {T}, and added <c2>that {D}</c2>.",
    "<c1>{C}</c1>, <s1>{S}</s1> said {T}, adding <c2>that {D}</c2>.", "<s1>{S}</s1> said {T} <c1>that {C}</c1>, adding <c2>that {D}</c2>.",
    "<s1>{S}</s1> said {T} <c1>that {C}</c1> and added <c2>that {D}</c2>.", "<s1>{S}</s1> said <c1>{C}</c1> but denied <c2>that {D}</c2>.",
    "<s1>{S}</s1> said {T} <c1>{C}</c1>.", "<s1>{S}</s1> {T} said <c1>{C}</c1>.", "{T}, <s1>{S}</s1> said <c1>{C}</c1>.",
    "<s1>{S}</s1> told the BBC {T} <c1>that {C}</c1>.", "<s1>{S}</s1> told reporters <c1>that {C} and that {D}</c1>.",
    "The plan, which <s1>{S}</s1> said {T} <c1>would cost millions</c1>, was dropped.",
    "The men, who <s1>{S}</s1> said {T} <c1>were armed</c1>, have been released.",
    "The council met in Malmo, where <s1>{S}</s1> said <c1>{C}</c1>.", "<c1>{C}</c1>, according to <s1>{S}</s1>.",
    "According to <s1>{S}</s1>, <c1>{C}</c1>.", "<s1>{S}</s1> said <c1>{C}</c1>, while <s2>the mayor</s2> said <c2>{D}</c2>.",
    "<s1>{S}</s1> said <c1>{C}</c1>, but <s2>the mayor</s2> denied <c2>that {D}</c2>.", "<s1>{S}</s1> said <c1>{C}</c1>; <s2>the mayor</s2> said <c2>{D}</c2>.",
    "<s1>{S}, which has 300 members,</s1> said {T} <c1>that {C}</c1>.", '<c1>"{Q},"</c1> <s1>{S}</s1> said {T}.', '<c1>"{Q},"</c1> said <s1>{S}</s1>.',
    '<s1>{S}</s1> said {T}: <c1>"{Q}."</c1>', '<c1>"{Q},"</c1> <s1>{S}</s1> told reporters, adding <c2>that {D}</c2>.',
    "<s1>{S}</s1> has warned <c1>that {C}</c1> and urged <c2>people to stay at home</c2>.", "It was announced {T} <c1>that {C}</c1>.",
    "<c1>{C}</c1>, it was announced {T}.", "<s1>{S}</s1> would not say {T} <c1>whether {C}</c1>.", "<s1>{S}</s1> apologized {T}, saying <c1>{C}</c1>.",
    "<s1>{S}</s1> was quoted as saying <c1>{C}</c1>.", "<c1>The bridge</c1> was described <c1>as unsafe</c1> by <s1>{S}</s1> {T}.",
    "The mayor was told by <s1>{S}</s1> {T} <c1>that {C}</c1>.", "<s1>{S}</s1> {T} urged <c1>the government to close the bridge</c1>.",
    "<s1>{S}</s1> called for <c1>an investigation</c1> {T}.", "<s1>{S}</s1> refused <c1>to answer questions</c1> {T}.",
    "<s1>{S}</s1> described <c1>the plan as a disaster</c1> {T}.", "<s1>{S}</s1> issued a statement {T} saying <c1>{C}</c1>.",
    "<c1>The bridge</c1>, <s1>{S}</s1> said {T}, <c1>would be closed for months</c1>.", "As <s1>{S}</s1> said {T}, <c1>{C}</c1>.",
    "<s1>{S}</s1> said <c1>{C}</c1> when asked about the fire.", "<s1>{S}</s1> said <c1>{C}</c1> and called for <c2>an investigation</c2>.",
    "<s1>{S}</s1> said on condition of anonymity <c1>that {C}</c1>.", "<s1>{S}</s1> {T} criticized <c1>the plan</c1>, calling <c2>it a disaster</c2>.",
]

# Who somebody is, how that stands before a name, and what they are called then.
OFFICES = [
    ("the mayor of Malmo", "Malmo mayor", "the mayor"), ("a lawyer for the family", "lawyer", "the lawyer"),
    ("a professor at Malmo University", "Malmo University professor", "the professor"),
    ("the foreign minister of Norland", "Norland's foreign minister", "the foreign minister"),
    ("the foreign minister of Norland", "Foreign Minister", "the minister"), ("the president of Norland", "President", "the president"),
    ("the chief executive of Acme", "Acme chief executive", "the chief executive"), ("the coach of Malmo FC", "Coach", "the coach"),
    ("the lead author of the study", "lead author", "the author"), ("a senator from Ohio", "Senator", "the senator"),
    ("the police chief of Malmo", "Malmo police chief", "the police chief"),
]
PEOPLE = [("Anna Lund", "she", "Lund", "Ms."), ("Bo Grey", "he", "Grey", "Mr.")]
INTRODUCED = [
    "{N}, {of}, left the city on Monday.", "{before} {N} left the city on Monday.", "The city was quiet on Monday when {N}, {of}, left.",
    "{of}, {N}, left the city on Monday.", "{N} is {of}.",
]
BETWEEN = ["", "The bridge is 40 years old. ", "Jon Hale, a driver, was hurt. "]
CALLED = [
    "{noun} said it was late.", "{p} said it was late.", "{last} said it was late.", "{title} {last} said it was late.",
    '"It is late," {noun} said.', '"It is late," said {noun}.', '"It is late," {p} said.', "According to {noun}, it was late.",
    "It was late, according to {last}.",
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
                    yield frame, opened(frame.format(S=speaker, T=time, C=content, P=pronoun)), date


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
                    yield noun, f"Anna Lund {deed} {time}. {between}{said}", date


def later():
    for time, date in TIMES[:5]:
        for speaker, pronoun in SPEAKERS[:4]:
            for cue in CUES:
                for wording in WORDINGS:
                    second = opened(wording.format(P=pronoun))
                    yield wording, f"{opened(speaker)} {cue} {time} that the bridge was unsafe. {second}", date
        for first, second in PAIRS:
            yield second, f"{first.format(T=time)} {second}", date


def others():
    for frame in OTHER:
        for time, _ in TIMES:
            for speaker, _ in SPEAKERS[:5]:
                for content in CONTENTS[:5] if "{C}" in frame else [""]:
                    yield frame, opened(frame.format(S=speaker, T=time, C=content)), None


def another():
    """Each first sentence with each second, speakers and times by turns."""
    for first in FIRST:
        for second in SECOND:
            for turn, one in enumerate(ONE):
                time, other = TIMES[turn % 4][0], OTHERS[(turn + len(first) + len(second)) % len(OTHERS)]
                text = f"{opened(first.format(S=one, T=time))} {opened(second.format(S=other))}"
                yield f"{first} {second}", text, None


def spans():
    """Each frame with each speaker, times and clauses by turns."""
    for place, frame in enumerate(SPANS):
        for turn in range(26):
            at = 7 * place + turn
            clause, other = CLAUSES[at % len(CLAUSES)], CLAUSES[(3 * at + 1) % len(CLAUSES)]
            if clause == other:
                other = CLAUSES[(3 * at + 2) % len(CLAUSES)]
            text = frame.format(
                S=SPEAKING[turn % len(SPEAKING)], T=WHEN[at % len(WHEN)], C=clause, D=other, Q=QUOTES[at % len(QUOTES)]
            )
            yield frame, *marked(text)


def speakers():
    """Each office with each way to tell it and to call its holder; a pronoun where nobody else stands between."""
    for of, before, noun in OFFICES:
        for name, pronoun, last, title in PEOPLE:
            for first in INTRODUCED:
                if first.startswith("{of}") and of.startswith("a "):
                    continue
                for between in BETWEEN:
                    for called in CALLED:
                        if "Hale" in between and "{p}" in called:
                            continue
                        then = called.format(noun=noun, p=pronoun, last=last, title=title)
                        text = f"{opened(first.format(N=name, of=of, before=before))} {between}{opened(then)}"
                        yield f"{first} {called}", text, name


def marked(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text that `text` marks, and the speaker and the words of each of its statements."""
    plain = re.sub(r"</?[sc][12]>", "", text)
    parts = {
        name: " ".join(re.findall(f"<{name}>(.*?)</{name}>", text)) for name in ("s1", "c1", "s2", "c2")
    }
    rows = [(parts["s1"], parts["c1"])]
    if parts["c2"]:
        rows.append((parts["s2"] or parts["s1"], parts["c2"]))
    return opened(plain), rows


def bare(words: str) -> list[str]:
    return re.sub(r"[^a-z0-9 -]", "", words.casefold()).split()


def date_of_any(document: dict, wanted: str | None) -> tuple[bool, list]:
    """Whether a statement of the text has the date, or none has one where none is wanted; and the dates that there are."""
    dates = [statement["date"] for statement in document["statements"]]
    return wanted in dates if wanted else not any(dates), dates


def date_of_last(document: dict, wanted: str | None) -> tuple[bool, list]:
    """Whether the last statement has the date, or none."""
    dates = [statement["date"] for statement in document["statements"]]
    return (dates[-1:] or [None])[0] == wanted, dates


def speaker(document: dict, wanted: str) -> tuple[bool, list]:
    """Whether the text has one statement, by whoever is wanted."""
    labels = {entity["id"]: entity["label"] for entity in document["entities"]}
    named = [labels.get(statement["speaker"]) for statement in document["statements"]]
    return named == [wanted], named


def spans_of_all(document: dict, wanted: list[tuple[str, str]]) -> tuple[bool, list]:
    """Whether the statements have these speakers and, but for a word, these words."""
    def words(statement: dict, part: str) -> str:
        return " ".join(document["text"][start:end] for start, end in statement[part])

    found = sorted(document["statements"], key=lambda statement: statement["content"][0])
    have = [(words(statement, "source"), words(statement, "content")) for statement in found]
    return len(have) == len(wanted) and all(
        bare(source) == bare(speaker)
        and abs(len(bare(content)) - len(bare(said))) <= 1
        and set(bare(content)) & set(bare(said))
        for (source, content), (speaker, said) in zip(have, wanted)
    ), have


# What is put together, what is asked of it, and how that is seen.
FAMILIES = {
    "sentence": (sentences, "date", date_of_any), "text": (texts, "date", date_of_last), "later": (later, "date", date_of_last),
    "other": (others, "date", date_of_any), "another": (another, "date", date_of_last),
    "spans": (spans, "speaker or content", spans_of_all), "speakers": (speakers, "speaker", speaker),
}


def main(names: list[str]) -> int:
    program = os.environ.get("HEARSAY", str(ROOT / ".build/release/hearsay"))
    for name in names or FAMILIES:
        texts_of, what, is_right = FAMILIES[name]
        # A text stands once: the program takes two of the same for one article.
        rows = list({text: (frame, text, wanted) for frame, text, wanted in texts_of()}.values())
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
            for number, (_, text, _) in enumerate(rows):
                file.write(json.dumps({"id": str(number), "published": PUBLISHED, "text": text}) + "\n")
            file.flush()
            output = subprocess.run([program, "annotate", "--quiet", file.name], capture_output=True, text=True, check=True).stdout
        documents = {row["source"].split("#", 1)[1]: row for row in map(json.loads, output.splitlines())}
        wrong, first = collections.Counter(), {}
        for number, (frame, text, wanted) in enumerate(rows):
            right, have = is_right(documents[str(number)], wanted)
            if not right:
                wrong[frame] += 1
                first.setdefault(frame, (have, text))
        print(f"{name}: {sum(wrong.values())} of {len(rows)} have another {what} than theirs")
        for frame, count in wrong.most_common():
            print(f"  {count} {frame}: {first[frame][0]} {first[frame][1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
