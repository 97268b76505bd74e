"""The readers of tables: CSV for Gephi and for neo4j-admin, read as any program reads CSV."""

import csv
import json
import re

from conformance import Content, compare, is_list

OWN_NODES = {"Id"}
OWN_EDGES = {"Source", "Target", "Type", "Id"}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def bare(name):
    return {"Label": "label", "Weight": "weight"}.get(name, name.removeprefix("attr_"))


def unprotected(text):
    """A text without the apostrophe that keeps spreadsheets from running it."""
    assert not re.match("[=+@\t\n-]", text), f"a formula: {text[:40]!r}"
    return re.sub("^'(?='*[=+@\t\r\n-])", "", text)


def typed(cell, wanted):
    """A cell as the type that the graph has there."""
    if isinstance(wanted, str):
        return unprotected(cell)
    return type(wanted)(cell)


def as_csv(content):
    """What CSV keeps of a graph: every kind of line end is a line feed, and no text is a control character."""

    def text(value):
        if not isinstance(value, str):
            return value
        if is_list(value):
            return value
        return value.replace("\r\n", "\n").replace("\r", "\n")

    def values(found):
        return {name: text(value) for name, value in found.items() if value != ""}

    return Content(
        {node: values(found) for node, found in content.nodes.items()},
        [(a, b, values(found)) for a, b, found in content.edges],
    )


def check_gephi(path, expected):
    """Compares both tables, of which `path` is the one of nodes."""
    nodes = rows(path)
    edges = rows(path.removesuffix("nodes.csv") + "edges.csv")
    expected = as_csv(expected)

    def values(row, own, wanted):
        return {bare(n): typed(c, wanted.get(bare(n), "")) for n, c in row.items() if n not in own and c != ""}

    assert all(row["Type"] == "Directed" for row in edges)
    assert len({row["Id"] for row in edges}) == len(edges)
    found = Content(
        {row["Id"]: values(row, OWN_NODES, expected.nodes[row["Id"]]) for row in nodes},
        # The tables keep the file's order.
        [
            (row["Source"], row["Target"], values(row, OWN_EDGES, wanted))
            for row, (_, _, wanted) in zip(edges, expected.edges, strict=True)
        ],
    )
    compare(expected, found)


NEO4J_TYPES = {"string": unprotected, "long": int, "double": float}


def neo4j_tables(path):
    """The nodes and edges of both files, typed as their headers say, with labels and types apart."""

    def values(row):
        found = {}
        for column, cell in row.items():
            name, _, kind = column.partition(":")
            if not name or kind == "ID" or not kind or cell == "":
                continue
            name = name.removeprefix("attr_")
            found[name] = unprotected(cell).split(";") if kind == "string[]" else NEO4J_TYPES[kind](cell)
        return found

    nodes = {row["id:ID"]: (row[":LABEL"], values(row)) for row in rows(path)}
    edges = [
        (row[":START_ID"], row[":END_ID"], row[":TYPE"], values(row))
        for row in rows(path.removesuffix("nodes.csv") + "edges.csv")
    ]
    return nodes, edges


def check_neo4j(path, expected):
    nodes, edges = neo4j_tables(path)
    for label, values in nodes.values():
        kind = re.sub("[^A-Za-z0-9]", "_", values.get("kind", ""))
        assert label == ("Entity;" + kind[:1].upper() + kind[1:] if kind else "Entity"), label
    lists = {name for _, values in nodes.values() for name, value in values.items() if isinstance(value, list)}

    def as_neo4j(values):
        changed = {}
        for name, value in values.items():
            if name in lists:
                items = [item.replace(";", ",").replace("\r\n", "\n").replace("\r", "\n") for item in json.loads(value)]
                if not items:
                    continue
                value = [re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", item) for item in items]
            changed[name] = value
        return changed

    expected = as_csv(Content(expected.nodes, expected.edges))
    expected = Content({node: as_neo4j(values) for node, values in expected.nodes.items()}, expected.edges)
    compare(
        expected,
        Content({node: values for node, (_, values) in nodes.items()}, [(a, b, values) for a, b, _, values in edges]),
    )
