"""What other programs take to read and to write the graph that ExportSpeed has written, in the same columns.

usage: peers.py WHO FILE FOLDER; each in a process of its own, so that the most memory held is its own.
"""

import os
import resource
import sys
import warnings


def usage():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime, used.ru_maxrss * (1024 if sys.platform == "linux" else 1) / 1e6


def measured(who, what, size, body, rounds=3):
    """The result of `body`, done so often; the least time counts, and the memory that it took at first."""
    costs = []
    for _ in range(rounds):
        before = usage()
        result = body()
        after = usage()
        costs.append((after[0] - before[0], after[1] - before[1]))
    speed = size() / 1e6 / max(min(seconds for seconds, _ in costs), 1e-6)
    print(f"{who}\t{what}\t{int(size() / 1e6)}\t{speed:.1f}\t{costs[0][1]:.1f}", flush=True)
    return result


def main(who, path, folder):
    out = os.path.join(folder, "peer")
    if who == "igraph":
        import igraph

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            graph = measured(who, "graphml, read", lambda: os.path.getsize(path), lambda: igraph.Graph.Read_GraphML(path))
        measured(who, "graphml", lambda: os.path.getsize(out), lambda: graph.write_graphml(out))
        measured(who, "dot", lambda: os.path.getsize(out), lambda: graph.write_dot(out))
    elif who == "networkx":
        import networkx

        read = lambda: networkx.read_graphml(path, force_multigraph=True)
        graph = measured(who, "graphml, read", lambda: os.path.getsize(path), read)
        measured(who, "graphml", lambda: os.path.getsize(out), lambda: networkx.write_graphml_xml(graph, out))
    elif who == "rustworkx":
        import rustworkx

        measured(who, "graphml, read", lambda: os.path.getsize(path), lambda: rustworkx.read_graphml(path))


if __name__ == "__main__":
    main(*sys.argv[1:])
