import CHearsayTables
import HearsayCore

/// Closed classes of words that the rules read, in lower case.
struct Lexicon: Sendable {
  /// The table that the program carries, read once.
  static let standard = Lexicon()

  private let classes: [String: Set<String>]
  private let pairs: [String: [String: String]]

  private init() {
    var classes: [String: Set<String>] = [:]
    var pairs: [String: [String: String]] = [:]
    for row in Self.rows() {
      guard let name = row.text("class") else { continue }
      for word in row.list("words") {
        if let sign = word.firstIndex(of: "=") {
          pairs[name, default: [:]][String(word[..<sign])] = String(word[word.index(after: sign)...])
          classes[name, default: []].insert(String(word[..<sign]))
        } else {
          classes[name, default: []].insert(word)
        }
      }
    }
    (self.classes, self.pairs) = (classes, pairs)
  }

  /// The table's rows as they stand in its file.
  static func rows() -> [TableReader.Row] {
    let table = hearsay_table_lexicon()
    return TableReader(bytes: table.bytes, count: table.count).rows
  }

  /// The words of a class.
  ///
  /// - Precondition: the table has it.
  func words(_ name: String) -> Set<String> {
    guard let words = classes[name] else { preconditionFailure("no class \(name)") }
    return words
  }

  /// What the words of a class stand for.
  ///
  /// - Precondition: the table has it.
  func map(_ name: String) -> [String: String] {
    guard let map = pairs[name] else { preconditionFailure("no pairs in class \(name)") }
    return map
  }

  static let weekday = standard.words("weekday")
  static let month = standard.words("month")
  static let pronoun = standard.words("pronoun")
  static let noActor = standard.words("no actor")
  static let locality = standard.words("locality")
  static let functionWord = standard.words("function word")
  static let junkName = standard.words("junk name")
  static let strippable = standard.words("strippable")
  static let leadingOffice = standard.words("leading office")
  static let ministerialWord = standard.words("ministerial word")
  static let headingVerb = standard.map("heading verb")
  static let honorific = standard.words("honorific")
  static let officeAbroad = standard.words("office abroad")
  static let lowerRank = standard.words("lower rank")
  static let monarch = standard.words("monarch")
  /// The states that have or lately had a king, by their codes in lower case.
  static let monarchy = standard.words("monarchy")
  static let regalTitle = standard.words("regal title")
  static let genericOrganizationWord = standard.words("generic organization word")
  static let armedNoun = standard.words("armed noun")
  static let armedDeed = standard.words("armed deed")
  /// What ends the name of a paper or a station: "Herald", "TV".
  static let outletName = standard.words("outlet name")
  static let outletNoun = standard.words("outlet noun")
  static let tieWord = standard.words("tie word")
  static let creedWord = standard.words("creed word")
  static let genericNoun = standard.words("generic noun")
  static let organizationWord = standard.words("organization word")
  static let nameParticle = standard.words("name particle")
  static let nameSuffix = standard.words("name suffix")
  static let postNominal = standard.words("post-nominal")
  static let direction = standard.words("direction")
  static let watersBefore = standard.words("waters before")
  static let watersAfter = standard.words("waters after")
  static let nativeWord = standard.words("native word")
  static let stateOfUS = standard.words("state of us")
  static let placePreposition = standard.words("place preposition")
  static let actorPreposition = standard.words("actor preposition")
  static let placeNoun = standard.words("place noun")
  static let ofPlaceNoun = standard.words("of place noun")
  static let placeVerb = standard.words("place verb")
  static let placeSubjectVerb = standard.words("place subject verb")
  static let motionVerb = standard.words("motion verb")
  static let givingVerb = standard.words("giving verb")
  static let dealingNoun = standard.words("dealing noun")
  static let travelNoun = standard.words("travel noun")
  static let governmentNoun = standard.words("government noun")
  static let stanceNoun = standard.words("stance noun")
  static let placeComplement = standard.words("place complement")
  static let manNoun = standard.words("man noun")
  static let womanNoun = standard.words("woman noun")
  static let auxiliary = standard.words("auxiliary")
  static let organNoun = standard.words("organ noun")
  static let portfolioName = standard.map("portfolio name")
  static let organizationHead = standard.map("organization head").mapValues {
    Set($0.split(separator: ",").map(String.init))
  }
  static let roleClass = standard.map("role class").mapValues { Set($0.split(separator: ",").map(String.init)) }

  /// Every inflection of a verb of saying: "says", "said", "saying".
  static let sayingVerb = inflections(of: "saying verb")
  /// Every inflection of a verb of saying or acting.
  static let actingVerb = sayingVerb.union(inflections(of: "acting verb"))

  private static func inflections(of name: String) -> Set<String> {
    let verbs = standard.words(name)
    var forms = verbs
    for verb in verbs {
      let stem = verb.hasSuffix("e") ? String(verb.dropLast()) : verb
      if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
        forms.formUnion([verb.dropLast() + "ies", verb.dropLast() + "ied"])
      } else {
        let sibilant = ["s", "sh", "ch", "x", "z"].contains { verb.hasSuffix($0) } || verb == "go" || verb == "veto"
        forms.formUnion([verb + (sibilant ? "es" : "s"), stem + "ed"])
      }
      // "stop" doubles its last letter: both spellings are harmless.
      if let last = verb.last { forms.formUnion([stem + "ing", "\(verb)\(last)ed", "\(verb)\(last)ing"]) }
    }
    for (form, verb) in standard.map("irregular past") where verbs.contains(verb) { forms.insert(form) }
    return forms
  }
}
