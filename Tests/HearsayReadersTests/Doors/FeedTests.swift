import HearsayCore
import Testing

@testable import HearsayReaders

@Suite struct FeedTests {
  static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
    <channel><title>The Port Gazette</title><link>https://news.example/</link><language>en-gb</language>
    <atom:link href="https://news.example/feed" rel="self"/>
    <item><title>Port to close its quay</title><link>https://news.example/quay</link>
      <guid isPermaLink="false">quay-1</guid><pubDate>Sat, 22 Jan 2022 23:50:00 -0500</pubDate>
      <media:content url="x.jpg"><media:title>A picture</media:title></media:content>
      <description>Only the lede.</description>
      <content:encoded><![CDATA[<p>\(Port.body)</p><p>\(Port.more)</p>]]></content:encoded></item>
    <item><title>Ferries &amp;amp; ships &lt;b&gt;wait&lt;/b&gt;</title><link>https://news.example/ferries</link>
      <dc:date>2022-01-23T08:00:00Z</dc:date>
      <description>&lt;p&gt;Ferries were late on Sunday &amp;mdash; all of them, the council&amp;rsquo;s clerk said to the press.&lt;/p&gt;</description></item>
    <item><description>\(Port.more) It was the third time in a year&nbsp;&mdash; and the last.</description></item>
    </channel></rss>
    """

  @Test func `each item of an RSS feed is a document`() {
    let read = Read(Self.rss, source: "feed.txt")
    #expect(
      read.documents.map(\.source) == ["feed.txt#quay-1", "feed.txt#https://news.example/ferries", "feed.txt#3"])
    #expect(read.text == Port.text)
    #expect(
      read.metadata
        == Metadata(
          title: "Port to close its quay", outlet: "The Port Gazette",
          published: CalendarDate(year: 2022, month: 1, day: 22), url: "https://news.example/quay", language: "en"))
    #expect(
      read.documents[1].text
        == "Ferries & ships wait\n\nFerries were late on Sunday — all of them, the council’s clerk said to the press.")
    #expect(read.documents[1].metadata.published?.description == "2022-01-23")
    #expect(read.documents[2].text == "\(Port.more) It was the third time in a year — and the last.")
    #expect(read.diagnostics.isEmpty)
  }

  @Test func `RSS 1 keeps its items beside the channel`() {
    let read = Read(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://news.example/"><title>The Port Gazette</title></channel>
      <item rdf:about="https://news.example/quay"><title>Port to close its quay</title>
      <link>https://news.example/quay</link><dc:date>2022-01-22</dc:date>
      <description>\(Port.body)</description></item></rdf:RDF>
      """)
    #expect(read.documents.map(\.source) == ["x.txt#https://news.example/quay"])
    #expect(read.text == "Port to close its quay\n\n\(Port.body)")
    #expect(read.metadata.outlet == "The Port Gazette")
    #expect(read.metadata.published?.description == "2022-01-22")
  }

  @Test(arguments: ["", "a:"]) func `each entry of an Atom feed is a document, whatever its prefix`(prefix: String) {
    let space = prefix.isEmpty ? "xmlns" : "xmlns:a"
    let feed = """
      <feed \(space)="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Port Gazette</title>
      <entry><title type="html">Port to &lt;i&gt;close&lt;/i&gt; its quay</title><id>tag:news.example,2022:1</id>
      <link rel="self" href="https://news.example/self"/><link href="https://news.example/quay"/>
      <updated>2022-02-01T00:00:00Z</updated><published>2022-01-22T08:50:00+01:00</published>
      <summary>Only the lede.</summary>
      <content type="html">&lt;p&gt;\(Port.body)&lt;/p&gt;&lt;p&gt;\(Port.more)&lt;/p&gt;</content></entry>
      <entry><id>2</id><title>Ferries wait</title><updated>2022-01-23T08:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>\(Port.more)</p></div></content></entry>
      <entry><id>3</id><title>Text</title><content>\(Port.body)</content></entry></feed>
      """
    let prefixed =
      prefix.isEmpty
      ? feed
      : ["feed", "entry", "title", "id", "link", "updated", "published", "summary", "content"]
        .reduce(feed) { $0.replacing("<\($1)", with: "<a:\($1)").replacing("</\($1)", with: "</a:\($1)") }
    let read = Read(prefixed)
    #expect(read.documents.map(\.source) == ["x.txt#tag:news.example,2022:1", "x.txt#2", "x.txt#3"])
    #expect(
      read.documents.map(\.text)
        == [Port.text, "Ferries wait\n\n\(Port.more)", "Text\n\n\(Port.body)"])
    #expect(
      read.metadata
        == Metadata(
          title: "Port to close its quay", outlet: "The Port Gazette",
          published: CalendarDate(year: 2022, month: 1, day: 22), url: "https://news.example/quay", language: "en"))
  }

  @Test(arguments: [
    ("Sat, 22 Jan 2022 08:50:00 GMT", "2022-01-22"), ("22 Jan 22 08:50 EST", "2022-01-22"),
    ("Tue, 01 Mar 99 08:50:00 +0000", "1999-03-01"), ("2022-01-22T08:50:00Z", "2022-01-22"),
    ("2022-01-22T08:50:00.123+05:30", "2022-01-22"), ("20220122T085000Z", "2022-01-22"), ("20220122", "2022-01-22"),
  ])
  func `dates of feeds are read`(text: String, day: String) {
    #expect(PrintedDate.date(text)?.description == day)
  }

  @Test func `a feed that is not well-formed is read as far as it makes sense, and says so`() {
    let broken = Self.rss.replacing("Only the lede.", with: "Fish & chips <br> here")
    let read = Read("\n\n  " + broken)
    #expect(read.documents.count == 3)
    #expect(read.text == Port.text)
    #expect(read.diagnostics.map(\.severity) == [.note])
    let cut = Read(String(Self.rss.prefix(1_650)))
    #expect(cut.text == Port.text)
    #expect(cut.documents.count + cut.diagnostics.count >= 2)
  }

  @Test func `a feed without items is a diagnostic`() {
    let read = Read("<rss><channel><title>x</title></channel></rss>")
    #expect(read.diagnostics.map(\.message) == ["no article in it"])
  }

  @Test func `a feed over its limit is left out, and one with too many items ends there`() {
    var limits = Limits()
    limits.feedBytes = 500
    #expect(
      Read(Self.rss, limits: limits).diagnostics.first?.message.hasPrefix("over the limit of 500 bytes for one feed")
        == true)
    limits = Limits()
    limits.records = 1
    let read = Read(Self.rss, limits: limits)
    #expect(read.documents.count == 1)
    #expect(read.diagnostics.first?.message.hasPrefix("more than 1 records") == true)
  }

  @Test func `nothing that a feed declares is read from elsewhere or multiplied`() throws {
    let folder = try Folder(["canary.txt": "the secret of the canary"])
    var entities = "<!ENTITY file SYSTEM \"file://\(folder.path)/canary.txt\"><!ENTITY a0 \"quay\">"
    for level in 1...30 { entities += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
    entities += "<!ELEMENT rss ANY><!ATTLIST rss version CDATA #IMPLIED><!NOTATION n SYSTEM \"x\">"
    let read = Read(
      Self.rss.replacing("<rss ", with: "<!DOCTYPE rss [\(entities)]><rss a=\"&a30;\" ")
        .replacing("It was the third", with: "&file; &a30; It was the third"))
    #expect(read.documents.count == 3)
    #expect(!read.documents.contains { $0.text.contains("secret") || $0.text.utf8.count > 1_000 })
  }
}
