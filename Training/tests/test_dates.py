"""Windows of articles, and what is asked of them."""

import random
import unittest

import torch

from hearsay_dates.articles import Article, Mark, Said, Time
from hearsay_dates.export import sections
from hearsay_dates.model import DateReader
from hearsay_dates.restore import restore
from hearsay_dates.windows import (
    BEHIND, CAPITAL, CONTENT, CUE, DATED, LENGTH, OPENING, SOURCE, STRIDE, TIME, batch, batches, hiding, windows,
)
from hearsay_reader.export import encoded
from hearsay_reader.features import WordPieces
from hearsay_reader.model import Encoder, Shape
from hearsay_reader.restore import read_sections


def article(words: int = 12, said: list[Said] | None = None, times: list[Time] | None = None) -> Article:
    text = ["On", "Monday", "Lund", "said", "it", "sank", "."] + ["He", "added", "it", "burned", "."]
    text += ["so"] * (words - len(text))
    sentences = [(0, 7), (7, 12)] + [(start, min(start + 20, words)) for start in range(12, words, 20)]
    default = [
        Said([(3, 4)], (2, 3), [(4, 6)], "person.lund", "2020-01-06", False, False),
        Said([(8, 9)], (7, 8), [(9, 11)], "person.lund", None, False, False, Mark("2020-01-06")),
    ]
    return Article(
        "a", "training", text, sentences, times or [Time(1, "2020-01-06", "day")], said or default)


class WindowTests(unittest.TestCase):
    def test_words_are_marked_by_what_they_stand_in(self) -> None:
        (window,) = windows(article(), marked=True)
        self.assertEqual(
            window.marks[:9],
            [OPENING | CAPITAL, TIME | CAPITAL, SOURCE | CAPITAL, CUE | DATED, CONTENT, CONTENT, 0, OPENING | CAPITAL | SOURCE, CUE],
        )

    def test_a_time_is_weighed_with_what_rules_say_of_it(self) -> None:
        (question,) = windows(article(), marked=True)[0].questions
        (candidate,) = question.candidates
        self.assertEqual((candidate.place, candidate.distance), (1, 4))
        self.assertEqual(candidate.facts, [1, 1, 0, 1, 1, 0, 0, 0])
        self.assertEqual(question.flags, [0, 0, 0, 1])
        self.assertEqual(question.right(), [1])

    def test_what_counts_as_well_is_right_too(self) -> None:
        (question,) = windows(article(), marked=True)[0].questions
        question.said.mark = Mark("2020-01-06", None, True)
        self.assertEqual(question.right(), [0, 1])
        question.said.mark = Mark(None)
        self.assertEqual(question.right(), [0])

    def test_a_window_reaches_behind_the_cue(self) -> None:
        late = Said([(500, 501)], None, [(501, 505)], None, None, False, False)
        (window,) = windows(article(700, [late], [Time(480, "2020", "year")]), marked=False)
        self.assertEqual(window.start % STRIDE, 0)
        self.assertLessEqual(500 + BEHIND, window.start + LENGTH)
        self.assertEqual(window.questions[0].cue, (500 - window.start, 501 - window.start))
        self.assertEqual(window.questions[0].source, window.questions[0].cue)

    def test_a_hidden_date_is_asked_for(self) -> None:
        said = [
            Said([(3, 4)], (2, 3), [(4, 6)], "person.lund", "2020-01-06", False, False, Mark("2020-01-06")),
            Said([(8, 9)], (7, 8), [(9, 11)], "person.lund", "2020-01-06", False, False),
        ]
        whole = article(said=said)
        first, second = hiding(whole, 1, random.Random(1)).statements
        self.assertEqual((first.date, first.hidden, second.date, second.hidden), (None, True, "2020-01-06", False))
        self.assertEqual(whole.statements[0].date, "2020-01-06")
        self.assertEqual(hiding(whole, 0, random.Random(1)), whole)

    def test_batches_hold_every_window_once(self) -> None:
        items = [window for number in range(12, 200, 7) for window in windows(article(number), marked=True)]
        groups = batches(items, 500, random.Random(1))
        self.assertEqual(sorted(id(w) for group in groups for w in group), sorted(map(id, items)))

    def test_shares_are_of_one(self) -> None:
        vocabulary = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "so"])
        reader = DateReader(Encoder(Shape(pieces=5, layers=1)), vocabulary).eval()
        with torch.no_grad():
            shares = reader(batch(windows(article(), marked=False))).shares.exp()
        self.assertEqual(shares.shape, (2, 2))
        self.assertTrue(torch.allclose(shares.sum(1), torch.ones(2)))


class RestoreTests(unittest.TestCase):
    def test_a_checkpoint_comes_back_but_for_rounding(self) -> None:
        torch.manual_seed(1)
        vocabulary = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "so"])
        written, read = (DateReader(Encoder(Shape(pieces=5, layers=1)), vocabulary) for _ in range(2))
        torch.nn.init.normal_(written.encoder.casing.weight)
        restore(read, read_sections(encoded(sections(written))))
        for (name, before), after in zip(written.state_dict().items(), read.state_dict().values()):
            if not name.startswith(("encoder.words", "encoder.positions")):
                tolerance = float(before.abs().max()) / 120
                self.assertTrue(torch.allclose(before, after, atol=tolerance), name)


if __name__ == "__main__":
    unittest.main()
