import HearsayCore
import Testing

struct TextRangeTests {
  @Test(arguments: [
    (TextRange(2, 4), true, true), (TextRange(2, 6), true, true), (TextRange(1, 3), false, true),
    (TextRange(6, 8), false, false), (TextRange(0, 2), false, false), (TextRange(0, 9), false, true),
  ])
  func `ranges are half-open`(other: TextRange, isContained: Bool, overlaps: Bool) {
    let range = TextRange(2, 6)
    #expect(range.contains(other) == isContained)
    #expect(range.overlaps(other) == overlaps)
    #expect(other.overlaps(range) == overlaps)
  }

  @Test(arguments: [(1, false), (2, true), (5, true), (6, false)])
  func `a range holds its first byte but not its end`(offset: Int, isContained: Bool) {
    #expect(TextRange(2, 6).contains(offset) == isContained)
  }

  @Test func `a union holds both and what lies between`() {
    #expect(TextRange(8, 9).union(TextRange(1, 3)) == TextRange(1, 9))
  }

  @Test func `ranges sort by start, then the shorter first`() {
    let sorted = [TextRange(1, 2), TextRange(1, 5), TextRange(3, 4)]
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test func `a range prints as Swift writes it`() {
    #expect(TextRange(3, 7).description == "3..<7")
  }
}
