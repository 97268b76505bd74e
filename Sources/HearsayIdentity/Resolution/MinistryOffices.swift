import HearsayCore

/// The offices that ministries of a document give whoever heads them: "defense minister" of the Russian Defense Ministry.
enum MinistryOffices {
  /// In lower case, as roles are written.
  static func of(_ entities: [Entity]) -> Set<String> {
    var offices: Set<String> = []
    for entity in entities
    where entity.kind == .organization && (entity.label.hasSuffix("Ministry") || entity.label.hasSuffix("Department")) {
      let words = Folding.key(entity.label).split(separator: " ")
      guard words.count > 1, let last = words.last else { continue }
      let portfolio = words[words.count - 2]
      switch last {
      case "ministry": offices.insert(portfolio + " minister")
      case "department": offices.formUnion([portfolio + " secretary", "secretary of " + portfolio])
      default: continue
      }
    }
    return offices
  }
}
