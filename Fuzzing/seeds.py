"""Makes the seeds that fuzzing starts from: python3 Fuzzing/seeds.py FOLDER

Small files of every format that is read, of our own making or from the suites' fixtures; the same on each run.
"""
import gzip
import io
import pathlib
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BODY = "The council of the port agreed on Monday to close the quay, its chairwoman, Kari Lund, said."
MORE = "“Ships will moor in the south,” the harbour master told fishermen from Norway on Tuesday."
PAGE = f"<html><head><title>Port to close</title></head><body><h1>Port to close</h1><p>{BODY}</p><p>{MORE}</p></body></html>"
NITF = (
    '<nitf><head><docdata><date.issue norm="20220122T085000Z"/></docdata></head><body><body.head><hedline>'
    f"<hl1>Port to close</hl1></hedline></body.head><body.content><p>{BODY}</p></body.content></body></nitf>"
)


def record(kind: str, block: bytes, *fields: str) -> bytes:
    head = [f"WARC/1.0", f"WARC-Type: {kind}", *fields, f"Content-Length: {len(block)}"]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(body: bytes, *fields: str) -> bytes:
    head = ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", *fields]
    return record(
        "response", "\r\n".join(head).encode() + b"\r\n\r\n" + body,
        "Content-Type: application/http", "WARC-Record-ID: <urn:uuid:1>", "WARC-Target-URI: https://news.example/",
    )


def packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def readers() -> dict[str, bytes]:
    page = PAGE.encode()
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    warc = record("warcinfo", b"software: x\r\n") + response(page) + response(chunks, "Transfer-Encoding: chunked")
    item = (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a"><itemMeta><provider literal="P"/></itemMeta>'
        f"<contentMeta><headline>Port</headline></contentMeta><contentSet><inlineXML>{NITF}</inlineXML></contentSet></newsItem>"
    )
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in [
            ("META-INF/container.xml", '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'),
            ("a.opf", '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
             '<spine><itemref idref="a"/></spine></package>'),
            ("a.xhtml", PAGE),
        ]:
            archive.writestr(zipfile.ZipInfo(path, (2022, 1, 22, 0, 0, 0)), text)
    rss = (
        '<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gazette</title>'
        f"<item><title>Port</title><guid>a</guid><pubDate>Sat, 22 Jan 2022 08:50:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[<p>{BODY}</p>]]></content:encoded></item></channel></rss>"
    )
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><id>a</id><title type="html">Port</title>'
        f'<updated>2022-01-22T00:00:00Z</updated><content type="xhtml"><div><p>{BODY}</p></div></content></entry></feed>'
    )
    newsml = (
        "<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>a</NewsItemId></NewsIdentifier></Identification>"
        f"<NewsComponent><ContentItem><DataContent>{NITF}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    )
    json = f'{{"id":1,"title":"Port","published":"2022-01-22","text":"{BODY}"}}\n{{"html":"<p>{MORE}</p>"}}\n'
    texts = {
        "page.html": PAGE, "article.xml": f'<?xml version="1.0"?><x><p>{BODY}</p></x>', "article.txt": f"Port to close\n\n{BODY}",
        "feed.rss": rss, "feed.atom": atom, "item.newsml": newsml, "item.g2": item, "item.nitf": NITF, "lines.jsonl": json,
        "doctype.xml": '<!DOCTYPE x [<!ELEMENT x ANY><!ENTITY a "b"><!ATTLIST x a CDATA "b">]><x a="&a;"><p>' + BODY + "</p></x>",
    }
    files = {name: text.encode() for name, text in texts.items()}
    files |= {"crawl.warc": warc, "crawl.warc.gz": packed(warc), "book.epub": book.getvalue(), "lines.gz": packed(json.encode())}
    files["utf16.html"] = PAGE.encode("utf-16")
    # Frames of Zstandard, raw: the library that packs is not everywhere.
    body = files["article.txt"]
    files["article.zst"] = (
        b"\x28\xb5\x2f\xfd\x60" + (len(body) - 256).to_bytes(2, "little")
        + ((len(body) << 3) | 1).to_bytes(3, "little") + body if 256 <= len(body) < 65792 else b"\x28\xb5\x2f\xfd"
    )
    return files


def texts() -> dict[str, bytes]:
    found = {path.name: path.read_bytes()[:4000] for path in sorted((ROOT / "seeds").glob("*.txt"))}
    found["short"] = f"{BODY}\n\n{MORE}".encode()
    return found


def graphs() -> dict[str, bytes]:
    def field(text: str) -> bytes:
        data = text.encode()[:255]
        return bytes([len(data)]) + data

    node = bytes([2]) + b"".join(field(text) for text in ["Ada", "person", "A.", "\"B\" & <c>", "=1+1", "2022-01-22"])
    edge = bytes([3, 1]) + b"".join(field(text) for text in ["said", "statement", "]]> \\ \u202e", "2022-W01"])
    return {"graph": node + node + edge + edge}


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    words = {name: b" ".join(data.split()) for name, data in texts().items()}
    for target, files in [
        ("readers", readers()), ("tokenizer", texts()), ("annotate", texts()), ("tagger", words), ("exporters", graphs()),
    ]:
        (folder / target).mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / target / name).write_bytes(data)


main()
