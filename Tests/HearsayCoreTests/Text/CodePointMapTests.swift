import HearsayCore
import Testing

struct CodePointMapTests {
  /// One, two, three and four bytes a code point, and clusters of several code points.
  private static let mixed = "Moscow’s Нұр-Сұлтан — café e\u{301} 🇰🇿 👩‍👩‍👧 العربية\n"

  // 256 bytes is the map's stride: texts just short of it, of it, and many times as long.
  @Test(arguments: [
    "", "a", "é", mixed, String(repeating: "a", count: 255), String(repeating: "a", count: 256),
    String(repeating: "a", count: 257), String(repeating: "é", count: 128), String(repeating: mixed, count: 40),
  ])
  func `every code point's first byte maps to its number`(text: String) {
    let map = CodePointMap(bytes: Array(text.utf8))
    var offset = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      #expect(map.codePoints(before: offset) == number)
      offset += UTF8.width(scalar)
    }
    #expect(map.codePoints(before: offset) == text.unicodeScalars.count)
  }

  @Test func `a range counts code points, half-open`() throws {
    let document = Document(text: "“Да,” said Ольга 🙂 twice", source: "a.txt")
    let text = document.text
    let name = try #require(text.firstRange(of: "Ольга 🙂"))
    let range = TextRange(
      text.utf8.distance(from: text.startIndex, to: name.lowerBound),
      text.utf8.distance(from: text.startIndex, to: name.upperBound))
    let counted = CodePointMap(document).codePoints(range)
    #expect(counted == 11..<18)
    #expect(String(String.UnicodeScalarView(Array(text.unicodeScalars)[counted])) == "Ольга 🙂")
  }

  @Test func `an empty range stays empty`() {
    #expect(CodePointMap(bytes: Array("é!".utf8)).codePoints(TextRange(2, 2)) == 1..<1)
  }
}
