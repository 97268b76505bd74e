"""Computes views, filters and measures again, by NetworkX and igraph, and compares them with what the program makes.

usage: views.py PROGRAM FOLDER [GRAPHML...] ; PROGRAM is hearsay, FOLDER an empty one. The files hold measured graphs.

The truth of a view is the evidence view of the same articles: who said what, about whom, where it was reported. The arithmetic is
stated in docs/VIEWS.md.
"""

import collections
import itertools
import json
import os
import subprocess
import sys

import igraph
import networkx

ACTS = {"praise": 1, "agree": 1, "accuse": -1, "criticize": -1, "threaten": -1}
COUNTS = ["statements", "reports", "documents", "origins"]
SPEAKERS = ["Kari Lund", "Teodor Vance", "Ilse Brandt", "Rana Haddad", "Luc Moreau", "Mira Solano", "Pavel Dusek"]
TARGETS = ["Norway", "Sweden", "Finland", "Iceland", "Denmark", "NATO", "Greenpeace"]
SENTENCES = [
    '{0} accused {1} of breaking its word in the talks of group {2}.',
    '{0} criticized {1} for the delays of year {2}.',
    '{0} praised {1} for its part in project {2}.',
    '“{1} has lost its way with plan {2},” {0} said.',
    '{0} denied that {1} had signed treaty {2}.',
    '{0} said {1} would open {2} schools.',
]
MEASURES = "degree,pagerank,betweenness,community"
TOLERANCE = 1e-9


def articles():
    """Invented news: every speaker speaks of every target, some statements in several articles."""
    said = []
    for number, (speaker, target) in enumerate(itertools.product(SPEAKERS, TARGETS)):
        for turn in range(1 + number % 3):
            said.append(SENTENCES[(number * 5 + turn * 2) % len(SENTENCES)].format(speaker, target, 10 + number * 3 + turn))
    for day in range(16):
        # The second half prints some of the first half's sentences again.
        lines = said[day * 6 : day * 6 + 6] + (said[(day - 8) * 5 : (day - 8) * 5 + 3] if day >= 8 else [])
        yield {
            "id": f"day-{day}",
            "title": f"The news of day {day}",
            "published": f"2022-{1 + day % 4:02}-{1 + day:02}",
            "text": "\n\n".join([f"The news of day {day}"] + lines),
        }


def export(program, source, folder, name, *options):
    command = [program, "export", source, "--output", folder, "--name", name, "--format", "graphml", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-500:]
    return done.stderr


def read(folder, name, view=None):
    path = os.path.join(folder, f"{name}.{view}.graphml" if view and view != "actors" else f"{name}.graphml")
    graph = networkx.read_graphml(path, force_multigraph=True)
    assert graph.is_directed()
    return graph


def spoken(evidence):
    """Every statement by one actor about another: speaker, target, act, polarity, articles, origins, id."""
    for statement, values in evidence.nodes(data=True):
        if values["kind"] != "statement":
            continue
        speakers = [a for a, _, edge in evidence.in_edges(statement, data=True) if edge["kind"] == "said"]
        targets = [b for _, b, edge in evidence.out_edges(statement, data=True) if edge["kind"] == "about"]
        documents = {b for _, b, edge in evidence.out_edges(statement, data=True) if edge["kind"] == "reported"}
        assert values["reports"] == len(documents)
        for speaker, target in itertools.product(speakers, targets):
            kinds = {evidence.nodes[speaker]["kind"], evidence.nodes[target]["kind"]}
            if speaker != target and "place" not in kinds:
                yield speaker, target, values["act"], values["polarity"], documents, values["origins"], statement


def number(ties, count):
    if count == "statements":
        return len(ties)
    if count == "documents":
        return len(set().union(*(tie[4] for tie in ties))) if ties else 0
    return sum(len(tie[4]) if count == "reports" else tie[5] for tie in ties)


def sums(ties, key):
    groups = collections.defaultdict(list)
    for tie in ties:
        groups[key(tie)].append(tie)
    return groups


def edges(graph, *names):
    return {
        (a, b, *(values[name] for name in names if name in ("act", "polarity"))): values
        for a, b, values in graph.edges(data=True)
    }


def check_speakers(evidence, graph, count):
    groups = sums(spoken(evidence), lambda tie: tie[:2])
    found = edges(graph)
    assert found.keys() == groups.keys() and len(found) == graph.number_of_edges(), (len(found), len(groups))
    for ends, ties in groups.items():
        for each in COUNTS:
            assert found[ends][each] == number(ties, each), (ends, each)
        assert found[ends]["weight"] == number(ties, count)
        assert json.loads(found[ends]["evidence"]) == sorted(tie[6] for tie in ties)


def check_two_mode(evidence, graph, count):
    groups = sums(spoken(evidence), lambda tie: (tie[0], "target." + tie[1], *tie[2:4]))
    found = edges(graph, "act", "polarity")
    assert found.keys() == groups.keys() and len(found) == graph.number_of_edges()
    for ends, ties in groups.items():
        assert found[ends]["weight"] == number(ties, count)
    assert networkx.is_bipartite(graph.to_undirected())
    assert all(graph.nodes[a]["bipartite"] == 0 and graph.nodes[b]["bipartite"] == 1 for a, b, _ in graph.edges)


def check_stances(evidence, graphs, count):
    stances = collections.defaultdict(dict)
    for (speaker, target), ties in sums(spoken(evidence), lambda tie: tie[:2]).items():
        signed = [(ACTS.get(tie[2], 0) * (-1 if tie[3] == "denied" else 1), tie) for tie in ties]
        value = number([tie for sign, tie in signed if sign > 0], count)
        value -= number([tie for sign, tie in signed if sign < 0], count)
        if value:
            stances[target][speaker] = value
    wanted = {"agreement": collections.Counter(), "conflict": collections.Counter()}
    for target, values in stances.items():
        for (left, a), (right, b) in itertools.combinations(sorted(values.items()), 2):
            if target not in (left, right):
                wanted["agreement" if a * b > 0 else "conflict"][left, right] += min(abs(a), abs(b))
    for view, graph in graphs.items():
        found = {ends: values["weight"] for ends, values in edges(graph).items()}
        assert found == wanted[view], (view, count, len(found), len(wanted[view]))
    return sum(map(len, wanted.values()))


def check_backbone(whole, kept, level):
    strong = set()
    for a, b, values in whole.edges(data=True):
        for ties in (list(whole.out_edges(a, data=True)), list(whole.in_edges(b, data=True))):
            share = values["weight"] / sum(edge["weight"] for *_, edge in ties)
            if len(ties) > 1 and (1 - share) ** (len(ties) - 1) < level:
                strong.add((a, b))
    assert {(a, b) for a, b, _ in kept.edges} == strong, (len(strong), kept.number_of_edges())
    return len(strong)


def check_measures(graph):
    """Compares the measures that a graph's nodes carry with igraph's."""
    nodes = list(graph.nodes)
    place = {node: index for index, node in enumerate(nodes)}
    ties = [(place[a], place[b]) for a, b, _ in graph.edges]
    weights = [values["weight"] for *_, values in graph.edges(data=True)]
    theirs = igraph.Graph(n=len(nodes), edges=ties, directed=True)
    theirs.es["weight"] = weights
    ours = {name: [graph.nodes[node][name] for node in nodes] for name in graph.nodes[nodes[0]]} if nodes else {}
    assert ours["degree"] == theirs.degree(mode="all", loops=True)
    assert ours["in_degree"] == theirs.degree(mode="in", loops=True)
    assert ours["out_degree"] == theirs.degree(mode="out", loops=True)
    for name, values in [("pagerank", theirs.pagerank(weights="weight")), ("betweenness", theirs.betweenness())]:
        furthest = max((abs(a - b) / max(1, abs(b)) for a, b in zip(ours[name], values)), default=0)
        assert furthest < TOLERANCE, f"{name} differs by {furthest}"
    check_communities(igraph.Graph(n=len(nodes), edges=ties), weights, ours["community"])


def check_communities(graph, weights, groups):
    if not weights:
        assert len(set(groups)) == graph.vcount()
        return
    found = graph.modularity(groups, weights=weights)
    best = graph.community_multilevel(weights=weights).modularity
    assert found >= best - 0.02, f"modularity {found}, igraph's {best}"
    for group in set(groups):
        assert graph.induced_subgraph([i for i, other in enumerate(groups) if other == group]).is_connected()
    sizes = [groups.count(group) for group in sorted(set(groups))]
    assert sizes == sorted(sizes, reverse=True) and set(groups) == set(range(1, len(sizes) + 1))
    # No node would gain by going to the group of a neighbour.
    for node in range(graph.vcount()):
        for other in {groups[neighbour] for neighbour in graph.neighbors(node)} - {groups[node]}:
            moved = groups[:node] + [other] + groups[node + 1 :]
            assert graph.modularity(moved, weights=weights) <= found + TOLERANCE, node


def main(program, folder, measured):
    checks = 0

    def passed(name, detail=""):
        nonlocal checks
        checks += 1
        print(f"passed {name}{': ' if detail else ''}{detail}")

    for path in measured:
        check_measures(networkx.read_graphml(path, force_multigraph=True))
        passed(f"measures of {os.path.basename(path)}")

    source = os.path.join(folder, "news.jsonl")
    with open(source, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(article) + "\n" for article in articles())
    # Each run reads the articles anew: no more runs than needed. The whole graph is the one that is made last.
    views = "evidence,speakers,two-mode,agreement,conflict,co-mention,actors"
    for count in reversed(COUNTS):
        export(program, source, folder, "news", "--view", views, "--count", count, "--measures", MEASURES)
        evidence = read(folder, "news", "evidence")
        check_speakers(evidence, read(folder, "news", "speakers"), count)
        check_two_mode(evidence, read(folder, "news", "two-mode"), count)
        pairs = check_stances(evidence, {view: read(folder, "news", view) for view in ("agreement", "conflict")}, count)
        assert pairs > 10, "the invented news says too little"
        passed(f"views by {count}", f"{pairs} pairs agree or disagree")
    for view in views.split(","):
        path = os.path.join(folder, "news.graphml" if view == "actors" else f"news.{view}.graphml")
        done = subprocess.run([program, "validate", path], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[:500]
        check_measures_of_nodes(read(folder, "news", view))
        passed(f"{view}: vocabulary and measures")

    whole, actors, together = read(folder, "news", "speakers"), read(folder, "news"), read(folder, "news", "co-mention")
    mentions = {(a, b): values["weight"] for a, b, values in actors.edges(data=True) if values["kind"] == "mention"}
    assert mentions == {ends: values["weight"] for ends, values in edges(together).items()}
    passed("co-mention is the actors view's mentions")
    # The invented actors speak alike: much must be let pass for chance.
    export(program, source, folder, "few", "--view", "speakers", "--backbone", "0.4")
    kept = check_backbone(whole, read(folder, "few", "speakers"), 0.4)
    passed("backbone", f"{kept} of {whole.number_of_edges()} ties")
    export(program, source, folder, "few", "--view", "speakers", "--min-weight", "2", "--actor", "sweden", "--hops", "2")
    heavy = whole.edge_subgraph(tie for tie in whole.edges if whole.edges[tie]["weight"] >= 2)
    near = networkx.ego_graph(heavy.to_undirected(), "country.SE", radius=2)
    few = read(folder, "few", "speakers")
    assert set(few.nodes) == set(near.nodes) and few.number_of_edges() == heavy.subgraph(near).number_of_edges()
    passed("weight, then two hops from Sweden", f"{len(near)} of {len(whole)} actors")
    check_slices(program, source, folder, whole)
    passed("slices by month add up to the whole")
    print(f"views: {checks} passed")


def check_measures_of_nodes(graph):
    plain = networkx.MultiDiGraph()
    names = ["degree", "in_degree", "out_degree", "pagerank", "betweenness", "community"]
    plain.add_nodes_from((node, {name: values[name] for name in names}) for node, values in graph.nodes(data=True))
    plain.add_edges_from((a, b, {"weight": values["weight"]}) for a, b, values in graph.edges(data=True))
    check_measures(plain)


def check_slices(program, source, folder, whole):
    export(program, source, folder, "slice", "--view", "speakers", "--by", "month")
    total = collections.Counter()
    for month in range(1, 5):
        for ends, values in edges(read(folder, "slice", f"speakers.2022-{month:02}")).items():
            total[ends] += values["statements"]
    assert total == {ends: values["statements"] for ends, values in edges(whole).items()}


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
