import HearsayCore
import Testing

@Suite struct NearNamesTests {
  @Test(arguments: [
    ("speaker", ["speakers"]), ("Speakrs", ["speakers"]), ("mention", ["co-mention"]), ("xyz", []), ("", []),
    ("agrement", ["agreement"]), ("evidense", ["evidence"]),
  ])
  func `names that are like one are found`(name: String, expected: [String]) {
    let names = ["actors", "evidence", "speakers", "two-mode", "agreement", "conflict", "co-mention"]
    #expect(NearNames.near(name, among: names) == expected)
  }
}
