import HearsayCore

/// A span of the text that names something, before the spans of one document are joined into entities.
struct Reference: Hashable, Sendable {
  /// The tokens that it covers, in whole or in part.
  var tokens: Range<Int>
  /// Where it stands.
  var range: TextRange
  /// What it names.
  var kind: Entity.Kind
  /// How the text refers.
  var form: Mention.Form
  /// The name as printed, without title and possessive.
  var name: String
  /// The entity, where a table or a rule knows it already.
  var id: String?
  /// What the entity is called, where a table or a rule knows it already.
  var label: String?
  /// The country that it belongs to, where the name or a table says so.
  var country: String?
  /// How sure the reading is, 0...1.
  var confidence: Double
  /// The rule that read it.
  var rule: String

  /// The name for comparison; see `Folding.key`.
  var key: String { Folding.key(name.hasPrefix("The ") ? name.dropFirst(4) : name[...]) }
}

extension [Reference] {
  /// The last parts of the surnames of the people that are named in full.
  var surnames: Set<String> {
    Set(filter { $0.kind == .person && $0.tokens.count > 1 }.compactMap { PersonName($0.name).surname.last })
  }
}

/// Spans that do not overlap: of two that do, the one with the higher rank stays, then the longer, then the first.
struct ReferenceSelection {
  private var candidates: [(rank: Int, reference: Reference)] = []

  mutating func add(_ references: [Reference], rank: Int) {
    candidates += references.map { (rank, $0) }
  }

  /// The spans that stay, in text order.
  func selected() -> [Reference] {
    let order = candidates.indices.sorted { left, right in
      let (a, b) = (candidates[left], candidates[right])
      if a.rank != b.rank { return a.rank > b.rank }
      if a.reference.range.count != b.reference.range.count { return a.reference.range.count > b.reference.range.count }
      return (a.reference.range, left) < (b.reference.range, right)
    }
    var owner: [Int: [TextRange]] = [:]
    var kept: [Reference] = []
    for index in order {
      let reference = candidates[index].reference
      let isTaken = reference.tokens.contains { token in
        owner[token]?.contains { $0.overlaps(reference.range) } ?? false
      }
      if isTaken { continue }
      for token in reference.tokens { owner[token, default: []].append(reference.range) }
      kept.append(reference)
    }
    return kept.sorted { $0.range < $1.range }
  }
}
