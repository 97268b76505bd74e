"""Segments, and what training leaves out of sentences."""

import random
import unittest

from hearsay_reader.batches import batch, read, segments, unpunctuated
from hearsay_reader.corpora import Sentence
from hearsay_reader.features import WordPieces
from hearsay_reader.labels import IGNORED

VOCABULARY = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "b", "."])


def reading(words: str, paragraph: str = "1", source: str = "ewt", heads: list[int] | None = None):
    return read(Sentence(words.split(), source, paragraph, names=[0] * len(words.split()), heads=heads), VOCABULARY)


class BatchTests(unittest.TestCase):
    def grouped(self, joined: float) -> list[list[str]]:
        readings = [reading("a", "1"), reading("b", "1"), reading("a b", "2"), reading("b a", "3", "gum")]
        return [
            [" ".join(r.sentence.words) for r in group] for group in segments(readings, 0.0, random.Random(1), joined)
        ]

    def test_a_segment_is_a_paragraph(self) -> None:
        self.assertEqual(self.grouped(0), [["a", "b"], ["a b"], ["b a"]])

    def test_a_joined_segment_goes_on_as_far_as_its_corpus(self) -> None:
        self.assertEqual(self.grouped(1), [["a", "b", "a b"], ["b a"]])

    def test_posts_say_nothing_of_the_sentences_in_them(self) -> None:
        groups = [[reading("a b", source="ewt"), reading("b")], [reading("a b .", source="wnut")]]
        ends = batch(groups, VOCABULARY, [None, None]).ends
        self.assertEqual(ends.tolist(), [[0, 1, 1], [IGNORED] * 3])

    def test_a_full_stop_from_which_nothing_hangs_is_left_out(self) -> None:
        shorter = unpunctuated(reading("a b .", heads=[2, 0, 2]))
        self.assertEqual(shorter.sentence.words, ["a", "b"])
        self.assertEqual((shorter.sentence.names, shorter.sentence.heads, shorter.length), ([0, 0], [2, 0], 2))

    def test_other_sentences_stay_whole(self) -> None:
        for words, heads in (("a b", [2, 0]), (".", [0]), ("a b .", [3, 3, 0])):
            self.assertEqual(" ".join(unpunctuated(reading(words, heads=heads)).sentence.words), words)


if __name__ == "__main__":
    unittest.main()
