"""Shapes and word pieces, the rules that HearsayLanguage mirrors."""

import unittest

from hearsay_reader.batches import recased
from hearsay_reader.features import SHAPES, WordPieces, runs, shape


class FeatureTests(unittest.TestCase):
    def test_a_word_has_the_shape_of_its_letters(self) -> None:
        cases = {
            "the": "lower", "Paris": "Title", "NATO": "UPPER", "U.S.": "UPPER", "A": "Single", "I": "Single",
            "McDonald": "MixedInitial", "iPhone": "mixed", "al-Qaida": "mixed", "2019": "digits", "7.5": "digits",
            "G7": "alnumUpper", "2nd": "alnumLower", ",": "punctuation", "😀": "punctuation", "北京": "uncased",
            "Élysée": "Title", "Ǆ": "Single", "": "punctuation",
        }
        for word, expected in cases.items():
            self.assertEqual(SHAPES[shape(word)], expected, word)

    def test_runs_part_at_punctuation_and_ideographs(self) -> None:
        cases = {
            "U.S.": ["u", ".", "s", "."], "Élysée": ["elysee"], "don't": ["don", "'", "t"],
            "北京": ["北", "京"], "a\u200bb": ["ab"], "İ": ["i"], "": [],
        }
        for word, expected in cases.items():
            self.assertEqual(runs(word), expected, word)

    def test_pieces_are_the_longest_that_fit(self) -> None:
        vocabulary = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "lind", "##q", "##qvist", "##vist", "."])
        self.assertEqual(vocabulary.pieces("Lindqvist."), (4, 6, 8))
        self.assertEqual(vocabulary.pieces("Lindx"), (1,))
        self.assertEqual(vocabulary.pieces("\u200b"), (1,))
        self.assertEqual(len(vocabulary.pieces("." * 40)), 16)

    def test_recasing_changes_shapes_only(self) -> None:
        words = ["The", "mayor", "of", "NATO", "G7", "7"]
        old = [shape(word) for word in words]
        for style, expected in {
            "upper": ["UPPER", "UPPER", "UPPER", "UPPER", "alnumUpper", "digits"],
            "lower": ["lower", "lower", "lower", "lower", "alnumLower", "digits"],
            "title": ["Title", "Title", "lower", "UPPER", "alnumUpper", "digits"],
        }.items():
            self.assertEqual([SHAPES[s] for s in recased(old, words, style)], expected, style)


if __name__ == "__main__":
    unittest.main()
