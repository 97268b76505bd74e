import HearsayCore
import Testing

@Suite struct RegardTests {
  private let regard = Regard(pronoun: 12, words: 10..<14, strengths: [1, 3, 0, -2])

  @Test(arguments: [(10..<11, 1), (10..<12, 2), (13..<14, -2)] as [(Range<Int>, Float)])
  func `what is said of a name is the mean of its words`(tokens: Range<Int>, mean: Float) {
    #expect(regard.mean(over: tokens) == mean)
  }

  @Test(arguments: [9..<11, 13..<15, 3..<5, 11..<11])
  func `nothing is said of what was not read together`(tokens: Range<Int>) {
    #expect(regard.mean(over: tokens) == nil)
  }
}
