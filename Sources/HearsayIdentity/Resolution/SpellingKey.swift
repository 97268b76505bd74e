/// Spellings of one name as one key: transliterations, British and American endings, doubled letters.
enum SpellingKey {
  /// A part of a person's name: "zelenskyy", "zelenskiy" and "zelensky" are one, "jomart" and "zhomart", "sergei" and
  /// "sergey". For comparison only.
  static func part(_ part: String) -> String {
    var text = part
    for (from, to) in [
      ("zh", "j"), ("dj", "j"), ("kh", "h"), ("ph", "f"), ("x", "ks"), ("ck", "k"), ("q", "k"), ("ou", "u"),
      ("iy", "y"), ("yi", "y"), ("ij", "y"), ("iu", "yu"), ("ia", "ya"), ("io", "yo"), ("tch", "ch"), ("w", "v"),
    ] where text.contains(from) {
      text = text.replacing(from, with: to)
    }
    if text.hasPrefix("ye") { text.removeFirst() }
    // "Sergei" and "Sergey", "Dmitri" and "Dmitry".
    if text.utf8.count > 3, text.hasSuffix("i") { text = text.dropLast() + "y" }
    var single = ""
    for letter in text where single.last != letter { single.append(letter) }
    if ["mohamed", "muhamad", "mohamad", "muhamed", "mohamet", "muhamet", "mahomet"].contains(single) {
      return "muhamad"
    }
    return single.isEmpty ? part : single
  }

  /// A person's name.
  static func person(_ name: PersonName) -> String { name.parts.map(part).joined(separator: " ") }

  private static let words: [String: String] = [
    "organisation": "organization", "organisations": "organizations", "defence": "defense", "centre": "center",
    "labour": "labor", "programme": "program", "cooperation": "cooperation", "theatre": "theater",
    "intl": "international",
    "dept": "department", "natl": "national", "univ": "university", "govt": "government", "assn": "association",
  ]
  private static let endings: Set<String> = [
    "inc", "ltd", "plc", "llc", "corp", "corporation", "co", "company", "gmbh", "ag", "sa", "nv", "group", "limited",
  ]

  /// An organization's name, without "Inc." and the like where something is left.
  static func organization(_ name: some StringProtocol) -> String {
    var parts = Folding.key(name).split(separator: " ").map(String.init)
    if parts.first == "the", parts.count > 1 { parts.removeFirst() }
    // "Co-operation" comes as two words.
    var joined: [String] = []
    for part in parts {
      if part == "operation", joined.last == "co" {
        joined[joined.count - 1] = "cooperation"
      } else {
        joined.append(words[part] ?? part)
      }
    }
    while joined.count > 1, let last = joined.last, endings.contains(last), last != "group" || joined.count > 2 {
      joined.removeLast()
    }
    return joined.joined(separator: " ")
  }
}
