"""Words to word pieces and casing features: what the Swift reader computes before the encoder.

Every rule here is mirrored, code point for code point, by HearsayLanguage.
"""

import unicodedata
from functools import lru_cache
from pathlib import Path

SHAPES = (
    "special", "lower", "Title", "UPPER", "Single", "MixedInitial", "mixed",
    "digits", "alnumUpper", "alnumLower", "punctuation", "uncased",
)
"""Shape of a word; `special` is [CLS], [SEP] and padding."""

SHAPE_ROWS = 2 * len(SHAPES)
"""Rows of the shape embedding: `2 * shape + (0 for a word's first piece, 1 for its others)`."""

MOST_PIECES_OF_A_WORD = 16
LONGEST_RUN = 100

PAD, UNKNOWN, CLS, SEP = "[PAD]", "[UNK]", "[CLS]", "[SEP]"


def shape(word: str) -> int:
    """The casing class of a word, from the Unicode general categories of its scalars."""
    upper = lower = uncased = digits = 0
    initial_upper: bool | None = None
    for scalar in word:
        category = unicodedata.category(scalar)
        if category in ("Lu", "Lt"):
            upper += 1
        elif category == "Ll":
            lower += 1
        elif category[0] == "L":
            uncased += 1
        elif category == "Nd":
            digits += 1
        if initial_upper is None and category[0] == "L":
            initial_upper = category in ("Lu", "Lt")
    if upper + lower + uncased == 0:
        return SHAPES.index("digits" if digits else "punctuation")
    if digits:
        return SHAPES.index("alnumUpper" if upper else "alnumLower")
    if upper == 0:
        return SHAPES.index("lower" if lower else "uncased")
    if lower + uncased == 0:
        return SHAPES.index("Single" if upper == 1 else "UPPER")
    if initial_upper:
        return SHAPES.index("Title" if upper == 1 else "MixedInitial")
    return SHAPES.index("mixed")


def _is_punctuation(scalar: str) -> bool:
    code = ord(scalar)
    ascii_symbol = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_symbol or unicodedata.category(scalar)[0] == "P"


def _is_ideograph(scalar: str) -> bool:
    code = ord(scalar)
    return 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F


def runs(word: str) -> list[str]:
    """A word in lower case without accents, split so that punctuation and ideographs stand alone.

    Lower-cased, then NFD; combining marks (Mn) go, and so do control characters and white space (Cc, Cf, Co, Cs, Cn, Z*).
    """
    parts: list[str] = []
    joined = False
    for scalar in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(scalar)
        if category == "Mn" or category[0] in "CZ":
            continue
        alone = _is_punctuation(scalar) or _is_ideograph(scalar)
        if alone or not joined:
            parts.append(scalar)
        else:
            parts[-1] += scalar
        joined = not alone
    return parts


class WordPieces:
    """Greedy longest match over the vocabulary of the encoder."""

    def __init__(self, vocabulary: list[str]) -> None:
        self.index = {piece: number for number, piece in enumerate(vocabulary)}
        self.pad, self.unknown = self.index[PAD], self.index[UNKNOWN]
        # The teacher's vocabulary marks the ends as RoBERTa does.
        self.cls = self.index.get("<s>", self.index[CLS])
        self.sep = self.index.get("</s>", self.index[SEP])
        self.pieces = lru_cache(maxsize=None)(self._pieces)

    @classmethod
    def read(cls, path: Path) -> "WordPieces":
        """The vocabulary of a `vocab.txt`, one piece a line."""
        return cls(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    def _pieces(self, word: str) -> tuple[int, ...]:
        """The pieces of a word: at least one, at most `MOST_PIECES_OF_A_WORD`."""
        found: list[int] = []
        for run in runs(word):
            found += self._match(run)
            if len(found) >= MOST_PIECES_OF_A_WORD:
                break
        return tuple(found[:MOST_PIECES_OF_A_WORD]) or (self.unknown,)

    def _match(self, run: str) -> list[int]:
        if len(run) > LONGEST_RUN:
            return [self.unknown]
        found, start = [], 0
        while start < len(run):
            for end in range(len(run), start, -1):
                piece = self.index.get(("##" if start else "") + run[start:end])
                if piece is not None:
                    found.append(piece)
                    start = end
                    break
            else:
                return [self.unknown]
        return found
