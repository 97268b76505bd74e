"""The readers of graph files that run.py asks, and the comparison of what each has understood.

The truth is what the standard library's XML parser finds in the GraphML file. Every reader must come to the same nodes and edges
with the same values of the same types. What a reader or a format is known to change is undone, and said, where it is read.
"""

import collections
import json
import math
import os
import re
import subprocess
import warnings
import xml.etree.ElementTree as ElementTree

import igraph
import networkx
import pydot
import rdflib
import rustworkx

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCHEMAS = os.path.join(os.path.dirname(ROOT), "shared", "schemas")
NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
PYTHON_TYPES = {"int": int, "long": int, "double": float, "string": str}

# A graph as every reader's is brought into: attributes by node id, and for each edge its ends and attributes.
Content = collections.namedtuple("Content", "nodes edges")


class Skipped(Exception):
    """A check that this machine cannot make, and why."""


def truth(source):
    """The graph in a GraphML file, or in the root element of one."""
    root = ElementTree.parse(source).getroot() if isinstance(source, str) else source
    keys = {key.get("id"): key.attrib for key in root.iter(NAMESPACE + "key")}

    def values(element):
        found = {}
        for data in element:
            key = keys[data.get("key")]
            found[key["attr.name"]] = PYTHON_TYPES[key["attr.type"]](data.text)
        return found

    nodes = {node.get("id"): values(node) for node in root.iter(NAMESPACE + "node")}
    edges = [(edge.get("source"), edge.get("target"), values(edge)) for edge in root.iter(NAMESPACE + "edge")]
    return Content(nodes, edges)


def by_networkx(path):
    graph = networkx.read_graphml(path, force_multigraph=True)
    assert graph.is_directed()
    return Content(dict(graph.nodes(data=True)), [(a, b, dict(values)) for a, b, values in graph.edges(data=True)])


def by_igraph(path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph = igraph.Graph.Read_GraphML(path)
    assert graph.is_directed()

    def values(element):
        # igraph has a value for every element: "" and NaN stand for none. `id` is its own.
        pairs = element.attributes().items()
        return {
            name: value
            for name, value in pairs
            if name != "id" and value != "" and not (isinstance(value, float) and math.isnan(value))
        }

    nodes = {vertex["id"]: values(vertex) for vertex in graph.vs}
    ids = graph.vs["id"] if graph.vcount() else []
    return Content(nodes, [(ids[edge.source], ids[edge.target], values(edge)) for edge in graph.es])


def by_rustworkx(path):
    (graph,) = rustworkx.read_graphml(path)

    def values(payload):
        return {name: value for name, value in (payload or {}).items() if name != "id" and value is not None}

    nodes = {node["id"]: values(node) for node in graph.nodes()}
    ids = {index: graph[index]["id"] for index in graph.node_indices()}
    return Content(nodes, [(ids[a], ids[b], values(payload)) for a, b, payload in graph.weighted_edge_list()])


def by_pydot(path):
    (graph,) = pydot.graph_from_dot_file(path, encoding="utf-8")
    assert graph.get_type() == "digraph"

    def bare(text):
        return text[1:-1].replace('\\"', '"') if text.startswith('"') else text

    def values(element):
        return {bare(name): undone(bare(value)) for name, value in element.get_attributes().items()}

    nodes = {bare(node.get_name()): values(node) for node in graph.get_nodes()}
    edges = [(bare(edge.get_source()), bare(edge.get_destination()), values(edge)) for edge in graph.get_edges()]
    return Content(nodes, edges)


def by_graphviz(path):
    graph = json.loads(silent(["dot", "-Tdot_json", path]))
    own = {"_gvid", "name", "head", "tail"}

    def values(element):
        # Graphviz gives every element every attribute: "" stands for none, and a label of \N for the node's name.
        pairs = element.items()
        return {name: undone(value) for name, value in pairs if name not in own and value not in ("", "\\N")}

    objects = graph.get("objects", [])
    nodes = {node["name"]: values(node) for node in objects}
    edges = graph.get("edges", [])
    return Content(nodes, [(objects[e["tail"]]["name"], objects[e["head"]]["name"], values(e)) for e in edges])


def gexf_by_networkx(path):
    graph = networkx.read_gexf(path)
    assert graph.is_directed()
    own = {"viz", "id", "start", "end"}

    def values(found):
        return {name.removeprefix("attr_"): v for name, v in found.items() if name not in own and v is not None}

    nodes = {node: values(found) for node, found in graph.nodes(data=True)}
    return Content(nodes, [(a, b, values(found)) for a, b, found in graph.edges(data=True)])


def loaded(path):
    def refused(name):
        raise AssertionError(f"{name} is not JSON")

    with open(path, encoding="utf-8") as file:
        return json.load(file, parse_constant=refused)


def bare_names(found, own=()):
    """Values under the names that they have in the graph, without those of the format's own."""
    return {name.removeprefix("attr_"): value for name, value in found.items() if name not in own}


def node_link_by_networkx(path):
    graph = networkx.node_link_graph(loaded(path), edges="edges")
    assert graph.is_directed() and graph.is_multigraph()
    nodes = {node: bare_names(values) for node, values in graph.nodes(data=True)}
    return Content(nodes, [(a, b, bare_names(values)) for a, b, values in graph.edges(data=True)])


def json_graph(path):
    graph = loaded(path)["graph"]
    assert graph.keys() == {"directed", "nodes", "edges"} and graph["directed"] is True

    def values(element, own, relation):
        assert element.keys() <= own | {"label", "metadata"}, element.keys()
        places = {"label": "label", relation: "kind"}
        return element["metadata"] | {places[name]: element[name] for name in places if name in element}

    nodes = {node: values(element, set(), None) for node, element in graph["nodes"].items()}
    own = {"id", "source", "target", "relation"}
    return Content(nodes, [(e["source"], e["target"], values(e, own, "relation")) for e in graph["edges"]])


def cytoscape(path):
    elements = loaded(path)["elements"]
    own = {"id", "source", "target", "name", "interaction"}
    for edge in elements["edges"]:
        assert edge["data"].get("interaction") == edge["data"].get("kind")
    nodes = {node["data"]["id"]: bare_names(node["data"], own) for node in elements["nodes"]}
    edges = [edge["data"] for edge in elements["edges"]]
    return Content(nodes, [(edge["source"], edge["target"], bare_names(edge, own)) for edge in edges])


def gml_values(found, own):
    """The values of an element of GML: whole numbers over 32 bits are reals there, and NetworkX takes "[]" for a list."""

    def undo(value):
        if isinstance(value, float) and value.is_integer() and 2**31 <= abs(value) < 2**63:
            return int(value)
        return "[]" if value == [] else value

    return {name: undo(value) for name, value in bare_names(found, own).items()}


def labelled(label, name, expected):
    """The label of a node that is called so in formats where no two nodes may have the same."""
    own = expected.nodes[name].get("label")
    if own is None:
        assert label == name
        return {}
    while label != own and label.endswith(f" [{name}]"):
        label = label.removesuffix(f" [{name}]")
    return {"label": label}


def gml_by_networkx(path, expected):
    graph = networkx.read_gml(path)
    assert graph.is_directed() and graph.is_multigraph()
    names = {label: values["name"] for label, values in graph.nodes(data=True)}
    nodes = {
        names[label]: gml_values(values, {"name"}) | labelled(xml_text(label), names[label], expected)
        for label, values in graph.nodes(data=True)
    }
    return Content(nodes, [(names[a], names[b], gml_values(values, ())) for a, b, values in graph.edges(data=True)])


def gml_by_igraph(path, expected):
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "One or more unknown entities")
        graph = igraph.Graph.Read_GML(path)
    assert graph.is_directed()

    def values(element, own):
        # igraph has a value for every element: "" and NaN stand for none.
        pairs = element.attributes().items()
        return {
            name.removeprefix("attr_"): value
            for name, value in pairs
            if name not in own and value != "" and not (isinstance(value, float) and math.isnan(value))
        }

    names = graph.vs["name"] if graph.vcount() else []
    nodes = {vertex["name"]: values(vertex, {"id", "name", "label"}) for vertex in graph.vs}
    for vertex in graph.vs:
        nodes[vertex["name"]] |= labelled(without_references(vertex["label"]), vertex["name"], expected)
    return Content(nodes, [(names[e.source], names[e.target], values(e, {"key"})) for e in graph.es])


def without_references(text):
    """A text with the character references put back that igraph leaves in it."""
    return xml_text(re.sub("&#([0-9]+);", lambda match: chr(int(match[1])), text))


def changed(content, name=lambda name: name, text=lambda text: text):
    """A graph with each attribute's name and each text changed."""

    def values(found):
        return {name(key): text(value) if isinstance(value, str) else value for key, value in found.items()}

    nodes = {node: values(found) for node, found in content.nodes.items()}
    return Content(nodes, [(a, b, values(found)) for a, b, found in content.edges])


def check_gml(path, expected):
    expected = changed(expected, name=lambda name: re.sub("[.-]", "_", name))
    compare(expected, changed(gml_by_networkx(path, expected), text=xml_text))
    expected = changed(floats(expected), text=without_references)
    compare(expected, changed(gml_by_igraph(path, expected), text=without_references))


def check_pajek(path, expected):
    def spelled(text):
        text = re.sub("[\n\r\t]", " ", text.replace('"', "'").replace("\\", "/"))
        return re.sub("[\x7f\ufeff]", "\ufffd", text)

    expected = changed(expected, text=spelled)
    nodes = {name: {key: values[key] for key in ("label",) if key in values} for name, values in expected.nodes.items()}
    edges = [
        (a, b, {"weight": 1.0} | {key: values[key] for key in ("weight", "label") if key in values})
        for a, b, values in expected.edges
    ]
    expected = Content(nodes, edges)

    graph = networkx.read_pajek(path)
    assert graph.is_directed()
    names = dict(zip(graph.nodes, expected.nodes))
    places = {"weight": "weight", "l": "label"}
    nodes = {name: labelled(label, name, expected) for label, name in names.items()}
    edges = [
        (names[a], names[b], {places[key]: value for key, value in values.items()})
        for a, b, values in graph.edges(data=True)
    ]
    compare(expected, Content(nodes, edges))

    graph = igraph.Graph.Read_Pajek(path)
    assert graph.is_directed()
    names = list(expected.nodes)
    column = "name" if "name" in graph.vs.attributes() else "id"
    nodes = {names[vertex.index]: labelled(vertex[column], names[vertex.index], expected) for vertex in graph.vs}
    edges = [
        (names[e.source], names[e.target], {key: value for key, value in e.attributes().items() if value != ""})
        for e in graph.es
    ]
    compare(expected, Content(nodes, edges))


STRING = r"'(?:[^'\\\n]|\\[\\'nrt])*'"
VALUE = rf"(?:{STRING}|-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?|\[(?:{STRING}(?:, {STRING})*)?\])"
MEMBER = rf"(?:[A-Za-z][A-Za-z0-9_]*|`[A-Za-z][A-Za-z0-9._-]*`): {VALUE}"
NODE = r"\(%s:Entity \{id: '([A-Za-z][A-Za-z0-9._-]*)'\}\)"
NAME = "[A-Z][A-Za-z0-9_]*"
NODE_LINE = re.compile(
    rf"MERGE {NODE % 'n'} SET (?:n:({NAME}), )?n \+= \{{((?:{MEMBER}(?:, {MEMBER})*)?)\}};"
)
EDGE_LINE = re.compile(
    rf"MATCH {NODE % 'a'}, {NODE % 'b'} MERGE \(a\)-\[r:({NAME}) \{{id: '[A-Za-z][A-Za-z0-9._-]*'\}}\]->\(b\)"
    rf" SET r \+= \{{((?:{MEMBER}(?:, {MEMBER})*)?)\}};"
)


def cypher(path):
    """The graph that statements make, none of which may be of any other form than these."""

    def string(text):
        return re.sub(r"\\(.)", lambda match: {"n": "\n", "r": "\r", "t": "\t"}.get(match[1], match[1]), text[1:-1])

    def value(text):
        if text.startswith("["):
            return [string(item) for item in re.findall(STRING, text)]
        return string(text) if text.startswith("'") else json.loads(text)

    def values(text):
        members = (member.split(": ", 1) for member in re.findall(MEMBER, text))
        return {name.strip("`").removeprefix("attr_"): value(spelled) for name, spelled in members}

    with open(path, encoding="utf-8", newline="\n") as file:
        lines = file.read().removesuffix("\n").split("\n")
    assert lines.pop(0).startswith("CREATE CONSTRAINT ")
    nodes, edges = {}, []
    for line in lines:
        if found := NODE_LINE.fullmatch(line):
            nodes[found[1]] = values(found[3])
            label = found[2] or ""
            assert label.lower() == re.sub("[^a-z0-9]", "_", nodes[found[1]].get("kind", "")), line[:200]
        else:
            found = EDGE_LINE.fullmatch(line)
            assert found, f"not a statement of ours: {line[:200]}"
            edges.append((found[1], found[2], values(found[4])))
    return Content(nodes, edges)


def check_turtle(path, expected):
    check_rdf(rdflib.Graph().parse(path, format="turtle"), expected)


def check_nquads(path, expected):
    """The quads are Turtle's triples; each document's graph has the edges that rest on it, and no others."""
    dataset = rdflib.Dataset()
    dataset.parse(path, format="nquads")
    graph = rdflib.Graph()
    for subject, predicate, value, _ in dataset.quads():
        graph.add((subject, predicate, value))
    check_rdf(graph, expected)
    document = rdflib.URIRef("urn:hearsay:attribute:document")
    for subject, _, _, where in dataset.quads((None, rdflib.RDF.type, rdflib.RDF.Statement, None)):
        name = graph.value(subject, document)
        where = getattr(where, "identifier", where)
        assert where == rdflib.URIRef(f"urn:hearsay:node:{name}") if name else "urn:hearsay" not in str(where), where


def check_rdf(graph, expected):
    lists = {
        name
        for name in {name for values in expected.nodes.values() for name in values}
        if all(is_list(values[name]) for values in expected.nodes.values() if name in values)
    }

    def as_set(values):
        parsed = {name: json.loads(value) if name in lists else value for name, value in values.items()}
        return {
            name: sorted({xml_text(item) for item in value}) if isinstance(value, list) else value
            for name, value in parsed.items()
            if value != []
        }

    def values(subject):
        found = {}
        for predicate, literal in graph.predicate_objects(subject):
            name = "label" if predicate == rdflib.RDFS.label else str(predicate).removeprefix("urn:hearsay:attribute:")
            if isinstance(literal, rdflib.Literal):
                found.setdefault(name, []).append(literal.toPython())
        return {name: sorted(map(xml_text, every)) if name in lists else every[0] for name, every in found.items()}

    def bare(term):
        return str(term).removeprefix("urn:hearsay:node:")

    subjects = {subject for subject in graph.subjects(rdflib.RDF.type) if str(subject) != bare(subject)}
    nodes = {bare(subject): values(subject) for subject in subjects}
    edges = []
    for edge in graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement):
        ends = [graph.value(edge, place) for place in (rdflib.RDF.subject, rdflib.RDF.predicate, rdflib.RDF.object)]
        assert tuple(ends) in graph
        found = values(edge)
        edges.append((bare(ends[0]), bare(ends[2]), found))
        if {"document", "start", "end"} <= found.keys():
            target = graph.value(edge, OA.hasTarget)
            selector = graph.value(target, OA.hasSelector)
            assert bare(graph.value(target, OA.hasSource)) == found["document"]
            assert graph.value(selector, OA.start).toPython() == found["start"]
            assert graph.value(selector, OA.end).toPython() == found["end"]
    expected = Content({node: as_set(found) for node, found in expected.nodes.items()}, expected.edges)
    found = Content(nodes, edges)
    compare(expected, changed(found, text=xml_text))


def is_list(text):
    return isinstance(text, str) and text.startswith('["') or text == "[]"


def undone(text):
    """A string of DOT as the text that it stands for."""
    text = re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], text, flags=re.DOTALL)
    return re.sub(r"&amp;(?=[#A-Za-z0-9]+;)", "&", text)


def as_dot(content, look):
    """What a DOT file keeps of a graph: see `hearsay formats`. `look` are the attributes that only draw."""
    words = {"node", "edge", "graph", "digraph", "subgraph", "strict"}

    def name(node):
        if node.lower() in words:
            node += "_"
            while node in content.nodes:
                node += "_"
        return node

    def values(found):
        spelled = {}
        for key, value in found.items():
            key = "attr_" + key if key in look else key
            spelled[key] = str(value).replace("\r\n", "\n").replace("\r", "\n")
        return spelled

    nodes = {name(node): values(found) for node, found in content.nodes.items()}
    return Content(nodes, [(name(a), name(b), values(found)) for a, b, found in content.edges])


def silent(command):
    """The output of a command that must succeed without a word on standard error."""
    done = subprocess.run(command, capture_output=True, timeout=300)
    assert done.returncode == 0 and not done.stderr, done.stderr.decode("utf-8", "replace")[:500]
    return done.stdout


def is_same(expected, found, is_loose):
    if isinstance(expected, str) and found != expected and is_loose:
        # Numbers spelled otherwise, and texts cut with an ellipsis.
        try:
            return float(expected) == float(found)
        except ValueError:
            return found.endswith("…") and expected.startswith(found[:-1]) and len(found.encode()) > 200
    if is_loose:
        return expected == found
    return expected == found and type(expected) is type(found)


def compare(expected, found, is_loose=False):
    """Raises AssertionError where two graphs differ."""

    def check(where, wanted, got):
        assert wanted.keys() == got.keys(), f"{where}: attributes {sorted(wanted.keys() ^ got.keys())}"
        for key, value in wanted.items():
            assert is_same(value, got[key], is_loose), f"{where}: {key} is {got[key]!r:.80}, not {value!r:.80}"

    assert len(found.nodes) == len(expected.nodes), f"{len(found.nodes)} nodes, not {len(expected.nodes)}"
    assert len(found.edges) == len(expected.edges), f"{len(found.edges)} edges, not {len(expected.edges)}"
    assert found.nodes.keys() == expected.nodes.keys(), sorted(found.nodes.keys() ^ expected.nodes.keys())[:5]
    for node, values in expected.nodes.items():
        check(node, values, found.nodes[node])

    # Readers order edges as they like: parallel ones are matched by their values, the shortest first.
    def order(edge):
        return edge[0], edge[1], sorted((key, str(value)[:40]) for key, value in edge[2].items())

    for wanted, got in zip(sorted(expected.edges, key=order), sorted(found.edges, key=order)):
        assert wanted[:2] == got[:2], f"{got[0]} -> {got[1]}, not {wanted[0]} -> {wanted[1]}"
        check(f"{wanted[0]} -> {wanted[1]}", wanted[2], got[2])


def check_schema(path, schema, source=None):
    """Validates a file, or the bytes `source` in its place."""
    schema = os.path.join(SCHEMAS, schema)
    if not os.path.exists(schema):
        raise Skipped("the official schema is not beside this checkout")
    command = ["xmllint", "--nonet", "--noout", "--schema", schema, path if source is None else "-"]
    done = subprocess.run(command, input=source, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()[:500]


def check_gexf_schema(path):
    # The schema has viz's elements in the wrong namespace.
    with open(path, "rb") as file:
        check_schema(path, "gexf-1.3/gexf.xsd", re.sub(rb"<viz:[^>]*/>", b"", file.read()))


def check_vocabulary(path):
    done = subprocess.run([os.environ["HEARSAY"], "validate", path], capture_output=True)
    assert done.returncode == 0, (done.stdout + done.stderr).decode()[:500]


def floats(content):
    """igraph has one type of number."""

    def values(found):
        return {key: float(value) if isinstance(value, int) else value for key, value in found.items()}

    nodes = {node: values(found) for node, found in content.nodes.items()}
    return Content(nodes, [(a, b, values(found)) for a, b, found in content.edges])


def check_picture(path):
    # Ranks take `dot` minutes where hundreds of edges cross them; sfdp draws any size in seconds.
    with open(path, encoding="utf-8") as file:
        engine = "-Kdot" if sum(" -> " in line for line in file) <= 250 else "-Ksfdp"
    ElementTree.fromstring(silent(["dot", engine, "-Tsvg", path]))


def without(content, names, kept):
    """A graph without the attributes `names`, where `kept` does not have them."""

    def values(found, wanted):
        return {key: value for key, value in found.items() if key in wanted or key not in names}

    nodes = {node: values(found, kept.nodes.get(node, {})) for node, found in content.nodes.items()}
    return Content(nodes, [(a, b, values(found, {})) for a, b, found in content.edges])


LOOK = {"shape", "style", "fillcolor", "color", "fontcolor", "id"}


def check_dot(read, path, expected):
    """Compares a DOT file with the graph that it should have."""
    reserved = LOOK | {"pos", "width", "comment", "key"}
    expected = as_dot(expected, reserved)
    compare(expected, without(read(path), LOOK, expected), is_loose=True)


def xml_text(text):
    """A text as XML can have it."""
    return re.sub("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd", text)


def check_lists(expected, found):
    """Compares a graph with one whose reader knows lists and every character with one of GraphML, which does not."""

    def xml_value(value):
        if isinstance(value, list):
            return [xml_value(item) for item in value]
        return xml_text(value) if isinstance(value, str) else value

    def plain(values):
        return {name: xml_value(value) for name, value in values.items()}

    every = [*found.nodes.values(), *(values for _, _, values in found.edges)]
    lists = {name for values in every for name, value in values.items() if isinstance(value, list)}

    def parsed(values):
        return plain({name: json.loads(value) if name in lists else value for name, value in values.items()})

    def each(content, change):
        nodes = {node: change(values) for node, values in content.nodes.items()}
        return Content(nodes, [(a, b, change(values)) for a, b, values in content.edges])

    compare(each(expected, parsed), each(found, plain))
