#!/usr/bin/env python3
"""Measures how the time of `hearsay annotate` grows with texts that nobody wrote to be read.

Scripts/shapes.py [--program FILE] [--bytes 250000,500000,1000000] [SHAPE ...]

Prints, for each shape, the seconds of processor time at each size, the ratio of the last two (2 where time grows with length, 4 where
it grows with its square) and the peak memory of the last in megabytes.
"""
import argparse
import os
import subprocess
import sys
import tempfile

OPENING = "The minister said on Monday that the talks would go on and that they were good for the country.\n\n"
PIECES = {
    "word": "word ", "said": "said ", "said-that": "said that ", "quotation": "“We go,” he said. ", "quoted-names": "“Norway told Anna Aaaa that Sweden was late,” she said. ", "marks": '" ',
    "open-marks": "“ ", "pronouns": "he ", "names": "Anna Aaaa, ", "initials": "( CSTO ( NATO ) ", "capitals": "Moscow told Washington that ",
    "lines": "Kari Lund said so.\n", "paragraphs": "Kari Lund said so to Anna Aaaa.\n\n", "dots": ". ", "brackets": "( ", "letter": "a",
    "countries": "Norway and Sweden and ", "roles": "foreign minister of Norway ", "hyphens": "a-b-", "accents": "e\u0301", "digits": "1,",
    "addresses": "http://a.b/", "emoji": "😀 ", "within": "“he said “she said ",
}


def text(shape: str, size: int) -> bytes:
    if shape == "different-names":
        body = "".join(
            f"{chr(65 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676 % 26)}na {chr(65 + i // 3 % 26)}o{chr(97 + i // 7 % 26)}son said. "
            for i in range(size // 17))
    else:
        body = PIECES[shape] * (size // len(PIECES[shape].encode()))
    return (OPENING + body + " went home.").encode()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/hearsay")
    parser.add_argument("--bytes", default="250000,500000,1000000")
    parser.add_argument("shapes", nargs="*", default=[*PIECES, "different-names"])
    options = parser.parse_args()
    for shape in options.shapes:
        times = []
        for size in map(int, options.bytes.split(",")):
            with tempfile.TemporaryFile() as article:
                article.write(text(shape, size))
                article.seek(0)
                run = subprocess.Popen(
                    [options.program, "annotate", "-"], stdin=article, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                _, status, usage = os.wait4(run.pid, 0)
            times.append(usage.ru_utime)
            peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
            if os.waitstatus_to_exitcode(status) not in (0, 65):
                print(f"{shape}: ended with {os.waitstatus_to_exitcode(status)}")
        print(f"{shape:16}", *(f"{time:8.2f}" for time in times), f"ratio {times[-1] / max(times[-2], 0.01):.2f}  {peak:.0f} MB", flush=True)


main()
