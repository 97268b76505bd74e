"""Scores to labels: the decoders that the Swift reader mirrors."""

import numpy as np

from .labels import NAME_TAGS

Span = tuple[int, int, str]

_LEGAL = np.zeros((len(NAME_TAGS), len(NAME_TAGS)))
for _to, _tag in enumerate(NAME_TAGS):
    if _tag.startswith("I-"):
        for _from, _before in enumerate(NAME_TAGS):
            if _before[2:] != _tag[2:]:
                _LEGAL[_from, _to] = -np.inf
_START = _LEGAL[0]


def name_tags(scores: np.ndarray) -> list[int]:
    """The best legal BIO sequence (Viterbi; only legality, no learnt transitions)."""
    best = scores[0] + _START
    back = np.zeros(scores.shape, dtype=int)
    for word in range(1, len(scores)):
        paths = best[:, None] + _LEGAL
        back[word] = paths.argmax(0)
        best = paths.max(0) + scores[word]
    tags = [int(best.argmax())]
    for word in range(len(scores) - 1, 0, -1):
        tags.append(int(back[word, tags[-1]]))
    return tags[::-1]


def spans(tags: list[int]) -> list[Span]:
    """The names of a BIO sequence, half-open."""
    found: list[Span] = []
    for word, tag in enumerate(tags):
        label = NAME_TAGS[tag] if tag > 0 else "O"
        if label == "O":
            continue
        kind = label[2:]
        if label[0] == "I" and found and found[-1][1] == word and found[-1][2] == kind:
            found[-1] = (found[-1][0], word + 1, kind)
        else:
            found.append((word, word + 1, kind))
    return found


def tree(scores: np.ndarray) -> list[int]:
    """The heads of the best tree with one root; `scores` is words × (1 + words), column 0 the root.

    Chu-Liu/Edmonds; where its tree has several roots, the best of the trees with each of them alone.
    """
    count = len(scores)
    full = np.full((count + 1, count + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    heads = _maximum_tree(full)
    roots = [word for word in range(1, count + 1) if heads[word] == 0]
    if len(roots) != 1:
        best = -np.inf
        for root in roots:
            single = full.copy()
            single[1:, 0] = -np.inf
            single[root] = -np.inf
            single[root, 0] = full[root, 0]
            candidate = _maximum_tree(single)
            total = sum(single[word, candidate[word]] for word in range(1, count + 1))
            if total > best:
                best, heads = total, candidate
    return [int(head) for head in heads[1:]]


def _maximum_tree(scores: np.ndarray) -> np.ndarray:
    """The best arborescence from node 0; `scores[dependent, head]`."""
    count = len(scores)
    heads = scores.argmax(1)
    heads[0] = -1
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(count, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    # The cycle shrinks to one node, the last of the smaller graph.
    cycle = np.array(cycle)
    own = scores[cycle, heads[cycle]]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    entering = scores[np.ix_(cycle, outside)] - own[:, None]
    enter = entering.argmax(0)
    small[-1, :-1] = entering.max(0)
    leaving = scores[np.ix_(outside, cycle)]
    leave = leaving.argmax(1)
    small[:-1, -1] = leaving.max(1)
    small[0] = -np.inf
    small_heads = _maximum_tree(small)
    result = heads.copy()
    for position, node in enumerate(outside):
        head = small_heads[position]
        if node != 0:
            result[node] = cycle[leave[position]] if head == len(outside) else outside[head]
    head = small_heads[-1]
    result[cycle[enter[head]]] = outside[head]
    return result


def _cycle(heads: np.ndarray) -> list[int] | None:
    """The nodes of one cycle among the heads, or None."""
    color = np.zeros(len(heads), dtype=int)
    color[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while color[node] == 0:
            color[node] = 1
            path.append(node)
            node = heads[node]
        if color[node] == 1:
            return [int(n) for n in path[path.index(node) :]]
        for seen in path:
            color[seen] = 2
    return None
