/// A part of a person's name with what comparing it takes, made once for all names that have it.
struct NamePart {
  /// As `PersonName` leaves it: "zelenskyy".
  let text: String
  /// Its row in the table of variants, as a given name and as a surname.
  let variants: (given: String?, surname: String?)
  /// Its one spelling, as a given name and as a surname.
  let spelled: (given: String, surname: String)
  /// How that spelling sounds.
  let soundOfSpelled: (given: String, surname: String)
  /// How it sounds itself.
  let sound: String
  /// How it sounds with a "q" as "g": "Qalibaf" and "Ghalibaf".
  let soundOfG: String
  /// Whether it is known as a given name.
  let isKnownGiven: Bool

  init(_ text: String) {
    self.text = text
    variants = (NameVariants.standard.given(text), NameVariants.standard.surname(text))
    spelled = (SpellingKey.given(text), SpellingKey.surname(text))
    soundOfSpelled = (SpellingKey.sound(spelled.given), SpellingKey.sound(spelled.surname))
    sound = SpellingKey.sound(text)
    soundOfG = text.utf8.contains(UInt8(ascii: "q")) ? SpellingKey.sound(text.replacing("q", with: "g")) : sound
    isKnownGiven = Gender.isKnown(text)
  }

  /// Whether it may be a king's number: "xii".
  private var isNumber: Bool { text.utf8.count > 1 && text.utf8.allSatisfy { [0x69, 0x76, 0x78].contains($0) } }

  /// How two parts of names differ.
  enum Difference: Int, Comparable {
    case none, sound, slip, slips, other
    static func < (left: Difference, right: Difference) -> Bool { left.rawValue < right.rawValue }
  }

  /// From how many letters on two slips are believed.
  static let longName = 7

  /// How two given names differ, or two surnames.
  func difference(from other: NamePart, isGiven: Bool) -> Difference {
    if text == other.text { return .none }
    let (mine, theirs) = isGiven ? (variants.given, other.variants.given) : (variants.surname, other.variants.surname)
    if let mine, mine == theirs { return .none }
    if mine != nil, theirs != nil { return .other }
    let (left, right) = isGiven ? (spelled.given, other.spelled.given) : (spelled.surname, other.spelled.surname)
    if left == right { return .none }
    // Both are names of their own: "Karin" and "Karen", "Alan" and "Alana".
    if isGiven, isKnownGiven, other.isKnownGiven { return .other }
    // "Pius XI" and "Pius XII"
    if isNumber, other.isNumber { return .other }
    let shorter = min(text.utf8.count, other.text.utf8.count)
    if shorter == 1 { return .other }
    let isAlike =
      isGiven
      ? soundOfSpelled.given == other.soundOfSpelled.given : soundOfSpelled.surname == other.soundOfSpelled.surname
    if isAlike || sound == other.sound || soundOfG == other.soundOfG { return .sound }
    // "Desi" and "Desire": one may be short for the other.
    if isGiven, shorter >= 4, text.hasPrefix(other.text) || other.text.hasPrefix(text) { return .slip }
    if shorter >= 5, EditDistance.isOne(text, other.text) || EditDistance.isOne(left, right) { return .slip }
    return isGiven && shorter >= Self.longName && EditDistance.isTwo(text, other.text) ? .slips : .other
  }
}

/// The parts of many names, each made once.
struct NameParts {
  private var indices: [String: Int] = [:]
  private var parts: [NamePart] = []

  mutating func part(_ text: String) -> NamePart {
    if let index = indices[text] { return parts[index] }
    indices[text] = parts.count
    parts.append(NamePart(text))
    return parts[parts.count - 1]
  }
}
