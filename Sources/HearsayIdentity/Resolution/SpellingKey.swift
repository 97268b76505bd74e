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

  /// Other forms of a word that names of organizations have: "Organisation", "Elections".
  private static let words = Lexicon.standard.map("organization word form")
  /// Words that come and go within a name.
  private static let small: Set<String> = ["of", "the", "for", "and", "in", "on", "to", "a", "al", "el", "de", "la"]

  /// "Guardians" as "guardian".
  private static func singular(_ word: String) -> String {
    word.utf8.count > 4 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us")
      ? String(word.dropLast()) : word
  }

  /// Names and adjectives of countries of one word or two, each with its country's code, where they can be no other's.
  private static let nations: [String: String] = {
    // Niger is a river too, but not in the name of an organization.
    var nations = ["us": "@us", "uk": "@gb", "niger": "@ne"]
    for country in CountryTable.standard.countries where country.status == .state {
      for form in [country.name] + country.adjectives where form.utf8.count > 3 {
        let forms = CountryTable.standard.forms(of: form)
        guard Set(forms.map(\.code)).count == 1, forms.allSatisfy({ $0.readings.isEmpty }) else { continue }
        let key = Folding.key(form)
        if key.utf8.count(where: { $0 == 0x20 }) <= 1 { nations[key] = "@" + country.code.lowercased() }
      }
    }
    return nations
  }()

  /// `words` with nations as codes: "South Korean Ministry" as "@kr ministry".
  private static func withNations(_ words: [String]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < words.count {
      if index + 1 < words.count, let code = nations[words[index] + " " + words[index + 1]] {
        result.append(code)
        index += 2
      } else {
        result.append(nations[words[index]] ?? words[index])
        index += 1
      }
    }
    return result
  }

  private static let endings: Set<String> = [
    "inc", "ltd", "plc", "llc", "corp", "corporation", "co", "company", "gmbh", "ag", "sa", "nv", "group", "limited",
  ]

  /// An organization's name, without "Inc." and the like where something is left.
  static func organization(_ name: some StringProtocol) -> String {
    var parts = Folding.key(withoutDescription(name)).split(separator: " ").map(String.init)
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
      joined = withNations(joined).filter { !small.contains($0) }.map { singular($0) }.map { words[$0] ?? $0 }
    }
    while joined.count > 1, let last = joined.last, endings.contains(last), last != "group" || joined.count > 2 {
      joined.removeLast()
    }
    // "Likud party" is Likud, "National League for Democracy party" the league; "Congress Party" is not Congress.
    if joined.count > 1, let last = joined.last, Lexicon.genericNoun.contains(last) {
      let rest = joined.dropLast()
      let isOwn = rest.allSatisfy { !$0.hasPrefix("@") && !CommonWords.standard.contains($0) }
      if isOwn || (rest.count >= 3 && rest.contains(where: Lexicon.organizationWord.contains)) { joined.removeLast() }
    }
    return joined.joined(separator: " ")
  }

  /// "Justice and Equality Movement" of "rebel Justice and Equality Movement".
  private static func withoutDescription(_ name: some StringProtocol) -> Substring {
    var rest = Substring(name)
    while let blank = rest.firstIndex(of: " ") {
      let first = rest[..<blank]
      let name = rest[blank...].dropFirst()
      let isWord =
        first.utf8.count > 3 && first.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        && CommonWords.standard.contains(first)
      // "Algerian-based", "U.N.-backed"; "Sunni Iraqi Islamic Party"
      let isTie =
        first.split(separator: "-").count > 1 && Lexicon.tieWord.contains(String(first.split(separator: "-").last!))
      let isCreed = Lexicon.creedWord.contains(first.lowercased()) && name.utf8.count(where: { $0 == 0x20 }) >= 2
      guard isWord || isTie || isCreed, name.first?.isUppercase == true, name.contains(" ") else { break }
      rest = rest[blank...].dropFirst()
    }
    return rest
  }
}
