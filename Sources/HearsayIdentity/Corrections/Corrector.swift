import HearsayCore

/// Regroups what was resolved as a person has decided: first what is split and kept apart, then kinds, what is one,
/// names and pins, each in the file's order.
struct Corrector {
  private let corrections: Corrections
  private let plain: Resolution
  private let profiles: [Profile]
  private let split: [Int: Set<Int>]

  /// The groups after correction, the resolver's first and in its order; one that was merged away has no members.
  private var parts: [NodeGroup]
  /// Each profile's group.
  private var partOf: [Int: Int] = [:]
  /// The group that an id stands for; that of a node merged away is what it was merged into.
  private var partByID: [String: Int] = [:]
  /// Groups that a correction keeps apart, and its line.
  private var apart: [(Int, Int, String)] = []
  /// Where the groups with members went.
  private var placeOfPart: [Int: Int] = [:]
  /// What the documents have no use for.
  private(set) var diagnostics: [Diagnostic] = []

  /// The groups that are left.
  var groups: [NodeGroup] { parts.filter { !$0.group.members.isEmpty } }

  /// - Parameters:
  ///   - plain: What was resolved without corrections, from `groups`.
  ///   - split: The profiles that each correction that splits chooses, by its index.
  init(
    _ corrections: Corrections, plain: Resolution, groups: [NodeGroup], profiles: [Profile], split: [Int: Set<Int>]
  ) {
    (self.corrections, self.plain, self.profiles, self.split) = (corrections, plain, profiles, split)
    parts = groups
    for index in parts.indices {
      let id = plain.idOfGroup[index]
      let node = plain.node(id)
      parts[index].fixed.id = id
      parts[index].fixed.label = node?.label
      parts[index].fixed.note = node?.note
      partByID[id] = index
      for member in parts[index].group.members { partOf[member] = index }
    }
  }

  /// Carries them out.
  ///
  /// - Throws: where one names a node that is not there, unless the corrections allow it.
  mutating func correct() throws(CorrectionError) {
    for (index, correction) in corrections.all.enumerated() {
      let line = correction.line
      switch correction.action {
      case .split(let node, let documents, let context, let name):
        try splitOff(node, split[index] ?? [], name, line, sought: Self.sought(documents, context))
      default: continue
      }
    }
    for correction in corrections.all {
      if case .neverMerge(let nodes) = correction.action { try keepApart(nodes, correction.line) }
    }
    for correction in corrections.all {
      if case .retype(let node, let kind) = correction.action { try retype(node, kind, correction.line) }
    }
    for correction in corrections.all {
      if case .merge(let nodes) = correction.action { try merge(nodes, correction.line) }
    }
    for correction in corrections.all {
      switch correction.action {
      case .rename(let node, let label):
        guard let part = try part(node, correction.line) else { continue }
        parts[part].fixed.label = label
        parts[part].fixed.decisions.append("called \(label): \(reason(correction.line))")
      case .pin(let node, let country, let wikidata):
        guard let part = try part(node, correction.line) else { continue }
        parts[part].fixed.country = country ?? parts[part].fixed.country
        parts[part].fixed.wikidata = wikidata ?? parts[part].fixed.wikidata
        let pins = [country.map { "of \($0)" }, wikidata].compactMap(\.self)
        parts[part].fixed.decisions += pins.map { "\($0): \(reason(correction.line))" }
      default: continue
      }
    }
    var place = 0
    for index in parts.indices where !parts[index].group.members.isEmpty {
      placeOfPart[index] = place
      place += 1
    }
  }

  /// What keeps groups apart, of the resolver's `old` reasons and the corrections', as indices into `groups`.
  func separations(after old: [(Int, Int, String)]) -> [(Int, Int, String)] {
    (old + apart).compactMap { left, right, reason in
      guard let a = placeOfPart[left], let b = placeOfPart[right], a != b else { return nil }
      return (a, b, reason)
    }
  }

  // MARK: What ids stand for

  /// The group that `id` stands for: a node, or the one node that a document's entity of that id is part of.
  private mutating func part(_ id: String, _ line: Int) throws(CorrectionError) -> Int? {
    if let part = partByID[id] { return part }
    let parts = Set(members(id).compactMap { partOf[$0] })
    if parts.count == 1, let only = parts.first { return only }
    if parts.count > 1 { return parts.min() }
    try missing(id, line)
    return nil
  }

  /// The profiles that a document calls `id`.
  private func members(_ id: String) -> [Int] {
    profiles.indices.filter { profiles[$0].entity == id && partOf[$0] != nil }
  }

  private mutating func missing(_ id: String, _ line: Int) throws(CorrectionError) {
    guard corrections.allowsMissingNodes else {
      throw corrections.error(.missingNode(id, similar: similar(to: id)), line: line)
    }
    diagnostics.append(corrections.note("no node is called \(id) in these documents", line: line))
  }

  /// Nodes with the same name under another kind, or the same last name: at most three.
  private func similar(to id: String) -> [String] {
    func name(_ id: String) -> Substring { id.drop { $0 != "." }.dropFirst() }
    let wanted = name(id).lowercased()
    let last = wanted.split(separator: "-").last.map(String.init) ?? wanted
    let ids = plain.nodes.map(\.id)
    let same = ids.filter { name($0).lowercased() == wanted }
    let near = ids.filter {
      $0.split(separator: ".").first == id.split(separator: ".").first && $0.hasSuffix("-" + last)
    }
    return Array((same + near.filter { !same.contains($0) }).prefix(3))
  }

  private func reason(_ line: Int) -> String { "correction, \(corrections.file):\(line)" }

  // MARK: Carrying out

  /// Moves `members` into the group `target`.
  private mutating func move(_ members: [Int], to target: Int, _ reason: String) {
    var bySource: [Int: Set<Int>] = [:]
    for member in members {
      if let part = partOf[member], part != target { bySource[part, default: []].insert(member) }
    }
    for (source, leaving) in bySource.sorted(by: { $0.key < $1.key }) {
      var rest = Group()
      for (member, old) in zip(parts[source].group.members, parts[source].group.reasons) {
        if leaving.contains(member) {
          parts[target].group.add(member, profiles[member], reason: reason)
          partOf[member] = target
        } else {
          rest.add(member, profiles[member], reason: old)
        }
      }
      parts[source].group = rest
    }
  }

  private mutating func newPart(_ kind: Entity.Kind, label: String?, id: String?) -> Int {
    parts.append(NodeGroup(kind: kind, group: Group()))
    let part = parts.count - 1
    parts[part].fixed.label = label
    if let id, partByID[id] == nil {
      parts[part].fixed.id = id
      partByID[id] = part
    }
    return part
  }

  private mutating func splitOff(
    _ node: String, _ chosen: Set<Int>, _ name: String?, _ line: Int, sought: String
  ) throws(CorrectionError) {
    guard let source = try part(node, line) else { return }
    let leaving = parts[source].group.members.filter(chosen.contains)
    guard !leaving.isEmpty else {
      diagnostics.append(corrections.note("nothing is split off \(node): no mention of it\(sought)", line: line))
      return
    }
    let kind = parts[source].kind
    let label = name ?? parts[source].fixed.label ?? ""
    let base = "\(kind.rawValue).\(Folding.slug(label))"
    var (id, count) = (base, 1)
    while partByID[id] != nil {
      count += 1
      id = "\(base)-\(count)"
    }
    let target = newPart(kind, label: label, id: id)
    move(leaving, to: target, reason(line))
    if name == nil { parts[target].fixed.note = "shares its name with \(node)" }
    apart.append((source, target, reason(line)))
  }

  /// Where a split looks: " in x.txt in a sentence with board".
  private static func sought(_ documents: [String], _ context: String?) -> String {
    (documents.isEmpty ? "" : " in \(documents.joined(separator: ", "))")
      + (context.map { " in a sentence with \($0)" } ?? "")
  }

  /// Where two of `nodes` have become one, what the documents call by the later id leaves it.
  private mutating func keepApart(_ nodes: [String], _ line: Int) throws(CorrectionError) {
    for (position, left) in nodes.enumerated() {
      for right in nodes[(position + 1)...] where left != right {
        guard let a = try part(left, line), let b = try part(right, line) else { continue }
        if a != b {
          apart.append((a, b, reason(line)))
          continue
        }
        // The one that gives the node its id stays.
        let (stays, leaves) = partByID[right] == a ? (right, left) : (left, right)
        let leaving = members(leaves).filter { partOf[$0] == a }
        guard !leaving.isEmpty, stays != leaves else { continue }
        let target = newPart(parts[a].kind, label: nil, id: leaves)
        parts[target].fixed.label = profiles[leaving[0]].label
        move(leaving, to: target, reason(line))
        apart.append((a, target, reason(line)))
      }
    }
  }

  private mutating func retype(_ node: String, _ kind: Entity.Kind, _ line: Int) throws(CorrectionError) {
    guard let part = try part(node, line), parts[part].kind != kind else { return }
    let id = "\(kind.rawValue)." + (parts[part].fixed.id ?? node).drop { $0 != "." }.dropFirst()
    if let other = partByID[id], other != part {
      join(part, into: other, line)
    } else {
      parts[part].kind = kind
      parts[part].fixed.id = id
      parts[part].fixed.decisions.append("of kind \(kind.rawValue): \(reason(line))")
      partByID[id] = part
    }
  }

  private mutating func merge(_ nodes: [String], _ line: Int) throws(CorrectionError) {
    guard let target = try target(nodes[0], line) else { return }
    for node in nodes.dropFirst() where node != nodes[0] {
      if let other = try part(node, line), other != target { join(other, into: target, line) }
    }
  }

  /// A country that no document names may still be what others are merged into.
  private mutating func target(_ id: String, _ line: Int) throws(CorrectionError) -> Int? {
    if partByID[id] == nil, let country = CountryTable.standard.country(id: id) {
      return newPart(.country, label: country.name, id: id)
    }
    return try part(id, line)
  }

  private mutating func join(_ source: Int, into target: Int, _ line: Int) {
    move(parts[source].group.members, to: target, reason(line))
    for (id, part) in partByID where part == source { partByID[id] = target }
    parts[source].group = Group()
  }
}
