import HearsayCore
import Yams

/// Reads corrections from YAML: a list of mappings, each begun by the key that says what it does.
struct CorrectionReader {
  let file: String

  /// Keys that each correction may have besides the first.
  static let furtherKeys: [(key: String, others: [String])] = [
    ("merge", []), ("never-merge", []), ("split", ["documents", "context", "as"]), ("rename", ["to"]),
    ("retype", ["to"]), ("ignore", []), ("pin", ["country", "wikidata"]),
  ]

  /// The corrections of `yaml`, in order.
  func corrections(_ yaml: String) throws(CorrectionError) -> [Correction] {
    guard let root = try root(of: yaml), !isNull(root) else { return [] }
    guard case .sequence(let entries) = root else {
      throw error(.malformed(expected: "a list, each line of which begins with a dash: \"- merge: [A, B]\""), at: root)
    }
    var corrections: [Correction] = []
    for entry in entries { corrections.append(try correction(entry)) }
    return corrections
  }

  private func root(of yaml: String) throws(CorrectionError) -> Node? {
    do {
      return try compose(yaml: yaml)
    } catch let error as YamlError {
      let (problem, line) = Self.problem(error, in: yaml)
      // What is missing at the end is missed on the line after: name the last.
      let lines = yaml.split(omittingEmptySubsequences: false) { $0.isNewline }
      let last = max(1, lines.count - (lines.last?.isEmpty == true ? 1 : 0))
      throw CorrectionError(.brokenYAML(problem), file: file, line: min(line, last))
    } catch {
      throw CorrectionError(.brokenYAML("\(error)"), file: file, line: 1)
    }
  }

  private static func problem(_ error: YamlError, in yaml: String) -> (String, Int) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return (problem, mark.line)
    case .reader(let problem, let offset, _, _):
      let before = yaml.prefix(offset ?? 0)
      return (problem, before.count { $0.isNewline } + 1)
    case .duplicatedKeysInMapping(let keys, let context):
      return ("the key \(keys.joined(separator: ", ")) stands twice", context.mark.line)
    default: return ("\(error)", 1)
    }
  }

  // MARK: One correction

  private func correction(_ entry: Node) throws(CorrectionError) -> Correction {
    guard case .mapping(let mapping) = entry, let first = mapping.first else {
      throw error(.malformed(expected: "a key and what it is for, as in \"- merge: [A, B]\""), at: entry)
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping { values[try text(key)] = value }
    let names = Self.furtherKeys.map(\.key)
    guard let kind = Self.furtherKeys.first(where: { values[$0.key] != nil }) else {
      throw error(.unknownKey(try text(first.key), allowed: names), at: first.key)
    }
    for (key, _) in mapping {
      let name = try text(key)
      if name != kind.key, !kind.others.contains(name) {
        throw error(.unknownKey(name, allowed: [kind.key] + kind.others), at: key)
      }
    }
    let line = entry.mark?.line ?? 1
    return Correction(try action(kind.key, values, at: entry), line: line)
  }

  private func action(
    _ key: String, _ values: [String: Node], at entry: Node
  ) throws(CorrectionError) -> Correction.Action {
    guard let subject = values[key] else { throw error(.missingKey(key, of: key), at: entry) }
    func value(_ name: String) throws(CorrectionError) -> String {
      guard let node = values[name] else { throw error(.missingKey(name, of: key), at: entry) }
      return try text(node)
    }
    switch key {
    case "merge": return .merge(try nodes(subject))
    case "never-merge": return .neverMerge(try nodes(subject))
    case "split": return try split(try node(subject), values, at: entry)
    case "rename": return .rename(node: try node(subject), label: try value("to"))
    case "retype":
      let name = try value("to")
      let kinds: [Entity.Kind] = [.person, .organization, .place]
      guard let kind = kinds.first(where: { $0.rawValue == name }) else {
        throw error(
          .badValue(
            name, expected: "person, organization or place (what is a country is merged with it: [country.GE, …])"),
          at: values["to"] ?? entry)
      }
      return .retype(node: try node(subject), kind: kind)
    case "pin": return try pin(try node(subject), values, at: entry)
    default: return .ignore(name: EntityBuilder.oneLine(try text(subject)))
    }
  }

  private func split(
    _ node: String, _ values: [String: Node], at entry: Node
  ) throws(CorrectionError) -> Correction.Action {
    var documents: [String] = []
    if let given = values["documents"] { documents = try list(given) }
    var context: String?
    if let given = values["context"] { context = try text(given) }
    var name: String?
    if let given = values["as"] { name = try text(given) }
    guard !documents.isEmpty || context != nil else {
      throw error(.missingKey("documents or context", of: "split"), at: entry)
    }
    return .split(node: node, documents: documents, context: context, name: name)
  }

  private func pin(_ node: String, _ values: [String: Node], at entry: Node) throws(CorrectionError)
    -> Correction.Action
  {
    var (country, wikidata): (String?, String?) = (nil, nil)
    if let given = values["country"] {
      let code = try text(given)
      guard CountryTable.standard.country(code) != nil else {
        throw error(.badValue(code, expected: "a country's code, as KZ"), at: given)
      }
      country = code
    }
    if let given = values["wikidata"] {
      let item = try text(given)
      guard item.first == "Q", item.utf8.count > 1, item.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
      else { throw error(.badValue(item, expected: "a Wikidata item, as Q42"), at: given) }
      wikidata = item
    }
    guard country != nil || wikidata != nil else {
      throw error(.missingKey("country or wikidata", of: "pin"), at: entry)
    }
    return .pin(node: node, country: country, wikidata: wikidata)
  }

  // MARK: Values

  private func nodes(_ value: Node) throws(CorrectionError) -> [String] {
    guard case .sequence(let items) = value, items.count >= 2 else {
      throw error(.malformed(expected: "two nodes or more: [person.a, person.b]"), at: value)
    }
    var ids: [String] = []
    for item in items { ids.append(try node(item)) }
    return ids
  }

  private func node(_ value: Node) throws(CorrectionError) -> String {
    let id = try text(value)
    guard Self.isNode(id) else {
      throw error(.badValue(id, expected: "a node's id, as person.antony-blinken or country.KZ"), at: value)
    }
    return id
  }

  /// Whether `text` is made as the ids of people, organizations, countries and places are.
  static func isNode(_ text: String) -> Bool {
    guard let dot = text.firstIndex(of: "."), Entity.Kind(rawValue: String(text[..<dot])) != nil else { return false }
    let rest = text[text.index(after: dot)...].utf8
    return !rest.isEmpty
      && rest.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
      }
  }

  /// One scalar as it is written: NO is Norway, not false.
  private func text(_ value: Node) throws(CorrectionError) -> String {
    guard case .scalar(let scalar) = value, !scalar.string.isEmpty else {
      throw error(.malformed(expected: "a word or phrase"), at: value)
    }
    return scalar.string
  }

  private func list(_ value: Node) throws(CorrectionError) -> [String] {
    guard case .sequence(let items) = value else { return [try text(value)] }
    var texts: [String] = []
    for item in items { texts.append(try text(item)) }
    return texts
  }

  private func isNull(_ node: Node) -> Bool {
    if case .scalar(let scalar) = node { return scalar.string.isEmpty }
    return false
  }

  private func error(_ fault: CorrectionError.Fault, at node: Node) -> CorrectionError {
    CorrectionError(fault, file: file, line: node.mark?.line ?? 1)
  }
}
