"""Sentence ends that are the mean of several."""

import unittest
from dataclasses import replace

import torch

from hearsay_reader.ends import mean
from hearsay_reader.model import Reader, Shape, around

SHAPE = Shape(
    pieces=20, positions=8, hidden=24, layers=1, attention_heads=2, feed_forward=32, names=16, arcs=16, relations=8, ends=12
)


class EndsTests(unittest.TestCase):
    def test_a_word_comes_with_those_around_it(self) -> None:
        words = torch.tensor([[[1.0], [2.0], [3.0]]])
        self.assertEqual(around(words, 1).tolist(), [[[0, 1, 2], [1, 2, 3], [2, 3, 0]]])

    def test_a_mean_scores_as_its_members_do_on_average(self) -> None:
        torch.manual_seed(1)
        reader = Reader(SHAPE).eval()
        members = [Reader(replace(SHAPE, ends=4)).eval() for _ in range(3)]
        for member in members:
            torch.nn.init.normal_(member.ends_out.weight)
        mean(reader, members)
        words, present = torch.randn(2, 7, 24), torch.arange(7)[None] < torch.tensor([[7], [4]])
        wanted = torch.stack([member.end_scores(words, present) for member in members]).mean(0)
        self.assertTrue(torch.allclose(reader.end_scores(words, present), wanted, atol=1e-5))

    def test_members_that_do_not_add_up_are_refused(self) -> None:
        with self.assertRaises(ValueError):
            mean(Reader(SHAPE), [Reader(replace(SHAPE, ends=4))])


if __name__ == "__main__":
    unittest.main()
