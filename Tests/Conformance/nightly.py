"""The readers that take long to install: asked by `make readers`, a part of `make nightly`."""

import csv
import functools
import json
import os
import re
import shutil
import subprocess
import tempfile
import warnings

import duckdb
import followthemoney
import followthemoney.exc
import kuzu
import networkit
import pygraphviz
import pyoxigraph
import tables
from conformance import Content, Skipped, changed, check_dot, compare, silent, undone, xml_text
from exchange import entities
from ndex2.cx2 import CX2Network

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from tulip import tlp


def check_networkit(path, expected):
    """NetworKit keeps the ties alone, and of them no order."""
    graph = networkit.graphio.readGraph(path, networkit.Format.GraphML)
    assert graph.isDirected() and graph.numberOfNodes() == len(expected.nodes)
    assert graph.numberOfEdges() == len(expected.edges)


def check_tulip(path, expected):
    """Tulip drops what stands before the last line end or entity of a value: plain labels are compared.

    It takes an attribute called width for a number to draw by, whatever its type; the awkward graph has a text of that name.
    """
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read().replace('attr.name="width"', 'attr.name="wide"')
    with tempfile.NamedTemporaryFile("w", suffix=".graphml", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        graph = tlp.importGraph("GraphML", {"file::filename": file.name})
    assert graph.numberOfNodes() == len(expected.nodes) and graph.numberOfEdges() == len(expected.edges)
    label = graph.getStringProperty("label")
    for node, values in zip(graph.getNodes(), expected.nodes.values()):
        wanted = values.get("label", "")
        if not re.search("[\n\r&<>]", wanted):
            assert label[node] == wanted, (label[node], wanted)


def check_ndex2(path, expected):
    network = CX2Network()
    network.create_from_raw_cx2(path)
    nodes, edges = network.get_nodes(), network.get_edges()
    assert len(nodes) == len(expected.nodes) and len(edges) == len(expected.edges)
    ids = {key: node["v"]["id"] for key, node in nodes.items()}
    assert set(ids.values()) == set(expected.nodes)
    for edge, (source, target, values) in zip(edges.values(), expected.edges):
        assert (ids[edge["s"]], ids[edge["t"]]) == (source, target)
        assert xml_text(edge["v"].get("label", "")) == values.get("label", "")


def by_oxigraph(path, kind):
    quads = list(pyoxigraph.parse(path=path, format=kind))
    statement = pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement")
    return {(quad.subject, quad.predicate, quad.object) for quad in quads if "BlankNode" not in str(type(quad.subject))}, sum(
        quad.object == statement for quad in quads
    )


def check_oxigraph(kind):
    def check(path, expected):
        triples, edges = by_oxigraph(path, kind)
        assert edges == len(expected.edges), edges
        nodes = {str(s.value) for s, _, _ in triples if str(s.value).startswith("urn:hearsay:node:")}
        assert nodes == {"urn:hearsay:node:" + name for name in expected.nodes}

    return check


def check_model(path, _):
    """FollowTheMoney's own model finds nothing wrong, and keeps every value as it cleans them, but for names."""
    for entity in entities(path).values():
        schema = followthemoney.model.get(entity["schema"])
        assert schema is not None and not schema.abstract, entity["schema"]
        # What is longer than the model takes (a name of 8,000 letters in the awkward graph) it drops.
        for name, values in entity["properties"].items():
            entity["properties"][name] = [v for v in values if len(v) <= schema.get(name).max_length] or ["long"]
        try:
            schema.validate(entity)
        except followthemoney.exc.InvalidData as problem:
            raise AssertionError(f"{entity['id']}: {problem.errors}"[:300]) from problem
        assert set(schema.required) <= entity["properties"].keys(), (entity["id"], schema.required)
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        assert proxy.properties.keys() == entity["properties"].keys(), (
            entity["id"],
            proxy.properties.keys() ^ entity["properties"].keys(),
        )


def check_duckdb(path, expected):
    """DuckDB's rows are those of Python's reader."""
    for name in (path, path.removesuffix("nodes.csv") + "edges.csv"):
        found = duckdb.sql(f"select * from read_csv('{name}', header=true, all_varchar=true, quote='\"', escape='\"')")
        wanted = [tuple(value or None for value in row.values()) for row in tables.rows(name)]
        rows = [tuple(value or None for value in row) for row in found.fetchall()]
        assert rows == wanted, f"{len(rows)} rows, not {len(wanted)}"


KUZU_TYPES = {"string": "STRING", "long": "INT64", "double": "DOUBLE"}


def check_kuzu(path, expected):
    """The tables of neo4j-admin in an embedded graph database: its types, its nodes, its edges."""
    nodes, edges = tables.neo4j_tables(path)
    with open(path, encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    columns = [column.split(":") for column in header[2:]]
    with tempfile.TemporaryDirectory() as folder:
        connection = kuzu.Connection(kuzu.Database(os.path.join(folder, "graph")))
        declared = ", ".join(f"`{name}` {KUZU_TYPES.get(kind, 'STRING')}" for name, kind in columns)
        connection.execute(f"CREATE NODE TABLE Entity(`key` STRING, labels STRING, {declared}, PRIMARY KEY(`key`))")
        options = "(header=true, parallel=false, quote='\"', escape='\"')"
        connection.execute(f"COPY Entity FROM '{path}' {options}")
        rows = connection.execute("MATCH (n:Entity) RETURN n.`key`, n.label").get_as_df()
        found = dict(zip(rows.iloc[:, 0], rows.iloc[:, 1]))
        assert found.keys() == nodes.keys(), found.keys() ^ nodes.keys()
        for name, (_, values) in nodes.items():
            label = found[name] if isinstance(found[name], str) else ""
            assert tables.unprotected(label) == values.get("label", ""), (name, label)
        name = path.removesuffix("nodes.csv") + "edges.csv"
        with open(name, encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        columns = [("type", "string"), ("key", "string")] + [tuple(c.split(":")) for c in header[4:]]
        declared = ", ".join(f"`c{i}` {KUZU_TYPES.get(kind, 'STRING')}" for i, (_, kind) in enumerate(columns))
        connection.execute(f"CREATE REL TABLE Tie(FROM Entity TO Entity, {declared})")
        connection.execute(f"COPY Tie FROM '{name}' {options}")
        rows = connection.execute("MATCH (a:Entity)-[r:Tie]->(b:Entity) RETURN a.`key`, b.`key`, r.c0").get_as_df()
        assert sorted(map(tuple, rows.itertuples(index=False))) == sorted((a, b, kind) for a, b, kind, _ in edges)


SYSTEM_PYTHON = "/usr/bin/python3"


def without_nothing(content):
    """A graph without the values that graph-tool cannot tell from none."""

    def values(found):
        return {name: value for name, value in found.items() if value not in ("", 0, 0.0)}

    nodes = {node: values(found) for node, found in content.nodes.items()}
    return Content(nodes, [(a, b, values(found)) for a, b, found in content.edges])


def by_graph_tool(path):
    here = os.path.dirname(os.path.abspath(__file__))
    if subprocess.run([SYSTEM_PYTHON, "-c", "import graph_tool"], capture_output=True).returncode:
        raise Skipped("graph-tool is not installed: Scripts/setup --readers")
    found = json.loads(silent([SYSTEM_PYTHON, os.path.join(here, "graph_tool_reader.py"), path]))
    return Content(dict(found["nodes"]), [tuple(edge) for edge in found["edges"]])


def check_graph_tool(path, expected):
    compare(without_nothing(expected), by_graph_tool(path))


@functools.cache
def boost_reader():
    """The program that reads with Boost.Graph, compiled once."""
    folder = tempfile.TemporaryDirectory()
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "boost_reader.cpp")
    program = os.path.join(folder.name, "boost_reader")
    command = ["c++", "-std=c++20", "-O1", "-w", source, "-lboost_graph", "-o", program]
    if not shutil.which("c++") or subprocess.run(command, capture_output=True).returncode:
        raise Skipped("no C++ compiler with Boost.Graph: Scripts/setup --readers")
    return folder, program


def by_boost(path, names=None):
    """The graph that Boost finds; of GraphML it keeps no ids, but the order of the nodes."""

    def number(value):
        return float(value["double"]) if value.keys() == {"double"} else value

    found = json.loads(silent([boost_reader()[1], path]), object_hook=number)
    names = names or [values.pop("node_id") for values in found["nodes"]]
    edges = [(names[source], names[target], values) for source, target, values in found["edges"]]
    return Content(dict(zip(names, found["nodes"], strict=True)), edges)


def check_boost(path, expected):
    """Boost makes one blank of any white space in GraphML, and takes it off both ends of a value."""

    def trimmed(content):
        return changed(content, text=lambda text: re.sub("[ \t\r\n]+", " ", text).strip(" "))

    compare(trimmed(expected), trimmed(by_boost(path, list(expected.nodes))))


def by_pygraphviz(path):
    graph = pygraphviz.AGraph(path)
    assert graph.is_directed()

    def values(element):
        # Graphviz gives every element every attribute: "" stands for none, and a label of \\N for the node's name.
        return {name: undone(value) for name, value in element.attr.to_dict().items() if value not in ("", "\\N")}

    nodes = {str(node): values(node) for node in graph.nodes_iter()}
    return Content(nodes, [(str(edge[0]), str(edge[1]), values(edge)) for edge in graph.edges_iter()])


def dot(read):
    return lambda path, expected: check_dot(read, path, expected)


def undone_dot(content):
    """What a reader that leaves the escapes of DOT alone has read."""
    return changed(content, text=undone)


CHECKS = {
    "graphml": [
        ("NetworKit", check_networkit),
        ("Tulip", check_tulip),
        ("graph-tool", check_graph_tool),
        ("Boost", check_boost),
    ],
    "dot": [
        ("pygraphviz", dot(by_pygraphviz)),
        ("graph-tool", dot(lambda path: undone_dot(by_graph_tool(path)))),
        ("Boost", dot(lambda path: undone_dot(by_boost(path)))),
    ],
    "cx2": [("ndex2", check_ndex2)],
    "ttl": [("Oxigraph", check_oxigraph(pyoxigraph.RdfFormat.TURTLE))],
    "nq": [("Oxigraph", check_oxigraph(pyoxigraph.RdfFormat.N_QUADS))],
    "ftm.json": [("FollowTheMoney's model", check_model)],
    "nodes.csv": [("DuckDB", check_duckdb)],
    "neo4j-nodes.csv": [("DuckDB", check_duckdb), ("Kuzu", check_kuzu)],
}
