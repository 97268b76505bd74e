/// An organization's name that many states have: "Labor Party", "Supreme Court", "Israeli Labor Party".
struct GenericName: Hashable {
  /// The name without a country.
  let stem: String
  /// The country that the name itself says, by code.
  let country: String?

  /// - Parameter key: the name as `SpellingKey.organization` leaves it; nil where it is one organization's own.
  init?(key: String) {
    let words = key.split(separator: " ")
    let rest = words.filter { !$0.hasPrefix("@") }
    guard rest.count >= 2, words.count - rest.count <= 1,
      rest.allSatisfy({ Lexicon.genericOrganizationWord.contains(String($0)) })
    else { return nil }
    stem = rest.joined(separator: " ")
    country = words.first { $0.hasPrefix("@") }.map { $0.dropFirst().uppercased() }
  }

  /// A name of its own, with or without the country that it may have before it.
  init(stem: String, country: String?) { (self.stem, self.country) = (stem, country) }
}
