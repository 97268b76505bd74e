"""Loads graph files with the programs that people read them with, and compares what each has understood.

usage: run.py [--nightly] FILE... ; a file of any format but GraphML is compared with the GraphML file of its name.
Where HEARSAY names the program, it validates the files whose names do not begin with "awkward". With --nightly the readers
that take long to install are asked too.
"""

import collections
import os
import sys

import conformance as readers
import dialects
import exchange
import tables
from conformance import ROOT, Skipped, truth


def compared(read, compare=readers.check_lists):
    """A check that reads a file and compares it with the GraphML file of its name."""
    return lambda path, expected: compare(expected, read(path))


def vocabulary(path, _):
    if not os.environ.get("HEARSAY") or os.path.basename(path).startswith("awkward"):
        raise Skipped("")
    readers.check_vocabulary(path)


DRAWN = [
    ("Graphviz, canonical", lambda path, _: readers.silent(["dot", "-Tcanon", path])),
    ("Graphviz, picture", lambda path, _: readers.check_picture(path)),
]

# By the end of a file's name: what each reader is called, and a function of the path and the graph that it should find.
CHECKS = {
    "graphml": [
        ("official schema", lambda path, _: readers.check_schema(path, "graphml-1.1/graphml.xsd")),
        ("hearsay validate", vocabulary),
        ("NetworkX", compared(readers.by_networkx, readers.compare)),
        ("igraph", lambda path, expected: readers.compare(readers.floats(expected), readers.by_igraph(path))),
        ("rustworkx", compared(readers.by_rustworkx, readers.compare)),
    ],
    "gexf": [
        ("official schema", lambda path, _: readers.check_gexf_schema(path)),
        ("hearsay validate", vocabulary),
        ("NetworkX", compared(readers.gexf_by_networkx, readers.compare)),
    ],
    "dot": DRAWN
    + [
        ("Graphviz, content", lambda path, expected: readers.check_dot(readers.by_graphviz, path, expected)),
        ("pydot", lambda path, expected: readers.check_dot(readers.by_pydot, path, expected)),
    ],
    "picture.dot": DRAWN,
    "json": [("NetworkX, node-link", compared(readers.node_link_by_networkx))],
    "jgf": [("JSON schema", exchange.check_json_graph_schema), ("JSON Graph Format", compared(readers.json_graph))],
    "cyjs": [("Cytoscape.js", compared(readers.cytoscape))],
    "cx2": [("CX2", compared(exchange.cx2))],
    "cypher": [("Cypher, statement by statement", compared(readers.cypher))],
    "gml": [("NetworkX and igraph", readers.check_gml)],
    "net": [("NetworkX and igraph", readers.check_pajek)],
    "ttl": [("rdflib", readers.check_turtle)],
    "nq": [("rdflib", readers.check_nquads)],
    "ftm.json": [("FollowTheMoney", exchange.check_entities)],
    "nodes.csv": [("CSV", tables.check_gephi)],
    "neo4j-nodes.csv": [("CSV of neo4j-admin", tables.check_neo4j)],
    # Read together with the nodes.
    "edges.csv": [],
    "neo4j-edges.csv": [],
    "neo4j-import.sh": [("sh", lambda path, _: readers.silent(["sh", "-n", path]))],
    "igraph.graphml": [("igraph", dialects.check_igraph)],
    "yed.graphml": [("yEd's markup", dialects.check_yed)],
    "networkx.json": [("NetworkX", dialects.check_networkx)],
    "graphviz.dot": [
        ("Graphviz", lambda path, expected: dialects.check_graphviz(readers.by_graphviz, path, expected))
    ],
    # Of these, what they are dialects of is all that is to be read.
    "cytoscape.cx2": [("CX2", compared(exchange.cx2))],
    "gephi.gexf": [("NetworkX", compared(readers.gexf_by_networkx, readers.compare))],
    "neo4j.cypher": [("Cypher, statement by statement", compared(readers.cypher))],
}


def checks(path, more):
    """The checks of one file: name and function."""
    folder, name = os.path.split(path)
    places = [index for index, character in enumerate(name) if character == "."]
    endings = [(name[:index], name[index + 1 :]) for index in places if name[index + 1 :] in CHECKS]
    if not endings:
        yield "any reader", lambda: no_reader(name)
        return
    stem, ending = endings[0]
    graph = os.path.join(folder, stem + ".graphml")
    expected = truth(graph) if os.path.exists(graph) else None
    for reader, check in CHECKS[ending] + more.get(ending, []):
        yield reader, lambda check=check: check(path, expected)


def no_reader(name):
    raise Skipped("no reader of it is known to Tests/Conformance/run.py")


def main(arguments):
    more = {}
    if arguments[:1] == ["--nightly"]:
        import nightly

        more = nightly.CHECKS
        arguments = arguments[1:]
    counts = collections.Counter()
    for path in arguments:
        for name, check in checks(path, more):
            try:
                check()
                counts["passed"] += 1
            except Skipped as reason:
                # Without a reason, it is not for this file.
                counts["skipped" if str(reason) else "none"] += 1
                if str(reason):
                    print(f"skipped {os.path.relpath(path, ROOT)}: {name}: {reason}")
            except Exception as problem:  # Any failure of a reader is what we are here to hear of.
                counts["failed"] += 1
                print(f"FAILED {os.path.relpath(path, ROOT)}: {name}: {type(problem).__name__}: {problem}")
    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    print(f"{len(arguments)} files")
    print(f"conformance: {counts['passed']} passed, {counts['failed']} failed{skipped}")
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
