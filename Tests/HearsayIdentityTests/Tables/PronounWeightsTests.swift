import HearsayCore
import Testing

@testable import HearsayIdentity

@Suite struct PronounWeightsTests {
  @Test func `every row is a family, a feature and a weight, none twice`() throws {
    var seen: Set<String> = []
    for row in PronounWeights.rows() {
      let family = try #require(row.text("family").flatMap(Pronoun.Family.init))
      let feature = try #require(row.text("feature"))
      let weight = try #require(row.text("weight").flatMap(Double.init))
      #expect(weight.isFinite && abs(weight) < 20)
      #expect(seen.insert("\(family) \(feature)").inserted, "\(family) \(feature) stands twice")
    }
    #expect(!seen.isEmpty)
  }
}
