"""The decoders against exhaustive search."""

import itertools
import unittest

import numpy as np
import torch
from torch import nn

from hearsay_reader.decode import name_tags, spans, tree
from hearsay_reader.labels import NAME_TAGS
from hearsay_reader.model import relative_buckets
from hearsay_reader.quantise import LinearIn8Bits


def _is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head == 0 for head in heads) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen, node = set(), word
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    return True


class DecodeTests(unittest.TestCase):
    def test_the_tree_is_the_best_of_all_trees_with_one_root(self) -> None:
        rng = np.random.default_rng(3)
        for count in (1, 2, 3, 4, 5):
            for _ in range(60):
                scores = rng.normal(size=(count, count + 1))
                best = max(
                    (heads for heads in itertools.product(range(count + 1), repeat=count) if _is_tree(heads)),
                    key=lambda heads: sum(scores[word, head] for word, head in enumerate(heads)),
                )
                self.assertEqual(tree(scores), list(best))

    def test_no_name_begins_inside(self) -> None:
        rng = np.random.default_rng(5)
        for _ in range(200):
            tags = [NAME_TAGS[tag] for tag in name_tags(rng.normal(size=(6, len(NAME_TAGS))))]
            for before, tag in zip(["O", *tags], tags):
                self.assertFalse(tag[0] == "I" and before[2:] != tag[2:], tags)

    def test_spans_are_half_open(self) -> None:
        tags = [NAME_TAGS.index(tag) for tag in ("B-PER", "I-PER", "B-PER", "O", "B-LOC")]
        self.assertEqual(spans(tags), [(0, 2, "PER"), (2, 3, "PER"), (4, 5, "LOC")])

    def test_eight_bits_stay_near(self) -> None:
        torch.manual_seed(1)
        linear = nn.Linear(64, 32)
        x = torch.randn(20, 64)
        error = (LinearIn8Bits(linear)(x) - linear(x)).abs().max()
        self.assertLess(error.item(), 0.05)

    def test_relative_buckets_are_t5s(self) -> None:
        buckets = relative_buckets(200)
        self.assertEqual(buckets[0, :10].tolist(), [0, 17, 18, 19, 20, 21, 22, 23, 24, 24])
        self.assertEqual((buckets[199, 0].item(), buckets[0, 199].item()), (15, 31))


if __name__ == "__main__":
    unittest.main()
