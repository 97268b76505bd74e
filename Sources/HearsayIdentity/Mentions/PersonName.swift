/// A person's name in parts, for comparison.
struct PersonName: Hashable, Sendable {
  /// Lower-case ASCII parts without suffixes: `["kassym", "jomart", "tokayev"]`.
  let parts: [String]
  /// "jr", "iii": tells father from son.
  let suffix: String?
  /// What stands in quotation marks or brackets within the name: "el chapo".
  let nickname: String?
  /// Whether a title such as "King" belongs to the name.
  let isRegal: Bool
  /// Whether a surname's particle is all that stands before the surname: "al-Zarqawi", "de Villepin".
  let beginsWithParticle: Bool
  /// Whether it stands in one piece, with a hyphen at most: "Johnson-Sirleaf", "Kassym-Jomart"; but "Abdul-Rahman" is two.
  let isOnePiece: Bool

  init(_ name: some StringProtocol) {
    let (name, nickname) = Self.withoutNickname(String(name))
    self.nickname = nickname.map { Folding.key($0.hasPrefix("The ") ? $0.dropFirst(4) : $0[...]) }
    var parts = Folding.key(Self.initialsApart(name)).split(separator: " ").map(String.init)
    var suffix: String?
    if parts.count > 1, let last = parts.last, Lexicon.nameSuffix.contains(last) {
      suffix = last
      parts.removeLast()
    }
    // "Pope Francis", "King Charles": the title is part of how he is called, but tells him from nobody.
    isRegal = parts.count > 1 && Lexicon.regalTitle.contains(parts[0])
    if isRegal { parts.removeFirst() }
    // "Qari Mohammad Yousuf": a title that is no king's. "Hafiz al-Asad" has but one given name.
    while parts.count > 2, Lexicon.honorific.contains(parts[0]), !Lexicon.nameParticle.contains(parts[1]) {
      parts.removeFirst()
    }
    // "Al Gore" is a man's name, "al Gore" and "Al-Gore" would be a surname.
    let start = name.drop { $0 == " " }
    beginsWithParticle =
      parts.count > 1 && Lexicon.nameParticle.contains(parts[0])
      && (start.first?.isLowercase == true || start.dropFirst(parts[0].utf8.count).first == "-"
        || (parts.count == 2 && Self.onlyParticles.contains(parts[0])))
    isOnePiece =
      !start.utf8.contains { [0x20, 0x09, 0x0A, 0x0D, 0x2E].contains($0) }
      && NameVariants.standard.given(parts.first ?? "") != "abdul"
    (self.parts, self.suffix) = (parts, suffix)
  }

  /// Particles that are nobody's given name, so that "Bin Laden" at the head of a sentence is a surname.
  private static let onlyParticles: Set<String> = ["bin", "ibn", "de", "del", "dos", "von", "der"]

  /// "H.W. Holt" as "H. W. Holt".
  private static func initialsApart(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: ".")) else { return name }
    var apart = ""
    var last: Character?
    for letter in name {
      if last == ".", letter.isLetter { apart.append(" ") }
      apart.append(letter)
      last = letter
    }
    return apart
  }

  /// `name` without a nickname in quotation marks or brackets.
  static func plain(_ name: String) -> String { withoutNickname(name).0 }

  private static let marks: [(open: Character, close: Character)] = [
    ("“", "”"), ("\"", "\""), ("‘", "’"), ("'", "'"), ("(", ")"), ("«", "»"),
  ]

  /// "Joaquín “El Chapo” Guzmán" as "Joaquín Guzmán" and "El Chapo".
  private static func withoutNickname(_ name: String) -> (String, String?) {
    // No mark, no nickname: nearly every name.
    guard name.utf8.contains(where: { [0x22, 0x27, 0x28, 0xC2, 0xE2].contains($0) }) else { return (name, nil) }
    for (open, close) in marks {
      guard let start = name.firstIndex(of: open), start > name.startIndex, name[name.index(before: start)] == " ",
        let end = name[name.index(after: start)...].firstIndex(of: close), name.index(after: end) < name.endIndex,
        name[name.index(after: end)] == " "
      else { continue }
      let rest = name[name.index(after: end)...].dropFirst()
      return (String(name[..<start]) + String(rest), String(name[name.index(after: start)..<end]))
    }
    return (name, nil)
  }

  /// Whether a name ends in two surnames with a hyphen, "Hudson-Dean"; "al-Zarqawi", "Ki-moon" and "Abdul-Mahdi" have one.
  static func hasDoubledSurname(_ name: String) -> Bool {
    guard let last = name.split(separator: " ").last, last.utf8.count < name.utf8.count else { return false }
    let parts = last.split(separator: "-")
    guard parts.count == 2, parts.allSatisfy({ $0.first?.isUppercase == true && $0.utf8.count > 2 }) else {
      return false
    }
    let first = Folding.key(parts[0])
    return !Lexicon.nameParticle.contains(first) && NameVariants.standard.given(first) != "abdul"
  }

  /// The last part, with its particles: `["von", "der", "leyen"]`.
  var surname: [String] {
    guard var start = parts.indices.last else { return [] }
    let first = beginsWithParticle ? 0 : 1
    while start > first, Lexicon.nameParticle.contains(parts[start - 1]) { start -= 1 }
    return Array(parts[start...])
  }

  /// The parts before the surname.
  var given: [String] { Array(parts.dropLast(surname.count)) }

  /// Whether the name has a given name, or initials, and a surname.
  var isFull: Bool { parts.count > 1 && !isOnePiece && !given.isEmpty }

  /// Whether two full names can be one person's: the same surname; given names equal, one's initials, or one with more
  /// middle names.
  func isCompatible(with other: PersonName) -> Bool {
    if let suffix, let theirs = other.suffix, suffix != theirs { return false }
    let (mine, theirs) = (surname, other.surname)
    guard mine.last == theirs.last || mine.joined() == theirs.joined() else { return false }
    var (short, long) =
      given.count <= other.given.count ? (given[...], other.given[...]) : (other.given[...], given[...])
    guard let first = short.first, let initial = long.first, Self.matches(first, initial) else { return false }
    // "M. Morshed Khan" goes by his second name: he is no Majid Khan.
    for (mine, theirs) in [(given, other.given), (other.given, given)]
    where mine.count > 1 && mine[0].utf8.count == 1 && mine[1].utf8.count > 1 && theirs[0].utf8.count > 1 {
      guard theirs.dropFirst().contains(where: { Self.matches($0, mine[1]) }) else { return false }
    }
    short = short.dropFirst()
    long = long.dropFirst()
    while let part = short.first {
      guard let next = long.first else { return false }
      if Self.matches(part, next) {
        short = short.dropFirst()
      } else if part.utf8.count == 1 {
        // "George W." is not "George Herbert Walker".
        return false
      }
      long = long.dropFirst()
    }
    return true
  }

  private static func matches(_ left: String, _ right: String) -> Bool {
    left == right || (left.utf8.count == 1 && right.hasPrefix(left)) || (right.utf8.count == 1 && left.hasPrefix(right))
  }
}
