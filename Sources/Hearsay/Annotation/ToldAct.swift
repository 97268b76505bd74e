import HearsayCore

/// What a speaker does by a statement, with the "not" that stands before it: "did not deny" is no denial.
struct ToldAct: Hashable {
  /// The speech act, as the vocabulary has it.
  let act: String
  /// Whether it is said not to be done: a denied statement, or a denial that is none.
  let isNegated: Bool

  /// The act of a statement.
  init(_ statement: Statement) { self.init(act: statement.act.rawValue, polarity: statement.polarity.rawValue) }

  /// - Parameter polarity: `denied`, `affirmed`, or nil where it is not known.
  init(act: String, polarity: String?) {
    self.act = act
    isNegated = act == Statement.Act.deny.rawValue ? polarity == "affirmed" : polarity == "denied"
  }

  /// "agree", "not agree".
  var plain: String { (isNegated ? "not " : "") + act }

  /// "agrees", "does not agree".
  var told: String { isNegated ? "does not \(act)" : Self.thirdPerson(act) }

  /// The act by whose looks it is drawn: what is not done is drawn as denied, what is not denied as said.
  var drawnAs: String {
    guard isNegated else { return act }
    return (act == Statement.Act.deny.rawValue ? Statement.Act.say : .deny).rawValue
  }

  /// "accuse" as "accuses", "deny" as "denies".
  private static func thirdPerson(_ act: String) -> String {
    guard act.hasSuffix("y"), let before = act.dropLast().last, !"aeiou".contains(before) else { return act + "s" }
    return act.dropLast() + "ies"
  }
}
