import Testing

@testable import Hearsay

struct ToldActTests {
  @Test(
    "what is denied is told as not done, and a denial as what it is",
    arguments: [
      ("agree", "affirmed", "agree", "agrees", "agree"),
      ("agree", "denied", "not agree", "does not agree", "deny"),
      ("deny", "denied", "deny", "denies", "deny"),
      ("deny", "affirmed", "not deny", "does not deny", "say"),
      ("say", nil, "say", "says", "say"),
      ("deny", nil, "deny", "denies", "deny"),
    ])
  func words(act: String, polarity: String?, plain: String, told: String, drawnAs: String) {
    let act = ToldAct(act: act, polarity: polarity)
    #expect((act.plain, act.told, act.drawnAs) == (plain, told, drawnAs))
  }
}
