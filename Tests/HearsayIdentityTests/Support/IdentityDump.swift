import HearsayCore

/// A document's mentions, entities and relations as lines to read and compare.
enum IdentityDump {
  static func text(_ document: Document) -> String {
    var lines: [String] = []
    for mention in document.mentions {
      lines.append("\(oneLine(document[mention.range])) = \(mention.entity) [\(mention.form.rawValue)]")
    }
    for entity in document.entities {
      let country = entity.country.map { " (\($0))" } ?? ""
      lines.append("* \(entity.id) “\(entity.label)”\(entity.kind == .country ? "" : country)")
    }
    for relation in document.relations {
      let role = relation.role.map { " “\($0)”" } ?? ""
      let former = relation.isFormer ? " former" : ""
      lines.append("> \(relation.kind.rawValue)\(former)\(role): \(relation.from) → \(relation.to)")
    }
    return lines.joined(separator: "\n")
  }

  private static func oneLine(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
