import HearsayGraph

/// The attributes of a schema under names that a format can take.
struct ColumnNames {
  /// One for each column, no two alike.
  let names: [String]

  /// The names of `schema`. One that the format keeps for itself gets `attr_` before it, one that it cannot spell is
  /// changed by `spelling`, and what would then come twice gets `_` after it.
  init(_ schema: AttributeSchema, reserved: Set<String>, spelling: (String) -> String = { $0 }) {
    func isKept(_ name: String) -> Bool { !reserved.contains(name) && spelling(name) == name }
    var taken = Set(schema.names.filter(isKept))
    names = schema.names.map { name in
      if isKept(name) { return name }
      var spelled = spelling(name)
      if reserved.contains(spelled) { spelled = "attr_" + spelled }
      while !taken.insert(spelled).inserted { spelled += "_" }
      return spelled
    }
  }
}
