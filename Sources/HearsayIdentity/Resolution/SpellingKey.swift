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
    return single.isEmpty ? part : single
  }

  /// A given name: the usual spelling where a table has it, else as `part`.
  static func given(_ part: String) -> String { NameVariants.standard.given(part) ?? Self.part(part) }

  /// A surname, likewise.
  static func surname(_ part: String) -> String { NameVariants.standard.surname(part) ?? Self.part(part) }

  /// A person's name.
  static func person(_ name: PersonName) -> String {
    guard name.isFull else { return name.parts.map(surname).joined(separator: " ") }
    return (name.given.map(given) + name.surname.map(surname) + (name.suffix.map { [$0] } ?? [])).joined(separator: " ")
  }

  /// A part of a name by its consonants and three classes of vowels: what transliterations of one name have in common.
  static func sound(_ part: String) -> String {
    var text = part
    for (from, to) in [
      ("aei", "i"),
      ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("chyov", "chev"), ("yov", "ev"), ("iov", "ev"), ("yev", "ev"),
      ("kh", "h"),
      ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("zh", "j"), ("dj", "j"), ("ck", "k"), ("q", "k"),
      ("x", "ks"), ("ou", "u"),
      ("oo", "u"), ("ow", "o"), ("aw", "au"), ("ai", "i"), ("ay", "i"), ("ei", "i"), ("ey", "i"), ("ee", "i"),
      ("ie", "i"), ("ae", "i"),
      ("iy", "i"), ("yi", "i"), ("ij", "i"),
    ] where text.contains(from) {
      text = text.replacing(from, with: to)
    }
    var sound = ""
    let letters = Array(text)
    for (index, letter) in letters.enumerated() {
      var letter = letter
      switch letter {
      case "e", "y": letter = "i"
      case "o": letter = "u"
      case "w": letter = "v"
      case "c": letter = index + 1 < letters.count && letters[index + 1] == "h" ? "c" : "k"
      // Between vowels and at the end an h is heard by some and not by others.
      case "h" where index > 0 && (index + 1 == letters.count || Self.vowels.contains(letters[index - 1])): continue
      default: break
      }
      if sound.last != letter { sound.append(letter) }
    }
    return sound
  }

  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u", "y"]

  private static let words: [String: String] = [
    "organisation": "organization", "organisations": "organizations", "defence": "defense", "centre": "center",
    "labour": "labor", "programme": "program", "cooperation": "cooperation", "theatre": "theater",
    "intl": "international",
    "dept": "department", "natl": "national", "univ": "university", "govt": "government", "assn": "association",
  ]
  /// Words that come and go within a name.
  private static let small: Set<String> = ["of", "the", "for", "and", "in", "on", "to", "a", "al", "el", "de", "la"]

  /// "Guardians" as "guardian".
  private static func singular(_ word: String) -> String {
    word.utf8.count > 4 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us")
      ? String(word.dropLast()) : word
  }

  /// Names and adjectives of countries, each with its country's code, where they can be no other's.
  private static let nations: [String: String] = {
    var nations: [String: String] = [:]
    for country in CountryTable.standard.countries where country.status == .state {
      for form in [country.name] + country.adjectives where !form.utf8.contains(0x20) && form.utf8.count > 3 {
        let forms = CountryTable.standard.forms(of: form)
        guard Set(forms.map(\.code)).count == 1, forms.allSatisfy({ $0.readings.isEmpty }) else { continue }
        nations[Folding.key(form)] = "@" + country.code.lowercased()
      }
    }
    return nations
  }()

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
    // "Organization of (the) Petroleum Exporting Countries", "Guardian(s) Council", "Sudan(ese) Liberation Army"
    if joined.count > 1 {
      joined = joined.filter { !small.contains($0) }.map { singular(nations[$0] ?? $0) }
    }
    while joined.count > 1, let last = joined.last, endings.contains(last), last != "group" || joined.count > 2 {
      joined.removeLast()
    }
    // "Likud party" is Likud; "Congress Party" is not Congress.
    if joined.count > 1, let last = joined.last, Lexicon.genericNoun.contains(last),
      joined.dropLast().allSatisfy({ !$0.hasPrefix("@") && !CommonWords.standard.contains($0) })
    {
      joined.removeLast()
    }
    return joined.joined(separator: " ")
  }
}
