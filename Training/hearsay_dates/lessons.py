"""What a larger network says, for a smaller one to learn."""

from dataclasses import dataclass

from torch import Tensor


@dataclass
class Lesson:
    """What is to be learnt of a window: in bfloat16, its words; of each question, the statement, its times, the shares."""

    words: Tensor
    statements: Tensor
    times: list[Tensor]
    shares: list[Tensor]
