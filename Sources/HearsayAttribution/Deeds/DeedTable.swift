internal import CHearsayTables
internal import HearsayCore

/// The patterns of deeds, from `deeds.tsv`.
struct DeedTable: Sendable {
  /// One verb and how it ties two actors. A row of the table.
  struct Pattern: Hashable, Sendable {
    let deed: Deed.Kind
    let verb: String
    let forms: [String]
    let ties: Set<String>
    /// The nouns of which one must be the verb's object; none where there is no such need.
    let nouns: Set<String>
    let from: Set<Entity.Kind>
    let to: Set<Entity.Kind>
    /// Whether the sentence must name a telephone.
    let isByPhone: Bool
  }

  /// The table that the program carries.
  static let standard: DeedTable = {
    let table = hearsay_table_deeds()
    return DeedTable(TableReader(bytes: table.bytes, count: table.count))
  }()

  /// How an actor may be tied to a verb.
  static let ties: Set<String> = ["object", "with", "to", "on", "into", "of", "both"]

  /// The patterns, in the table's order.
  let patterns: [Pattern]
  private let byForm: [String: [Int]]

  init(_ table: TableReader) {
    var patterns: [Pattern] = []
    var byForm: [String: [Int]] = [:]
    for row in table.rows {
      guard let deed = row.text("deed").flatMap(Deed.Kind.init(rawValue:)), let verb = row.text("verb") else {
        preconditionFailure("deeds.tsv, line \(row.line): a deed and a verb")
      }
      let ties = Set(row.list("ties"))
      precondition(ties.isSubset(of: Self.ties), "deeds.tsv, line \(row.line): no such tie")
      for form in row.list("forms") { byForm[form, default: []].append(patterns.count) }
      patterns.append(
        Pattern(
          deed: deed, verb: verb, forms: row.list("forms"), ties: ties, nouns: Set(row.list("noun")),
          from: Set(row.list("from").compactMap(Entity.Kind.init(rawValue:))),
          to: Set(row.list("to").compactMap(Entity.Kind.init(rawValue:))), isByPhone: row.text("phone") == "phone"))
    }
    self.patterns = patterns
    self.byForm = byForm
  }

  /// The patterns of the verb that is spelled `form`, in lower case.
  func patterns(of form: String) -> [Pattern] { (byForm[form] ?? []).map { patterns[$0] } }
}
