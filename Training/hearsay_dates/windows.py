"""Windows of articles: words, what they stand in, and what is asked of them. HearsayLanguage mirrors it."""

import random
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from hearsay_reader.features import WordPieces

from .articles import Article, Said

LENGTH = 384
"""Words of a window."""
STRIDE = 192
BEHIND = 64
"""Words that a window has at least behind the first of a cue, where the text goes on."""
LEFT = 16
"""Words that a window keeps behind the last that is asked of."""
MOST_PIECES = 512
"""Pieces that are read at once, with the one that opens them and the one that closes them."""
NEAREST, FARTHEST = -3, 14
"""Sentences that a time may stand behind a statement, and before it."""

CUE, CONTENT, SOURCE, TIME, DATED, OPENING, CAPITAL = (1 << bit for bit in range(7))
"""What a word stands in, or is: of a cue, of what is said, of a source; the first of a time; the cue of a statement that rules
date; the first of a sentence; one that begins with a capital."""
MARKS = 128
RESOLUTIONS = ("day", "week", "month", "year")
FACTS = 8
FLAGS = 4


@dataclass
class Candidate:
    """A time that a statement may have been said at."""

    place: int
    """Of its first word in the window."""
    date: str
    distance: int
    """Sentences back, from 0 for `NEAREST`."""
    facts: list[float]


@dataclass
class Question:
    """At which of the candidates something was said; spans are ranges of words of the window."""

    said: Said
    cue: tuple[int, int]
    source: tuple[int, int]
    content: tuple[int, int]
    flags: list[float]
    candidates: list[Candidate]

    def right(self) -> list[int]:
        """The answers that count: 0 for none, else a candidate from 1."""
        mark = self.said.mark
        wanted = {mark.date} | ({mark.also} if mark.has_also else set())
        return [0] * (None in wanted) + [i for i, c in enumerate(self.candidates, 1) if c.date in wanted]


@dataclass
class Window:
    """Some words of an article."""

    article: Article
    start: int
    words: list[str]
    marks: list[int]
    questions: list[Question]

    @property
    def key(self) -> tuple[str, int]:
        return self.article.id, self.start


def hiding(article: Article, share: float, rng: random.Random) -> Article:
    """`article` with a share of the dates that rules give to marked statements untold.

    Rules were mended with most marked articles in view, and are right there: who hears what they say learns to repeat it.
    """
    statements = [
        replace(said, date=None, hidden=True) if said.date and said.mark is not None and rng.random() < share else said
        for said in article.statements
    ]
    return replace(article, statements=statements)


def windows(article: Article, marked: bool) -> list[Window]:
    """The windows of an article in which something is asked: of each statement, or of each that somebody marked."""
    marks = [CAPITAL if word[:1].isupper() else 0 for word in article.words]

    def mark(words: tuple[int, int], kind: int) -> None:
        for word in range(*words):
            marks[word] |= kind

    for said in article.statements:
        for words in said.cue:
            mark(words, CUE)
        for words in said.content:
            mark(words, CONTENT)
        if said.source:
            mark(said.source, SOURCE)
        if said.date:
            for words in said.cue or said.content:
                mark(words, DATED)
    for time in article.times:
        marks[time.word] |= TIME
    sentence_of: list[int] = []
    for number, (first, last) in enumerate(article.sentences):
        marks[first] |= OPENING
        sentence_of += [number] * (last - len(sentence_of))

    found: dict[int, Window] = {}
    for said in article.statements:
        if marked and said.mark is None:
            continue
        anchor = (said.cue or said.content)[0]
        first, start = anchor[0], 0
        while first + BEHIND > start + LENGTH:
            start += STRIDE
        end = min(len(article.words), start + LENGTH)

        def inside(words: tuple[int, int]) -> tuple[int, int]:
            one, other = max(words[0], start), min(words[1], end)
            return (one - start, other - start) if one < other else (first - start, first - start + 1)

        candidates = []
        for time in article.times:
            distance = sentence_of[first] - sentence_of[time.word]
            if not (start <= time.word < end and NEAREST <= distance <= FARTHEST):
                continue
            others = [other for other in article.statements if other is not said and other.date == time.date]
            facts = [
                any(other.speaker == said.speaker is not None for other in others), bool(others), said.date == time.date,
                time.word < first, *(time.resolution == resolution for resolution in RESOLUTIONS),
            ]
            candidates.append(
                Candidate(time.word - start, time.date, distance - NEAREST, [float(fact) for fact in facts]))
        window = found.setdefault(start, Window(article, start, article.words[start:end], marks[start:end], []))
        window.questions.append(
            Question(
                said, inside(anchor), inside(said.source or anchor), inside(said.content[0]),
                [float(flag) for flag in (said.nested, said.modal, said.date is not None, bool(said.cue))], candidates)
        )
    for window in found.values():
        last = max(
            max(question.cue[1], question.source[1], question.content[1], *(c.place for c in question.candidates), 0)
            for question in window.questions)
        window.words, window.marks = window.words[: last + LEFT], window.marks[: last + LEFT]
    return list(found.values())


@dataclass
class Batch:
    """Some windows as tensors."""

    windows: list[Window]
    questions: list[Question]
    marks: Tensor
    """Windows × words; padded with 0."""
    lengths: Tensor
    rows: Tensor
    """The window of each question."""
    spans: Tensor
    """Questions × (cue, source, content) × (start, end)."""
    flags: Tensor
    asked: Tensor
    """The question of each candidate, with its number in it from 1, its place, its distance and its facts."""
    numbers: Tensor
    places: Tensor
    distances: Tensor
    facts: Tensor


def whole(numbers: list) -> Tensor:
    return torch.tensor(numbers, dtype=torch.long)


def batch(group: list[Window]) -> Batch:
    """`group` as tensors, padded."""
    marks = torch.zeros(len(group), max(len(window.words) for window in group), dtype=torch.long)
    rows, spans, flags, asked, numbers, places, distances, facts, questions = [], [], [], [], [], [], [], [], []
    for row, window in enumerate(group):
        marks[row, : len(window.words)] = torch.tensor(window.marks)
        for question in window.questions:
            for number, candidate in enumerate(question.candidates, 1):
                asked.append(len(questions))
                numbers.append(number)
                places.append(candidate.place)
                distances.append(candidate.distance)
                facts.append(candidate.facts)
            rows.append(row)
            spans.append([question.cue, question.source, question.content])
            flags.append(question.flags)
            questions.append(question)
    return Batch(
        group, questions, marks, whole([len(window.words) for window in group]), whole(rows),
        whole(spans).reshape(-1, 3, 2), torch.tensor(flags).reshape(-1, FLAGS), whole(asked), whole(numbers), whole(places),
        whole(distances), torch.tensor(facts).reshape(-1, FACTS))


@dataclass
class Pieces:
    """The words of a batch in pieces."""

    pieces: Tensor
    words: Tensor
    """The word of each piece in its window; 0 for those that open, close and fill."""
    inner: Tensor
    """Whether a piece is of a word."""
    lengths: Tensor
    firsts: Tensor
    """Windows × words: the first piece of each."""


def in_pieces(group: list[Window], vocabulary: WordPieces) -> Pieces:
    """What the encoder reads: where a window has too many pieces, its words keep the first few."""
    rows = []
    for window in group:
        own = [vocabulary.pieces(word) for word in window.words]
        most = 16
        while sum(map(len, own)) > MOST_PIECES - 2:
            most -= 1
            own = [pieces[:most] for pieces in own]
        rows.append(own)
    longest = max(sum(map(len, own)) for own in rows) + 2
    pieces = torch.full((len(group), longest), vocabulary.pad)
    words = torch.zeros(len(group), longest, dtype=torch.long)
    inner = torch.zeros(len(group), longest, dtype=torch.bool)
    firsts = torch.zeros(len(group), max(map(len, rows)), dtype=torch.long)
    lengths = []
    for row, own in enumerate(rows):
        flat = [piece for word in own for piece in word]
        owners = [number for number, word in enumerate(own) for _ in word]
        pieces[row, : len(flat) + 2] = torch.tensor([vocabulary.cls, *flat, vocabulary.sep])
        words[row, 1 : len(flat) + 1] = torch.tensor(owners)
        inner[row, 1 : len(flat) + 1] = True
        start = 1
        for number, word in enumerate(own):
            firsts[row, number] = start
            start += len(word)
        lengths.append(len(flat) + 2)
    return Pieces(pieces, words, inner, whole(lengths), firsts)


def batches(items: list[Window], budget: int, rng: random.Random) -> list[list[Window]]:
    """`items` in groups of like length that fill `budget` padded words, in random order."""
    ordered = sorted(items, key=lambda window: len(window.words) + 40 * rng.random())
    groups: list[list[Window]] = [[]]
    longest = 0
    for window in ordered:
        longest = max(longest, len(window.words))
        if groups[-1] and (len(groups[-1]) + 1) * longest > budget:
            groups.append([])
            longest = len(window.words)
        groups[-1].append(window)
    rng.shuffle(groups)
    return [group for group in groups if group]
