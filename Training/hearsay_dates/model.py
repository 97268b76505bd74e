"""The network: an encoder over pieces marked by what their words stand in, and heads that weigh times."""

from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from hearsay_reader.features import WordPieces
from hearsay_reader.model import Encoder, pretrained

from .windows import FACTS, FARTHEST, FLAGS, MARKS, NEAREST, Batch, in_pieces

WIDTH = 192
"""Of what is known of a statement, and of a time."""
DISTANCE = 32


class Marks(nn.Module):
    """The sum of the rows of the marks of each word."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        bits = MARKS.bit_length() - 1
        self.weight = nn.Parameter(torch.zeros(bits, hidden))
        self.register_buffer("places", torch.arange(bits), persistent=False)

    def forward(self, marks: Tensor) -> Tensor:
        return ((marks.unsqueeze(-1) >> self.places) & 1).to(self.weight.dtype) @ self.weight

    def table(self) -> Tensor:
        """The row of every set of marks."""
        return self(torch.arange(MARKS))


@dataclass
class Answer:
    """What a network says of a batch."""

    words: Tensor
    """Windows × words × hidden."""
    statements: Tensor
    times: Tensor
    """Of each candidate."""
    shares: Tensor
    """Logarithms, questions × (1 + most candidates); 0 is none."""


class DateReader(nn.Module):
    """Weighs at which time each statement of some windows was said: the teacher, and the smaller one that ships."""

    def __init__(self, encoder: Encoder, vocabulary: WordPieces) -> None:
        super().__init__()
        hidden = encoder.shape.hidden
        self.encoder, self.vocabulary = encoder, vocabulary
        encoder.casing = Marks(hidden)
        self.statement = nn.Linear(3 * hidden + FLAGS, WIDTH)
        self.time = nn.Linear(hidden, WIDTH)
        self.distance = nn.Embedding(FARTHEST - NEAREST + 1, DISTANCE)
        self.pair = nn.Linear(3 * WIDTH + DISTANCE + FACTS, WIDTH)
        self.pair_out = nn.Linear(WIDTH, 1)
        self.none = nn.Linear(WIDTH, WIDTH // 2)
        self.none_out = nn.Linear(WIDTH // 2, 1)
        self.head_dropout = nn.Dropout(0.1)

    def words_of(self, batch: Batch) -> Tensor:
        """The encoder's last layer at the first piece of each word: windows × words × hidden."""
        own = in_pieces(batch.windows, self.vocabulary)
        marks = batch.marks.gather(1, own.words) * own.inner
        pieces = self.encoder.encode(own.pieces, marks, own.lengths)
        return pieces.gather(1, own.firsts.unsqueeze(-1).expand(-1, -1, pieces.shape[-1]))

    def forward(self, batch: Batch) -> Answer:
        words = self.words_of(batch).float()
        # The heads take little time, and their sums are long.
        with torch.autocast("cpu", enabled=False):
            return self.weighed(words, batch)

    def weighed(self, words: Tensor, batch: Batch) -> Answer:
        """What the heads make of the words."""
        sums = F.pad(words.cumsum(1), (0, 0, 1, 0))
        rows = batch.rows.unsqueeze(1)
        starts, ends = batch.spans.unbind(-1)
        means = (sums[rows, ends] - sums[rows, starts]) / (ends - starts).unsqueeze(-1)
        statements = F.gelu(self.statement(self.head_dropout(torch.cat((means.flatten(1), batch.flags), 1))))
        none = self.none_out(F.gelu(self.none(statements)))
        times = F.gelu(self.time(self.head_dropout(words[batch.rows[batch.asked], batch.places])))
        own = statements[batch.asked]
        joined = torch.cat((own * times, own, times, self.distance(batch.distances), batch.facts), 1)
        scores = self.pair_out(self.head_dropout(F.gelu(self.pair(joined)))).squeeze(1)
        most = int(batch.numbers.max()) if len(batch.numbers) else 0
        table = torch.full((len(batch.questions), most), -1e4).index_put((batch.asked, batch.numbers - 1), scores)
        return Answer(words, statements, times, torch.cat((none, table), 1).log_softmax(1))


def fresh(folder: Path) -> DateReader:
    """A network whose encoder starts from the published weights in `folder`."""
    return DateReader(pretrained(folder / "model.safetensors", kind=Encoder), WordPieces.read(folder / "vocab.txt"))
