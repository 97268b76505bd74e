"""The readers of CX2 and of FollowTheMoney entities, by their specifications."""

import json
import os
import re

import jsonschema
from conformance import SCHEMAS, Content, bare_names, compare, loaded

HERE = os.path.dirname(os.path.abspath(__file__))
# The second is the official one, which no package registry has: it is asked where somebody has put it beside the checkout.
JSON_GRAPH_SCHEMAS = [
    os.path.join(HERE, "json-graph-2.schema.json"),
    os.path.join(SCHEMAS, "json-graph-2", "json-graph-schema_v2.json"),
]


def check_json_graph_schema(path, _):
    for place in JSON_GRAPH_SCHEMAS:
        if place != JSON_GRAPH_SCHEMAS[0] and not os.path.exists(place):
            continue
        schema = loaded(place)
        validator = jsonschema.validators.validator_for(schema)
        validator.check_schema(schema)
        for problem in validator(schema).iter_errors(loaded(path)):
            raise AssertionError(f"{problem.json_path}: {problem.message:.200}")


CX2_TYPES = {"string": str, "long": int, "double": float, "list_of_string": list}


def cx2(path):
    """A graph of CX2, whose parts must come in the order and number that the file declares."""
    parts = loaded(path)
    assert parts[0] == {"CXVersion": "2.0", "hasFragments": False} and parts[-1] == {"status": [{"success": True}]}
    aspects = {name: content for part in parts[1:-1] for name, content in part.items()}
    counts = {entry["name"]: entry["elementCount"] for entry in aspects.pop("metaData")}
    assert counts == {name: len(content) for name, content in aspects.items()}, counts
    (declared,) = aspects["attributeDeclarations"]

    def values(element, declarations, own):
        for name, value in element["v"].items():
            assert type(value) is CX2_TYPES[declarations[name]["d"]], (name, value)
        return bare_names(element["v"], own)

    ids = {node["id"]: node["v"]["id"] for node in aspects["nodes"]}
    assert len(ids) == len(aspects["nodes"]) and len({edge["id"] for edge in aspects["edges"]}) == len(aspects["edges"])
    nodes = {node["v"]["id"]: values(node, declared["nodes"], {"id", "name"}) for node in aspects["nodes"]}
    own = {"id", "interaction"}
    edges = [(ids[edge["s"]], ids[edge["t"]], values(edge, declared["edges"], own)) for edge in aspects["edges"]]
    (style,) = aspects["visualProperties"]
    for mapping in [*style["nodeMapping"].values(), *style["edgeMapping"].values()]:
        assert mapping["definition"]["attribute"] in {*declared["nodes"], *declared["edges"]}
    return Content(nodes, edges)


def entities(path):
    """FollowTheMoney entities: every id once and of the model's form, every value a text that is not empty."""
    found = {}
    # Only a line feed ends a line: texts may have other characters that Python takes for one.
    with open(path, encoding="utf-8", newline="\n") as file:
        lines = file.read().split("\n")
    assert lines.pop() == ""
    for line in lines:
        entity = json.loads(line)
        assert entity.keys() == {"id", "schema", "properties"}
        assert re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?", entity["id"]), entity["id"]
        assert entity["id"] not in found, entity["id"]
        for values in entity["properties"].values():
            assert values and all(isinstance(value, str) and value for value in values)
        found[entity["id"]] = entity
    return found


ENDS = [("subject", "object"), ("employee", "employer"), ("member", "organization"), ("document", "entity")]


def check_entities(path, expected):
    found = list(entities(path).values())
    nodes, edges = found[: len(expected.nodes)], found[len(expected.nodes) :]
    names = {entity["id"]: name for entity, name in zip(nodes, expected.nodes, strict=True)}
    for entity, (name, values) in zip(nodes, expected.nodes.items()):
        assert entity["properties"]["name"][0] == values.get("label", name) or "\ufffd" in values["label"], name
    for entity, (source, target, _) in zip(edges, expected.edges, strict=True):
        properties = entity["properties"]
        ends = next((properties[a], properties[b]) for a, b in ENDS if a in properties and b in properties)
        assert {names[end] for end, in ends} == {source, target}, entity["id"]
