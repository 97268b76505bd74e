"""The file of weights, written and read back."""

import unittest

import torch

from hearsay_reader.export import encoded, sections
from hearsay_reader.features import WordPieces
from hearsay_reader.model import Reader, Shape
from hearsay_reader.restore import read_sections, restore

SHAPE = Shape(pieces=20, positions=8, hidden=24, layers=1, attention_heads=2, feed_forward=32, names=16, arcs=16, relations=8)


class RestoreTests(unittest.TestCase):
    def test_a_checkpoint_comes_back_but_for_rounding(self) -> None:
        torch.manual_seed(1)
        written, read = Reader(SHAPE), Reader(SHAPE)
        data = encoded(sections(written, WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]"]), "ewt"))
        restore(read, read_sections(data))
        for (name, before), after in zip(written.state_dict().items(), read.state_dict().values()):
            if name != "sources.weight":
                tolerance = float(before.abs().max()) / 120
                self.assertTrue(torch.allclose(before, after, atol=tolerance), name)

    def test_something_else_is_refused(self) -> None:
        with self.assertRaises(ValueError):
            read_sections(b"no weights" * 10)


if __name__ == "__main__":
    unittest.main()
