#!/usr/bin/env python3
"""Writes a crawl of any size, to see that reading one takes no memory for what it passes over.

    crawl.py MEGABYTES [gzip] | /usr/bin/time -v hearsay annotate - > /dev/null

A WARC file of records of a megabyte by turns: a picture, a page of 900 KB of menus with one article, a request, a page without its
end. Every twentieth record is such a page; with "gzip" each record is a member of its own, as crawlers write them."""

import gzip
import os
import sys

ARTICLE = "<p>The council of the port agreed on Monday to close quay {0}, its chairwoman, Kari Lund, said.</p>"
MENU = "<nav>" + '<a href="/">News of quay and harbour</a>' * 22_000 + "</nav>"


def record(kind, block, *fields):
    head = "\r\n".join(["WARC/1.0", f"WARC-Type: {kind}", *fields, f"Content-Length: {len(block)}"])
    return head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(kind, body, number):
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode()
    fields = ["Content-Type: application/http", f"WARC-Target-URI: https://news.example/{number}"]
    return record("response", head + body, *fields)


def records(count):
    picture = os.urandom(1 << 20)
    for number in range(count):
        if number % 20:
            yield response("image/jpeg", picture, number) if number % 2 else record("request", picture)
        else:
            end = "</body></html>" if number % 40 else ""
            page = f"<html><body>{MENU}<article><h1>Quay {number}</h1>{ARTICLE.format(number)}</article>{end}"
            yield response("text/html; charset=utf-8", page.encode(), number)


for data in records(int(sys.argv[1])):
    sys.stdout.buffer.write(gzip.compress(data, 1, mtime=0) if "gzip" in sys.argv else data)
