import HearsayCore

/// Finds initials that the text introduces, either way round: "Collective Security Treaty Organization (CSTO)",
/// "CSTO (Collective Security Treaty Organization)".
struct AcronymReader {
  /// An organization's name and the initials that stand for it in this text.
  struct Introduction {
    var name: Reference
    var acronym: Reference
  }

  let words: Words
  private let organizationByEnd: [Int: Reference]

  /// A reader of a text with `names`, as they were found.
  init(words: Words, names: [Reference]) {
    self.words = words
    var ends: [Int: Reference] = [:]
    for name in names where name.kind == .organization && name.tokens.count > 1 { ends[name.tokens.upperBound] = name }
    organizationByEnd = ends
  }

  /// The introductions, in order.
  func introductions() -> [Introduction] {
    var found: [Introduction] = []
    for open in 0..<max(0, words.count - 2) where words.word(open) == "(" && words.word(open + 2) == ")" {
      if words.isAcronym(open + 1), let name = name(before: open, initials: String(words.text(open + 1))) {
        found.append(introduction(name, acronym: open + 1))
      }
    }
    for index in 0..<max(0, words.count - 3) where words.isAcronym(index) && words.word(index + 1) == "(" {
      guard let close = ((index + 3)..<min(index + 14, words.count)).first(where: { words.word($0) == ")" }) else {
        continue
      }
      let inside = (index + 2)..<close
      if Self.fits(initials(inside), String(words.text(index))) { found.append(introduction(inside, acronym: index)) }
    }
    for comma in 0..<max(0, words.count - 2) where words.word(comma) == "," && words.isAcronym(comma + 1) {
      // "The Congress of South African Trade Unions, COSATU, says"
      guard words.word(comma + 2) == ",", let name = organizationByEnd[comma] else { continue }
      let given = Folding.ascii(words.text(name.tokens)).split(separator: " ").map(String.init)
      if Self.isMadeOf(String(words.text(comma + 1)), given) {
        found.append(introduction(name.tokens, acronym: comma + 1))
      }
    }
    for index in 0..<max(0, words.count - 2) where words.isAcronym(index) && words.word(index + 1) == "," {
      if let name = apposition(after: index) { found.append(introduction(name, acronym: index)) }
    }
    return found
  }

  /// The name in apposition to the initials at `index`: "the OSCE, the Organization for Security and Co-operation in
  /// Europe,". One of four or more initials may differ, as where a machine has put another word for one.
  private func apposition(after index: Int) -> Range<Int>? {
    var start = index + 2
    if start < words.count, words.word(start) == "the" { start += 1 }
    var end = start
    while end < words.count, words.areInOneSentence(index, end) {
      let isJoined = Self.joiners.contains(words.word(end)) && end + 1 < words.count && words.isCapitalized(end + 1)
      guard words.isCapitalized(end) || (end > start && isJoined) else { break }
      end += 1
    }
    let acronym = String(words.text(index)).uppercased().filter(\.isLetter)
    let given = initials(start..<end).filter(\.isUppercase)
    guard given.count == acronym.count, given.count >= 3 else { return nil }
    let different = zip(given, acronym).count { $0 != $1 }
    return different == 0 || (different == 1 && given.count >= 4) ? start..<end : nil
  }

  /// Small words inside organizations' names.
  private static let joiners: Set<String> = ["of", "for", "and", "on", "in", "the", "-"]

  private func introduction(_ tokens: Range<Int>, acronym: Int) -> Introduction {
    let (range, initials) = (words.range(tokens), words.range(acronym..<(acronym + 1)))
    let known = OrganizationTable.standard
    let text = String(words.document[initials])
    let organization = known.organization(named: words.document[range]) ?? known.organization(acronym: text)
    func reference(_ tokens: Range<Int>, _ range: TextRange, _ form: Mention.Form, _ rule: String) -> Reference {
      Reference(
        tokens: tokens, range: range, kind: .organization, form: form, name: String(words.document[range]),
        id: organization?.id, label: organization?.label, country: organization?.country, confidence: 0.95, rule: rule)
    }
    return Introduction(
      name: reference(tokens, range, .name, "name with its initials in brackets"),
      acronym: reference(acronym..<(acronym + 1), initials, .acronym, "initials introduced in brackets"))
  }

  /// The tokens of the name that ends before `end` and has these initials: a name that the reader found, or the run of
  /// words whose initials they are.
  private func name(before end: Int, initials acronym: String) -> Range<Int>? {
    let letters = acronym.filter(\.isLetter)
    guard letters.count >= 2 else { return nil }
    var best: Range<Int>?
    var start = end - 1
    let paragraph = words.sentence.indices.contains(end - 1) ? words.sentence[end - 1] : -1
    while start >= 0, end - start <= letters.count + 8, words.sentence[start] == paragraph {
      defer { start -= 1 }
      guard words.isCapitalized(start) else {
        if words.isWord(start) || ["-", "'", "’", "&", ","].contains(words.word(start)) || words.isPossessive(start) {
          continue
        }
        break
      }
      if Self.fits(initials(start..<end), acronym) { best = start..<end; break }
    }
    if let best { return best }
    // "Collective Safety Treaty Group (CSTO)": a reader's name, whose initials do not fit, before initials that are known.
    if let name = organizationByEnd[end] { return name.tokens }
    guard OrganizationTable.standard.organization(acronym: acronym) != nil else { return nil }
    start = end
    while start > 0, words.areInOneSentence(start - 1, end - 1),
      words.isCapitalized(start - 1)
        || (Self.joiners.contains(words.word(start - 1)) && start > 1 && words.isCapitalized(start - 2))
    {
      start -= 1
    }
    while start < end, !words.isCapitalized(start) || words.word(start) == "the" { start += 1 }
    return end - start >= 2 ? start..<end : nil
  }

  /// The first letters of the words: upper-case of capitalised words, lower-case of the others.
  private func initials(_ tokens: Range<Int>) -> String {
    var letters = ""
    for index in tokens where words.isWord(index) && !words.isPossessive(index) {
      for part in Folding.ascii(words.text(index)).split(separator: "-") {
        guard let letter = part.first(where: \.isLetter) else { continue }
        letters += String(letter)
      }
    }
    return letters
  }

  /// Whether the beginnings of `names`, one letter or more of each that has a capital, give `acronym`: "COSATU" of "Congress of South
  /// African Trade Unions".
  static func isMadeOf(_ acronym: String, _ names: [String]) -> Bool {
    let wanted = Array(acronym.lowercased().filter(\.isLetter))
    let given = names.filter { $0.first?.isUppercase == true }.map { Array($0.lowercased().filter(\.isLetter)) }
    guard wanted.count >= 3, given.count >= 2 else { return false }
    func fits(_ position: Int, _ word: Int) -> Bool {
      if word == given.count { return position == wanted.count }
      var end = position
      while end < wanted.count, end - position < given[word].count, wanted[end] == given[word][end - position] {
        end += 1
        if fits(end, word + 1) { return true }
      }
      return false
    }
    return fits(0, 0)
  }

  /// Whether `letters`, one a word, give `acronym`: each of its letters in order, the first and every capital used, small
  /// words left out or not.
  static func fits(_ letters: String, _ acronym: String) -> Bool {
    let wanted = acronym.uppercased().filter(\.isLetter).map(\.self)
    let given = Array(letters)
    guard wanted.count >= 2, let first = given.first, String(first).uppercased() == String(wanted[0]) else {
      return false
    }
    var position = 0
    var missed = 0
    for letter in given {
      if position < wanted.count, String(letter).uppercased() == String(wanted[position]) {
        position += 1
      } else if letter.isUppercase {
        missed += 1
      }
    }
    return position == wanted.count && missed <= 1
  }
}
