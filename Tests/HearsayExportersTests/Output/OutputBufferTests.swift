import HearsayExporters
import Testing

/// What `write` leaves in a buffer.
private func written(_ write: (inout OutputBuffer) -> Void) -> String {
  var buffer = OutputBuffer()
  write(&buffer)
  var sink = MemorySink()
  buffer.flush(into: &sink)
  return String(decoding: sink.bytes, as: UTF8.self)
}

@Suite struct OutputBufferTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (-7, "-7"), (1_234_567_890, "1234567890"), (Int.max, "9223372036854775807"),
    (Int.min, "-9223372036854775808"),
  ])
  func `a whole number is written in digits`(number: Int, text: String) {
    #expect(written { $0.appendDecimal(number) } == text)
  }

  @Test(
    arguments: [
      (1, "1.0"), (-2, "-2.0"), (0, "0.0"), (-0.0, "-0.0"), (0.1, "0.1"), (0.30000000000000004, "0.30000000000000004"),
      (999_999, "999999.0"), (1e6, "1000000.0"), (1e16, "1e+16"), (1e-5, "1e-05"), (.leastNonzeroMagnitude, "5e-324"),
      (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
    ] as [(Double, String)])
  func `a number is written so that it reads back`(number: Double, text: String) {
    #expect(written { $0.appendDecimal(number) } == text)
    #expect(Double(text) == number)
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a&b<c>d", "a&amp;b&lt;c>d"), ("]]>", "]]&gt;"), ("] ]>", "] ]>"), ("]>", "]>"),
    ("\r\n\t", "&#13;\n\t"), ("\"'", "\"'"), ("\u{0}\u{1F}\u{7F}", "\u{FFFD}\u{FFFD}\u{7F}"),
    ("\u{FFFD}\u{FFFE}\u{FFFF}\u{FF0F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FF0F}"),
    ("fifteen bytes..&sixteen bytes...<", "fifteen bytes..&amp;sixteen bytes...&lt;"),
  ])
  func `a text is escaped for XML`(text: String, expected: String) {
    #expect(written { $0.appendXML(text) } == expected)
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("\"\\", #"\"\\"#), ("a\nb", #"a\nb"#), ("a\r\nb\rc", #"a\nb\nc"#), ("\t", "\t"),
    ("AT&T & co; a&b c;", "AT&T & co; a&b c;"), ("&amp;&x;&#9;&;", "&amp;amp;&amp;x;&amp;#9;&;"),
    ("\u{0}\u{FFFE}", "\u{FFFD}\u{FFFD}"),
  ])
  func `a text is quoted for DOT`(text: String, expected: String) {
    #expect(written { $0.appendDOT(text) } == "\"\(expected)\"")
  }

  // Bytes are looked at in blocks: every place in one and over its end, with neighbours of all kinds.
  @Test(arguments: ["&", "<", "\u{1}", "\u{1F}", "\u{FFFE}", "&&", "<\u{1F}", "\u{0}&", "\\", "\"\""], 0..<36)
  func `a special byte is found wherever it stands`(special: String, place: Int) {
    for filler in ["x", "'", " ", "%", "\u{7F}", "é", "日", "😀"] {
      let text = String(repeating: filler, count: place) + special + String(repeating: filler, count: 36 - place)
      let expected = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing("\u{1}", with: "\u{FFFD}").replacing("\u{1F}", with: "\u{FFFD}").replacing("\u{0}", with: "\u{FFFD}")
        .replacing("\u{FFFE}", with: "\u{FFFD}")
      #expect(written { $0.appendXML(text) } == expected)
      let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\u{1}", with: "\u{FFFD}").replacing("\u{1F}", with: "\u{FFFD}").replacing("\u{0}", with: "\u{FFFD}")
        .replacing("\u{FFFE}", with: "\u{FFFD}")
      #expect(written { $0.appendDOT(text) } == "\"\(quoted)\"")
    }
  }

  // Cut where a character of two bytes, or an escape of two, would be parted.
  @Test(arguments: ["x", "é", "日", "👩", "\"", "\\", "\n", "x\"", "é\\", "xé\\\""], [0, 1, 2, 3])
  func `a long text is cut for DOT`(piece: String, shift: Int) {
    let text = String(repeating: "x", count: shift) + String(repeating: piece, count: 16_001)
    let quoted = written { $0.appendDOT(text) }
    #expect(quoted.utf8.count <= OutputBuffer.longestDOTString + 2 && quoted.utf8.count > 15_990)
    #expect(quoted.hasSuffix("…\"") && !quoted.unicodeScalars.contains("\u{FFFD}"))
    let backslashes = quoted.dropLast(2).reversed().prefix { $0 == "\\" }.count
    #expect(backslashes % 2 == 0 || quoted.dropLast(2).hasSuffix("\\\"") || quoted.dropLast(2).hasSuffix("\\n"))
  }

  @Test func `the longest text that is not cut comes whole`() {
    let text = String(repeating: "x", count: OutputBuffer.longestDOTString)
    #expect(written { $0.appendDOT(text) } == "\"\(text)\"")
  }

  @Test(arguments: 0...70)
  func `bytes are copied whatever their number`(count: Int) {
    let bytes = (0..<count).map { UInt8($0 + 1) }
    let all = [0xFF] + bytes + [0xFE]
    var buffer = OutputBuffer()
    var sink = MemorySink()
    buffer.append(UInt8(0xFF))
    buffer.append(bytes)
    buffer.append(UInt8(0xFE))
    buffer.flush(into: &sink)
    #expect(sink.bytes == all)
  }

  @Test func `a buffer grows and hands on what it holds`() {
    var buffer = OutputBuffer()
    var sink = MemorySink()
    let piece = [UInt8](repeating: 1, count: 300_000)
    buffer.append(piece)
    buffer.drain(into: &sink)
    #expect(sink.bytes == piece && buffer.count == 0)
    buffer.append(UInt8(2))
    buffer.drain(into: &sink)
    #expect(sink.bytes.count == 300_000, "a byte is not worth a call")
    buffer.flush(into: &sink)
    #expect(sink.bytes.count == 300_001)
  }
}
