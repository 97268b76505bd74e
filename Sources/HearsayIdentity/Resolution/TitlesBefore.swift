import HearsayCore

/// What stands right before the names of a document's people: "Prime Minister Singh", "Mr. Singh".
struct TitlesBefore {
  /// Offices and ranks, in lower case, by the person's id.
  private(set) var titles: [String: Set<String>] = [:]
  /// What "Mr" or "Mrs" says, by the person's id.
  private(set) var genders: [String: Gender] = [:]

  init(_ document: Document) {
    let people = Set(document.entities.filter { $0.kind == .person }.map(\.id))
    guard !people.isEmpty else { return }
    for mention in document.mentions where people.contains(mention.entity) && [.name, .short].contains(mention.form) {
      let end = document.tokenIndices(in: TextRange(0, mention.range.start)).upperBound
      var words: [String] = []
      // Offices have three words at most here: "deputy prime minister".
      for token in stride(from: end - 1, through: max(0, end - 3), by: -1) {
        words.insert(document[document.tokens[token]].lowercased(), at: 0)
        let entries = RoleTable.standard.entries(of: words.joined(separator: " "))
        if entries.contains(where: { $0.kind == .office || $0.kind == .occupation }) {
          titles[mention.entity, default: []].insert(words.joined(separator: " "))
        }
        if words.count == 1, let gender = entries.filter({ $0.kind == .title }).compactMap(\.gender).first {
          genders[mention.entity] = genders[mention.entity] ?? gender
        }
      }
    }
  }
}
