"""The closed sets of labels, in the order in which the exported weights list them."""

from typing import Final

NAME_TAGS: Final = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")

UPOS: Final = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)

# Every relation of the two training treebanks; what appears only elsewhere is read without its subtype.
RELATIONS: Final = (
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass",
    "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj",
    "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl",
    "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss",
    "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent",
    "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)

# One row of the source embedding for each corpus with its own conventions for names.
SOURCES: Final = ("ewt", "gum", "wikigold", "crossner", "wnut", "gmb", "voa")

UNCUT: Final = frozenset({"wnut"})
"""Corpora whose items are posts of one sentence or several: where those end inside, they do not say."""

IGNORED: Final = -100
"""The label of a word that a corpus says nothing certain about; the loss leaves it out."""

_TYPE_OF_ENTITY: Final = {"PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "COUNTRY": "LOC"}


def name_tags(length: int, entities: list[dict]) -> list[int]:
    """The BIO tags of a sentence of `length` words, from token spans `[start, end)`.

    Every other type (nationalities, events, works) is folded into O, so that no tag is
    supervised in one corpus and unheard of in the next. WNUT's "group" (`ORG?`: bands, teams)
    is sometimes an organization: those words are ignored.
    """
    tags = [0] * length
    for entity in entities:
        start, end = entity["start"], entity["end"]
        if entity["type"] == "ORG?":
            tags[start:end] = [IGNORED] * (end - start)
        kind = _TYPE_OF_ENTITY.get(entity["type"])
        if kind is None:
            continue
        inside = NAME_TAGS.index("I-" + kind)
        tags[start:end] = [inside] * (end - start)
        tags[start] = inside - 1
    return tags


def universal(relation: str) -> str:
    """The relation without its subtype: `nsubj:pass` is `nsubj`."""
    return relation.split(":")[0]


def relation_index(relation: str) -> int:
    """The index of a relation, by its universal part where the subtype is unknown."""
    if relation in RELATIONS:
        return RELATIONS.index(relation)
    return RELATIONS.index(universal(relation))
