"""Prints what graph-tool has understood of a file, as JSON; run by the system's Python, for which alone it is packaged.

usage: graph_tool_reader.py FILE
"""

import json
import sys

import graph_tool


def main(path):
    graph = graph_tool.load_graph(path)
    assert graph.is_directed()
    name = graph.vp["_graphml_vertex_id" if "_graphml_vertex_id" in graph.vp else "vertex_name"]

    def values(properties, element):
        # graph-tool has a value for every element: "", 0 and 0.0 stand for none.
        found = {key: column[element] for key, column in properties.items() if not key.startswith("_graphml")}
        return {key: value for key, value in found.items() if value and key != "vertex_name"}

    nodes = [[name[vertex], values(graph.vp, vertex)] for vertex in graph.vertices()]
    edges = [[name[edge.source()], name[edge.target()], values(graph.ep, edge)] for edge in graph.edges()]
    json.dump({"nodes": nodes, "edges": edges}, sys.stdout)


main(sys.argv[1])
