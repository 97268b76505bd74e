import HearsayCore
import Testing

@testable import HearsayReaders

@Suite struct EncodingTests {
  /// "Zoë wanted €5" in one encoding, declared or not, and what is expected.
  static let cases: [(name: String, bytes: [UInt8], declared: String?, text: String)] = [
    ("plain ASCII", Array("Zoe".utf8), nil, "Zoe"),
    ("UTF-8", Array("Zoë €5".utf8), nil, "Zoë €5"),
    ("UTF-8 with its mark", [0xEF, 0xBB, 0xBF] + Array("Zoë €5".utf8), nil, "Zoë €5"),
    ("the mark beats the declaration", [0xEF, 0xBB, 0xBF] + Array("Zoë".utf8), "windows-1251", "Zoë"),
    ("UTF-16 little-endian", [0xFF, 0xFE, 0x5A, 0, 0xEB, 0], nil, "Zë"),
    ("UTF-16 big-endian", [0xFE, 0xFF, 0, 0x5A, 0, 0xEB], nil, "Zë"),
    ("UTF-16 with a pair", [0xFF, 0xFE, 0x3D, 0xD8, 0x00, 0xDE], nil, "😀"),
    ("UTF-16 with half a pair", [0xFF, 0xFE, 0x3D, 0xD8, 0x5A, 0], nil, "\u{FFFD}Z"),
    ("UTF-16 cut in the middle", [0xFF, 0xFE, 0x5A, 0, 0xEB], nil, "Z"),
    ("UTF-32", [0xFF, 0xFE, 0, 0, 0x5A, 0, 0, 0], nil, "Z"),
    ("Windows-1252 undeclared", [0x5A, 0x6F, 0xEB, 0x20, 0x80, 0x35], nil, "Zoë €5"),
    ("curly quotes of Windows-1252", [0x93, 0x5A, 0x94, 0x92, 0x73], nil, "“Z”’s"),
    ("undefined in Windows-1252", [0x5A, 0x81], nil, "Z\u{FFFD}"),
    ("ISO 8859-1 means Windows-1252", [0x80, 0x35], "iso-8859-1", "€5"),
    ("ISO 8859-15", [0xA4, 0x35], "ISO-8859-15", "€5"),
    ("Windows-1251", [0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0], "windows-1251", "Москва"),
    ("KOI8-R", [0xED, 0xCF, 0xD3, 0xCB, 0xD7, 0xC1], "koi8-r", "Москва"),
    ("Shift JIS", [0x93, 0xFA, 0x96, 0x7B], "Shift_JIS", "日本"),
    ("GB2312 means GB18030", [0xD6, 0xD0], "gb2312", "中"),
    ("EUC-KR", [0xC7, 0xD1], "euc-kr", "한"),
    ("an unknown declaration", Array("Zoë".utf8), "x-user-defined", "Zoë"),
    ("a declaration that cannot be true", Array("Zoë".utf8), "utf-16", "Zoë"),
    ("surely UTF-8 for all its declaration", Array("Zoë é ü ö".utf8), "iso-8859-1", "Zoë é ü ö"),
    ("mostly UTF-8", Array("Zoë é ü".utf8) + [0xFF], nil, "Zoë é ü\u{FFFD}"),
    ("UTF-8 cut in the middle", Array("Zoë é €".utf8).dropLast(), nil, "Zoë é \u{FFFD}"),
    ("surrogates and overlong forms", Array("ëëëë".utf8) + [0xC0, 0x80], nil, "ëëëë\u{FFFD}\u{FFFD}"),
  ]

  /// Converters are given pieces: a character may lie across two, and may grow to three bytes.
  @Test(
    arguments: [
      ("gb18030", [0xD6, 0xD0], "中"), ("shift_jis", [0x93, 0xFA], "日"), ("euc-kr", [0xC7, 0xD1], "한"),
      ("tis-620", [0xA1], "ก"), ("koi8-r", [0xED], "М"),
    ] as [(String, [UInt8], String)])
  func `a long text loses no character`(name: String, character: [UInt8], text: String) {
    let bytes = [UInt8(ascii: "a")] + Array(repeating: character, count: 40_000).joined()
    let decoded = TextDecoder(bytes, declared: name)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "a" + String(repeating: text, count: 40_000))
  }

  @Test(arguments: cases.indices) func `bytes become text`(index: Int) {
    let (name, bytes, declared, text) = Self.cases[index]
    #expect(String(decoding: TextDecoder(bytes, declared: declared).utf8, as: UTF8.self) == text, "\(name)")
  }

  @Test(arguments: [
    ("<meta charset=\"Windows-1251\">", "windows-1251"),
    ("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=koi8-r'>", "koi8-r"),
    ("<?xml version='1.0' encoding=\"ISO-8859-2\"?><a/>", "iso-8859-2"),
    ("<html><head><meta name=a content=b><meta charset=gbk>", "gbk"),
    ("<p>charset=utf-7</p>", nil),
    ("The form said charset=koi8-r.", nil),
  ])
  func `a page declares its encoding`(markup: String, name: String?) {
    #expect(DeclaredEncoding.name(in: Array(markup.utf8)[...]) == name)
  }

  @Test func `broken UTF-8 is mended and a note says so`() {
    let read = Read(Array("“Zoë” called for “calm”, the mayor said".utf8) + [0xC3, 0x28])
    #expect(read.documents.count == 1)
    #expect(read.documents.first?.diagnostics.map(\.severity) == [.note])
    #expect(read.documents.first?.diagnostics.first?.message.hasPrefix("broken UTF-8") == true)
  }

  @Test func `a page in a declared encoding is read in it`() {
    let html =
      Array("<html><head><meta charset=windows-1251></head><body><p>".utf8) + [0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0]
    #expect(Read(html + Array("</p></body></html>".utf8)).text == "Москва")
  }

  @Test(arguments: [
    ("a\r\nb\rc\u{0C}d", "a\nb\nc\nd"), ("a\u{A0}b\u{202F}c\u{3000}d", "a b c d"),
    ("a\u{AD}b\u{200B}c\u{FEFF}d", "abcd"),
    ("a\u{1}b\u{FFFF}c\u{9B}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"), ("a\u{2028}b\u{85}c", "a\nb\nc"),
    ("👩‍👩‍👧 שלום \u{200F}é", "👩‍👩‍👧 שלום \u{200F}é"),
  ])
  func `controls, spaces and line ends are made one`(text: String, cleaned: String) {
    #expect(String(decoding: CleanText.cleaned(Array(text.utf8)), as: UTF8.self) == cleaned)
  }
}
