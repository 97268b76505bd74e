import HearsayCore
import Testing

@testable import HearsayReaders

@Suite struct WARCTests {
  /// A record.
  static func record(
    _ type: String, _ fields: [String] = [], id: String? = nil, version: String = "1.0", block: [UInt8]
  ) -> [UInt8] {
    let lines =
      ["WARC/\(version)", "WARC-Type: \(type)"] + (id.map { ["WARC-Record-ID: <urn:uuid:\($0)>"] } ?? [])
      + fields + ["Content-Length: \(block.count)"]
    return Array(lines.joined(separator: "\r\n").utf8) + Array("\r\n\r\n".utf8) + block + Array("\r\n\r\n".utf8)
  }

  /// A response to a request for a page.
  static func response(
    _ id: String, _ body: [UInt8] = Array(Port.page.utf8), status: String = "200 OK",
    type: String = "text/html; charset=utf-8", _ headers: [String] = [], uri: String = "https://news.example/quay"
  ) -> [UInt8] {
    let head = (["HTTP/1.1 \(status)", "Content-Type: \(type)"] + headers).joined(separator: "\r\n") + "\r\n\r\n"
    return record(
      "response", ["Content-Type: application/http; msgtype=response", "WARC-Target-URI: \(uri)"], id: id,
      block: Array(head.utf8) + body)
  }

  static let info = record("warcinfo", ["Content-Type: application/warc-fields"], block: Array("software: x\r\n".utf8))

  @Test(arguments: ["plain", "gzip", "gzip members", "zstd"])
  func `each page of an archive is a document, however it is packed`(packing: String) throws {
    let pages = ["a", "b"].map { id in
      Self.response(id, Array(Port.page.replacing("southern", with: id).replacing("spring", with: "\(id) of May").utf8))
    }
    let parts = [Self.info, pages[0], Self.record("request", block: Array("GET / HTTP/1.1\r\n\r\n".utf8)), pages[1]]
    let bytes: [UInt8] =
      switch packing {
      case "gzip": try Packed.gzip(Array(parts.joined()))
      case "gzip members": try Packed.gzip(parts[0], parts[1], parts[2], parts[3])
      case "zstd": Packed.zstd(Array(parts.joined()))
      default: Array(parts.joined())
      }
    let read = Read(bytes, source: "crawl.bin")
    #expect(read.documents.map(\.source) == ["crawl.bin#urn:uuid:a", "crawl.bin#urn:uuid:b"])
    #expect(read.text == Port.text.replacing("spring", with: "a of May"))
    #expect(read.metadata.url == "https://news.example/quay")
    #expect(read.metadata.title == "Port to close its quay")
    #expect(read.diagnostics.map(\.message) == ["2 of 4 records are no pages and were passed over"])
    #expect(read.diagnostics.map(\.severity) == [.note])
  }

  @Test func `the page's own address goes before the one it was fetched from`() {
    let page = Port.page.replacing("<head>", with: "<head><link rel=\"canonical\" href=\"https://news.example/a\">")
    #expect(Read(Self.response("a", Array(page.utf8))).metadata.url == "https://news.example/a")
  }

  @Test(arguments: [
    ("404 Not Found", "text/html"), ("301 Moved", "text/html"), ("200 OK", "image/png"), ("200 OK", "application/json"),
  ])
  func `what is no page that was found is passed over`(status: String, type: String) {
    let read = Read(Self.response("a", status: status, type: type) + Self.response("b"))
    #expect(read.documents.map(\.source) == ["x.txt#urn:uuid:b"])
    #expect(
      Read(Self.response("a", status: status, type: type)).diagnostics.first?.message.hasPrefix("no page in its 1")
        == true)
  }

  @Test func `chunks are joined and what is packed is unpacked, as far as the crawler left it so`() throws {
    let page = Array(Port.page.utf8)
    func chunked(_ bytes: [UInt8]) -> [UInt8] {
      var result: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: 50) {
        let piece = bytes[start..<min(start + 50, bytes.count)]
        result += Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + Array("\r\n".utf8)
      }
      return result + Array("0\r\n\r\n".utf8)
    }
    let packed = try Packed.gzip(page)
    let chunk = "Transfer-Encoding: chunked"
    let responses: [[UInt8]] = [
      Self.response("a", chunked(page), [chunk]), Self.response("b", page, [chunk]),
      Self.response("c", packed, ["Content-Encoding: gzip"]), Self.response("d", page, ["Content-Encoding: gzip"]),
      Self.response("e", chunked(packed), [chunk, "Content-Encoding: gzip"]),
      Self.response("f", Packed.zstd(page), ["Content-Encoding: zstd"]),
      Self.response("g", page, ["Content-Encoding: br"]),
    ]
    let read = Read(Array(responses.joined()))
    #expect(read.documents.map(\.text) == Array(repeating: Port.text, count: 7))
    let brotli = Read(Self.response("h", [0x1B, 0, 1, 0, 2, 0, 3] + (0..<200).map { $0 }, ["Content-Encoding: br"]))
    #expect(brotli.diagnostics.first?.message.contains("Brotli") == true)
  }

  @Test func `the encoding that the server names goes before the page's`() {
    let page = Port.page.replacing("<head>", with: "<head><meta charset=\"utf-8\">").replacing(
      "spring", with: "caf\u{E9}s")
    let bytes = page.unicodeScalars.map { UInt8($0.value) }
    let read = Read(Self.response("a", bytes, type: "text/html;charset=\"ISO-8859-1\""))
    #expect(read.text?.contains("until the cafés") == true)
  }

  @Test func `texts that were made of pages are read too`() {
    let read = Read(
      Self.record(
        "conversion", ["Content-Type: text/plain", "WARC-Target-URI: https://news.example/a"], id: "a", version: "1.1",
        block: Array(Port.text.utf8)))
    #expect(read.text == Port.text)
    #expect(read.metadata.url == "https://news.example/a")
  }

  @Test func `an archive that is cut off anywhere gives the records before and says so`() throws {
    let whole = Array([Self.info, Self.response("a"), Self.response("b")].joined())
    let second = whole.count - Self.response("b").count
    for end in stride(from: 20, to: whole.count - 4, by: 13) {
      let read = Read(Array(whole[..<end]))
      #expect(!read.diagnostics.isEmpty || !read.documents.isEmpty)
      if end > second + 10 { #expect(read.documents.first?.text == Port.text) }
    }
    let packed = try Packed.gzip(whole)
    let read = Read(Array(packed.dropLast(12)), source: "crawl.warc.gz")
    #expect(read.documents.first?.text == Port.text)
    #expect(
      read.diagnostics.contains { $0.severity == .skipped && $0.message.contains("gzip data ends in the middle") })
    let members = try Packed.gzip(Self.info, Self.response("a"), Self.response("b"))
    let cut = Read(Array(members.dropLast(30)), source: "crawl.warc.gz")
    #expect(cut.documents.first?.text == Port.text)
    #expect(
      cut.diagnostics.contains { $0.description.hasPrefix("crawl.warc.gz: cannot be read on: the gzip data ends") })
  }

  @Test func `garbage between records is told of once and passed over`() {
    let garbage = Array(String(repeating: "garbage\n", count: 1000).utf8)
    let read = Read(Self.response("a") + garbage + Self.response("b"))
    #expect(read.documents.count == 2)
    #expect(read.diagnostics.count == 1)
    #expect(read.diagnostics.first?.message.hasPrefix("no WARC record at byte") == true)
    let lying = Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n".utf8)
    #expect(Read(lying + Self.response("b")).documents.count == 1)
    let long = Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9223372036854775807\r\n\r\nx".utf8)
    #expect(Read(long).documents.isEmpty)
  }

  @Test func `a page over the limit is named and the others are read`() {
    var limits = Limits()
    limits.articleBytes = 2_000
    let large = "<html><body>" + String(repeating: "<p>\(Port.body)</p>", count: 20_000) + "</body></html>"
    let read = Read(Self.response("a", Array(large.utf8)) + Self.response("b"), limits: limits)
    #expect(read.documents.count == 1)
    #expect(read.diagnostics.first?.source == "x.txt#urn:uuid:a")
    #expect(read.diagnostics.first?.message.contains("over the limit of 2000") == true)
    limits = Limits()
    limits.records = 1
    let few = Read(Self.response("a") + Self.response("b"), limits: limits)
    #expect(few.documents.count == 1)
    #expect(few.diagnostics.first?.message.hasPrefix("more than 1 records") == true)
  }
}
