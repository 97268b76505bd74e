import HearsayCore
import Testing

@testable import HearsayReaders

@Suite struct NewsAgencyTests {
  static let nitf = """
    <nitf><head><title>quay</title><docdata><doc-id id-string="port-7"/><date.issue norm="20220122T085000Z"/></docdata>
    <pubdata name="The Port Gazette"/></head><body><body.head><hedline><hl1>Port to close its quay</hl1>
    <hl2>Ships move</hl2></hedline><byline>By Kari Lund</byline></body.head>
    <body.content><media media-type="image"><media-caption>A ship.</media-caption></media>
    <block><p>\(Port.body)</p></block><p>\(Port.more)</p></body.content>
    <body.end><tagline>ends</tagline></body.end></body></nitf>
    """

  static let known = Metadata(
    title: "Port to close its quay", outlet: "The Port Gazette", published: CalendarDate(year: 2022, month: 1, day: 22))

  @Test func `NITF is one article, called as its file`() {
    let read = Read("<?xml version=\"1.0\"?>\n<!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\">\n" + Self.nitf, source: "a.txt")
    #expect(read.documents.map(\.source) == ["a.txt"])
    #expect(read.text == Port.text)
    #expect(read.metadata == Self.known)
  }

  static func item(_ guid: String, _ content: String) -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="\(guid)" version="1" xml:lang="en-GB">
    <itemMeta><itemClass qcode="ninat:text"/><provider literal="The Port Gazette"/>
    <versionCreated>2022-02-01T00:00:00Z</versionCreated><firstCreated>2022-01-22T08:50:00Z</firstCreated></itemMeta>
    <contentMeta><headline>Port to close its quay</headline><language tag="en-GB"/></contentMeta>
    <contentSet>\(content)</contentSet></newsItem>
    """
  }

  static let contents = [
    "<inlineXML contenttype=\"application/nitf+xml\">\(nitf)</inlineXML>",
    "<inlineXML contenttype=\"application/nitf+xml\">"
      + nitf.replacing("<nitf>", with: "<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\">") + "</inlineXML>",
    "<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title>"
      + "</head><body><p>\(Port.body)</p><p>\(Port.more)</p></body></html></inlineXML>",
    "<inlineData contenttype=\"text/html\">&lt;p&gt;\(Port.body)&lt;/p&gt;&lt;p&gt;\(Port.more)&lt;/p&gt;</inlineData>",
    "<inlineData contenttype=\"text/plain\">\(Port.body)\n\n\(Port.more)</inlineData>",
  ]

  @Test(arguments: contents) func `a NewsML-G2 item is read with whatever it carries`(content: String) {
    let read = Read("<?xml version=\"1.0\"?>" + Self.item("urn:a", content), source: "a.xml")
    #expect(read.documents.map(\.source) == ["a.xml"])
    #expect(read.text == Port.text)
    var known = Self.known
    known.language = "en"
    #expect(read.metadata == known)
  }

  @Test func `a message of several items is as many documents, and packages are none`() {
    let message =
      "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/><itemSet>"
      + "<packageItem guid=\"p\"><groupSet/></packageItem>" + Self.item("urn:a", Self.contents[0])
      + Self.item("urn:b", Self.contents[4]) + Self.item("urn:picture", "<remoteContent href=\"a.jpg\"/>")
      + "</itemSet></newsMessage>"
    let read = Read(message, source: "a.xml")
    #expect(read.documents.map(\.source) == ["a.xml#urn:a", "a.xml#urn:b"])
    #expect(read.diagnostics.map(\.description) == ["a.xml#urn:picture: no text in it"])
  }

  @Test func `NewsML 1 is read`() {
    let read = Read(
      """
      <NewsML><Catalog/><NewsEnvelope><DateAndTime>20220201T000000Z</DateAndTime></NewsEnvelope>
      <NewsItem><Identification><NewsIdentifier><ProviderId>port.example</ProviderId><DateId>20220122</DateId>
      <NewsItemId>quay</NewsItemId><PublicIdentifier>urn:newsml:port.example:20220122:quay:1</PublicIdentifier>
      </NewsIdentifier></Identification>
      <NewsComponent><AdministrativeMetadata><Provider><Party FormalName="The Port Gazette"/></Provider></AdministrativeMetadata>
      <NewsLines><HeadLine>Port to close its quay</HeadLine></NewsLines>
      <ContentItem><DataContent><nitf><body><body.content><p>\(Port.body)</p><p>\(Port.more)</p></body.content></body></nitf>
      </DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
      """, source: "a.xml")
    #expect(read.documents.map(\.source) == ["a.xml#urn:newsml:port.example:20220122:quay:1"])
    #expect(read.text == Port.text)
    #expect(read.metadata == Self.known)
  }
}
