import Foundation
import HearsayCore
import Testing

@testable import HearsayReaders

@Suite struct PackedTests {
  static let files: [String] = [
    Port.text, Port.page, FeedTests.rss, NewsAgencyTests.nitf,
    "{\"id\":\"a\",\"text\":\"\(Port.body)\"}\n{\"id\":\"b\",\"text\":\"\(Port.more)\"}\n",
  ]

  @Test(arguments: files) func `what is packed reads as what it packs`(text: String) throws {
    let bytes = Array(text.utf8)
    let plain = Read(bytes)
    #expect(!plain.documents.isEmpty)
    let half = bytes.count / 2
    for packed in [
      try Packed.gzip(bytes), try Packed.gzip(Array(bytes[..<half]), Array(bytes[half...])), Packed.zstd(bytes),
      Packed.zstd(Array(bytes[..<half])) + Packed.zstd(Array(bytes[half...])), Packed.zstd(try Packed.gzip(bytes)),
      try Packed.gzip(bytes) + [0, 0, 0, 0],
    ] {
      let read = Read(packed)
      #expect(read.documents.map(\.text) == plain.documents.map(\.text))
      #expect(read.documents.map(\.sources) == plain.documents.map(\.sources))
      #expect(read.diagnostics == plain.diagnostics)
    }
  }

  @Test func `a packed article that is cut off is read as far as it goes, and says so`() throws {
    let words = (0..<40_000).map { "quay\($0 &* 7919 % 65_537)" }.joined(separator: " ")
    let packed = try Packed.gzip(Array((Port.text + "\n\n" + words + ".").utf8))
    let read = Read(Array(packed.prefix(packed.count / 2)))
    #expect(read.text?.hasPrefix(Port.text) == true)
    #expect(read.documents.first?.diagnostics.first?.message.hasPrefix("cut off: the gzip data ends") == true)
  }

  @Test func `damaged data is a diagnostic`() throws {
    var packed = try Packed.gzip(Array(Port.text.utf8))
    packed[packed.count / 2] ^= 0x55
    #expect(Read(packed).diagnostics.first?.message.contains("gzip data is damaged") == true)
    #expect(Read([0x1F, 0x8B, 1, 2, 3, 4]).documents.isEmpty)
    #expect(Read(Packed.zstd(Array(Port.text.utf8)).prefix(6) + [0xFF, 0xFF]).documents.isEmpty)
    #expect(Read([0x28, 0xB5, 0x2F, 0xFD]).diagnostics.first?.severity == .skipped)
  }

  @Test func `data that unpacks to very much more than itself is left out`() throws {
    let zeros = [UInt8](repeating: UInt8(ascii: "a"), count: 50_000_000)
    let bomb = try Packed.gzip(zeros)
    #expect(bomb.count < 100_000)
    // An article is not taken in past its limit, whatever it unpacks to.
    #expect(Read(bomb).documents.isEmpty && Read(bomb).diagnostics.count == 1)
    let lines = try Packed.gzip(Array("{\"text\":\"".utf8) + zeros)
    #expect(
      Read(lines).diagnostics.contains {
        $0.message.contains("more than 200 times its size") && $0.message.contains("--limit expansion=NUMBER")
      })
    #expect(
      Read(Packed.zstd(Array("{\"text\":\"".utf8) + zeros)).diagnostics.contains { $0.message.contains("200 times") })
    let thrice = Read(try Packed.gzip(try Packed.gzip(try Packed.gzip(Array(Port.text.utf8))))).diagnostics.first
    #expect(thrice?.message.hasPrefix("packed more than 2 times") == true)
    #expect(thrice?.message.contains("--limit packings=NUMBER") == true && thrice?.source == "x.txt")
  }

  static let book: [(path: String, text: String)] = [
    ("mimetype", "application/epub+zip"),
    (
      "META-INF/container.xml",
      "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
        + "<rootfile full-path=\"OEBPS/a.opf\"/></rootfiles></container>"
    ),
    (
      "OEBPS/a.opf",
      """
      <package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:publisher>The Port Gazette</dc:publisher><dc:date>2022-01-22</dc:date><dc:language>en</dc:language></metadata>
      <manifest><item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
      <item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
      <item id="one" href="text/one%20quay.xhtml" media-type="application/xhtml+xml"/>
      <item id="out" href="../../../../etc/passwd" media-type="application/xhtml+xml"/></manifest>
      <spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="one"/><itemref idref="out"/></spine></package>
      """
    ),
    ("OEBPS/cover.xhtml", "<html><body><img src=\"a.png\"/></body></html>"),
    ("OEBPS/nav.xhtml", "<html><body><p>Contents of this book and of every other book.</p></body></html>"),
    ("OEBPS/text/one quay.xhtml", Port.page),
  ]

  @Test func `each chapter of an EPUB with text is a document`() throws {
    let read = Read(try Packed.zip(Self.book), source: "a.epub")
    #expect(read.documents.map(\.source) == ["a.epub#OEBPS/text/one quay.xhtml"])
    #expect(read.text == Port.text)
    #expect(read.metadata.outlet == "The Port Gazette")
    #expect(read.metadata.published?.description == "2022-01-22")
    #expect(read.diagnostics.map(\.source) == ["a.epub#etc/passwd"])
  }

  @Test func `a ZIP archive that is no EPUB, or is damaged, is a diagnostic`() throws {
    #expect(Read(try Packed.zip([("a.txt", Port.text)])).diagnostics.first?.message.hasPrefix("a ZIP archive") == true)
    let whole = try Packed.zip(Self.book)
    for end in stride(from: 4, to: whole.count, by: 61) {
      let read = Read(Array(whole[..<end]))
      #expect(read.documents.count + read.diagnostics.count > 0)
    }
  }

  @Test func `pipes in a folder are named, and names that are no UTF-8 are read`() throws {
    let folder = try Folder(["a.txt": Port.text])
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    let odd =
      Array(folder.path.utf8).map { CChar(bitPattern: $0) } + Array("/caf".utf8).map { CChar(bitPattern: $0) }
      + [CChar(bitPattern: 0xE9), 0]
    let file = fopen(odd, "w")
    // Where a file system takes UTF-8 only, as on macOS, there are no such names.
    if let file {
      fputs(Port.more, file)
      fclose(file)
    }
    let files = try InputWalk.files(of: [folder.path])
    let name = folder.url.lastPathComponent
    let sources = ["a.txt"] + (file == nil ? [] : ["caf%E9"]) + ["pipe"]
    #expect(files.map(\.source) == sources.map { "\(name)/\($0)" })
    #expect(Read(files[files.count - 1]).diagnostics.first?.message.hasPrefix("a pipe, a socket or a device") == true)
    if file != nil { #expect(Read(files[1]).text == Port.more) }
  }
}
