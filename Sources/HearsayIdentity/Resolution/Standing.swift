/// How high an office is: a surname alone is likelier that of a head of state than of an envoy.
enum Standing: UInt8, Comparable, Sendable {
  case none, minister, leader

  static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }

  /// - Parameter office: in lower case: "prime minister".
  init(office: String) {
    let words = office.split(separator: " ").map(String.init)
    if words.contains(where: Lexicon.lowerRank.contains) {
      self = .none
    } else if Lexicon.leadingOffice.contains(office) {
      self = .leader
    } else {
      self = words.last.map(Lexicon.ministerialWord.contains) == true ? .minister : .none
    }
  }
}
