#!/usr/bin/env python3
"""Measures the program on archives of growing size, and the Python programs that a user would put together beside it.

    run.py PROGRAM RAW_FOLDER [COUNT...] [--words WORDS] [--peers PYTHON] [--only RUN]

Prints Markdown rows: documents a second of processor time, peak memory, speed-up, share by stage. PYTHON has spaCy, textacy, NetworkX
and en_core_web_sm, and reads the first COUNT. Counts: 1000 and 10000 unless given; WORDS: what make.py gives an article. RUN is the
beginning of the name of what to run, as in "export evidence". The machine may be shared: processor time is what to compare."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def measured(command):
    """Wall and processor seconds, peak megabytes, standard error."""
    with tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        errors.seek(0)
        text = errors.read().decode()
    if status:
        sys.exit(f"{command}: status {status}: {text[-500:]}")
    peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return wall, usage.ru_utime + usage.ru_stime, peak, text


def taken(arguments, name, otherwise=None):
    """The value of an option, which is taken out of the arguments."""
    if name not in arguments:
        return otherwise
    at = arguments.index(name)
    value = arguments[at + 1]
    del arguments[at : at + 2]
    return value


def main(arguments):
    peers, words, only = taken(arguments, "--peers"), taken(arguments, "--words"), taken(arguments, "--only", "")
    program, raw, *counts = arguments
    with tempfile.TemporaryDirectory(prefix="hearsay-archive-") as name:
        scratch = pathlib.Path(name)
        print("| what | articles | wall s | processor s | articles a processor second | peak MB |\n|---|---|---|---|---|---|")
        for first, count in enumerate(map(int, counts or ["1000", "10000"])):
            corpus = scratch / f"archive-{count}.jsonl"
            with open(corpus, "wb") as out:
                subprocess.run([sys.executable, HERE / "make.py", raw, str(count), *filter(None, [words])], stdout=out, check=True)
            export = ["export", str(corpus), "--output", str(scratch / "out"), "--format", "graphml"]
            runs = {
                "annotate, 1 job": ["annotate", str(corpus), "--jobs", "1", "--timings"],
                "annotate, 2 jobs": ["annotate", str(corpus), "--jobs", "2"],
                "export actors, 1 job": [*export, "--jobs", "1"],
                "export evidence, 2 jobs": [*export, "--jobs", "2", "--view", "evidence", "--timings"],
            }
            times, stages = {}, ""
            for what, run in runs.items():
                if not what.startswith(only):
                    continue
                wall, processor, peak, text = measured([program, *run])
                times[what] = wall
                stages = stages or text
                print(f"| {what} | {count} | {wall:.1f} | {processor:.1f} | {count / processor:.0f} | {peak:.0f} |", flush=True)
            if "annotate, 2 jobs" in times:
                ratio = times["annotate, 1 job"] / times["annotate, 2 jobs"]
                print(f"\nTwo jobs: {ratio:.2f} times as fast as one by the clock.")
            found = [(stage, float(seconds)) for stage, seconds in re.findall(r"^([A-Za-z ]+): ([0-9.]+) s$", stages, re.M)]
            whole = sum(seconds for _, seconds in found) or 1
            print("Shares: " + ", ".join(f"{stage} {100 * seconds / whole:.0f} %" for stage, seconds in found) + ".\n")
            if peers and first == 0:
                wall, processor, peak, _ = measured([peers, str(HERE / "peers.py"), str(corpus), str(scratch / "peers.graphml")])
                print(f"| spaCy, textacy, NetworkX | {count} | {wall:.1f} | {processor:.1f} | {count / processor:.0f} | {peak:.0f} |")


main(sys.argv[1:])
