import HearsayCore

/// What a document calls its people: what stands right before their names, "Prime Minister Singh", "Mr. Singh", and the offices
/// that it gives them.
struct TitlesBefore {
  /// Offices and ranks, in lower case, by the person's id.
  private(set) var titles: [String: Set<String>] = [:]
  /// What "Mr" or "Mrs" says, by the person's id.
  private(set) var genders: [String: Gender] = [:]
  /// The ids of those before whose names an office or "Mr" stands.
  private(set) var addressed: Set<String> = []
  /// How high the highest office is, by the person's id.
  private(set) var standings: [String: Standing] = [:]

  init(_ document: Document) {
    let people = Set(document.entities.filter { $0.kind == .person }.map(\.id))
    guard !people.isEmpty else { return }
    for relation in document.relations where relation.kind == .role && people.contains(relation.from) {
      guard let role = relation.role else { continue }
      titles[relation.from, default: []].insert(role)
      raise(relation.from, Standing(office: role))
    }
    for mention in document.mentions where people.contains(mention.entity) && [.name, .short].contains(mention.form) {
      // Documents come without their tokens, so words are parted by blanks; offices have three at most: "deputy prime minister".
      var words: [String] = []
      var standing = Standing.none
      for word in Self.wordsBefore(mention.range, in: document) {
        // "Vice President": the one below.
        if Lexicon.lowerRank.contains(word) { standing = .none }
        words.insert(word, at: 0)
        var entries = RoleTable.standard.entries(of: words.joined(separator: " "))
        // "former Presidents Jimmy Carter and Bill Clinton"
        if words.count == 1, entries.isEmpty, word.hasSuffix("s") {
          entries = RoleTable.standard.entries(of: String(word.dropLast())).filter { $0.kind == .office }
          if !entries.isEmpty { words[0].removeLast() }
        }
        if entries.contains(where: { $0.kind == .office || $0.kind == .occupation }) {
          titles[mention.entity, default: []].insert(words.joined(separator: " "))
          standing = Standing(office: words.joined(separator: " "))
        }
        if !entries.isEmpty { addressed.insert(mention.entity) }
        if words.count == 1, let gender = entries.filter({ $0.kind == .title }).compactMap(\.gender).first {
          genders[mention.entity] = genders[mention.entity] ?? gender
        }
      }
      raise(mention.entity, standing)
    }
    takePronouns(of: people, in: document)
  }

  /// Whether an entity is a king, by a title before its name or in it: no prophet and no pope.
  func isKing(_ entity: Entity) -> Bool {
    guard entity.kind == .person else { return false }
    let begins = entity.label.split(separator: " ").prefix(1).map { $0.lowercased() }
    return !Lexicon.monarch.isDisjoint(with: (titles[entity.id] ?? []).union(begins))
  }

  /// What "he" and "her" say, where all that were led to a person say the same and no title does.
  private mutating func takePronouns(of people: Set<String>, in document: Document) {
    var said: [String: Set<Gender>] = [:]
    for mention in document.mentions where mention.form == .pronoun && people.contains(mention.entity) {
      guard let gender = Pronoun.gender(of: document[mention.range].lowercased()) else { continue }
      said[mention.entity, default: []].insert(gender)
    }
    for (person, all) in said where all.count == 1 && genders[person] == nil { genders[person] = all.first }
  }

  private mutating func raise(_ person: String, _ standing: Standing) {
    if standing > standings[person] ?? .none { standings[person] = standing }
  }

  /// The three words before a range in lower case, the last first, as far as no mark parts them from it.
  private static func wordsBefore(_ range: TextRange, in document: Document) -> [String] {
    let bytes = document.utf8
    var words: [String] = []
    var end = range.start
    while words.count < 3, end > 0, bytes[end - 1] == 0x20 {
      end -= 1
      var start = end
      while start > 0, bytes[start - 1] > 0x20, end - start < 40 { start -= 1 }
      let word = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
      // "Mr." is one; "left." ends a sentence.
      let isTitle = words.isEmpty && !RoleTable.standard.entries(of: word).isEmpty
      guard let last = word.unicodeScalars.last, isTitle || last.properties.isAlphabetic else { break }
      words.append(word)
      end = start
    }
    return words
  }
}
