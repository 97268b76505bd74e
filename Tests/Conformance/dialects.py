"""The readers of files written for one program: what `--for` gives."""

import math
import warnings
import xml.etree.ElementTree as ElementTree

import igraph
import networkx
from conformance import Content, bare_names, check_lists, compare, floats, loaded, silent, truth, without

YED = "{http://www.yworks.com/xml/graphml}"


def as_dialect(content, nodes, edges):
    """A graph whose own attributes leave these names to the dialect."""

    def renamed(values, names):
        return {("attr_" if name in names else "") + name: value for name, value in values.items()}

    return Content(
        {node: renamed(values, nodes) for node, values in content.nodes.items()},
        [(a, b, renamed(values, edges)) for a, b, values in content.edges],
    )


def check_igraph(path, expected):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph = igraph.Graph.Read_GraphML(path)
    node_names = {"name", "x", "y", "size", "color", "shape", "id"}
    edge_names = {"name", "color", "id"}

    def values(element, own):
        pairs = element.attributes().items()
        return {n: v for n, v in pairs if n not in own and v != "" and not (isinstance(v, float) and math.isnan(v))}

    found = Content(
        {vertex["name"]: values(vertex, node_names) for vertex in graph.vs},
        [(graph.vs[e.source]["name"], graph.vs[e.target]["name"], values(e, edge_names)) for e in graph.es],
    )
    compare(floats(as_dialect(expected, node_names, edge_names)), found)
    assert len(set(graph.es["name"] if graph.ecount() else [])) == graph.ecount()
    # What its plots go by.
    if graph.vcount():
        layout = graph.layout("auto")
        assert layout.dim == 2 and [tuple(place) for place in layout] == list(zip(graph.vs["x"], graph.vs["y"]))
        assert all(color == "" or color.startswith("#") for color in graph.vs["color"])


def check_networkx(path, expected):
    graph = networkx.node_link_graph(loaded(path), edges="edges")
    assert graph.is_directed() and graph.is_multigraph()
    drawn = {"pos", "color", "shape", "size"}
    for _, values in graph.nodes(data=True):
        assert len(values["pos"]) == 2 and values["size"] > 0 and values.get("shape", "o") in "so^>v<dph8"
    nodes = {node: bare_names(values, drawn) for node, values in graph.nodes(data=True)}
    edges = [(a, b, bare_names(values, {"color", "style"})) for a, b, values in graph.edges(data=True)]
    check_lists(expected, Content(nodes, edges))


def check_yed(path, expected):
    expected = as_dialect(expected, {"drawn"}, {"drawn"})
    root = ElementTree.parse(path).getroot()
    shapes, lines = list(root.iter(YED + "ShapeNode")), list(root.iter(YED + "PolyLineEdge"))
    assert len(shapes) == len(expected.nodes) and len(lines) == len(expected.edges)
    for shape, (node, values) in zip(shapes, expected.nodes.items()):
        label = shape.find(YED + "NodeLabel").text or ""
        wanted = values.get("label", node)
        assert label == wanted or label.endswith("…") and wanted.startswith(label[:-1]), (node, label)
        places = shape.find(YED + "Geometry").attrib
        assert all(math.isfinite(float(places[name])) for name in ("x", "y", "width", "height"))
        assert shape.find(YED + "Shape").get("type") in {"ellipse", "roundrectangle", "hexagon", "octagon", "rectangle"}
    # The rest is GraphML as elsewhere.
    for element in root.iter():
        for data in [child for child in element if len(child) and child.get("key", "").endswith("drawn")]:
            element.remove(data)
    for key in [key for key in root if key.get("attr.name") is None and key.get("yfiles.type")]:
        root.remove(key)
    compare(expected, truth(root))


def check_graphviz(read, path, expected):
    """The same nodes with the same values, and Graphviz keeps them where they are."""
    names = {name.rstrip("_") for name in expected.nodes}
    found = read(path)
    assert {name.rstrip("_") for name in found.nodes} == names and len(found.edges) == len(expected.edges)
    drawn = ElementTree.fromstring(silent(["dot", "-Tsvg", path]))
    assert sum(element.get("class") == "node" for element in drawn.iter()) == len(expected.nodes)
