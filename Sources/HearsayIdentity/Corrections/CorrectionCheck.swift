import HearsayCore

/// Finds corrections that cannot all hold.
struct CorrectionCheck {
  private let corrections: Corrections

  init(_ corrections: Corrections) { self.corrections = corrections }

  func check() throws(CorrectionError) {
    try checkMerges()
    try checkValues()
  }

  /// Merges may neither run in a circle nor join what is never to be merged.
  private func checkMerges() throws(CorrectionError) {
    // Each node, where it is merged into.
    var into: [String: (node: String, line: Int)] = [:]
    var indexOf: [String: Int] = [:]
    for correction in corrections.all {
      switch correction.action {
      case .merge(let nodes), .neverMerge(let nodes):
        for node in nodes where indexOf[node] == nil { indexOf[node] = indexOf.count }
      default: continue
      }
    }
    var sets = DisjointSets(indexOf.count)
    for correction in corrections.all {
      guard case .merge(let nodes) = correction.action else { continue }
      let countries = Set(nodes.filter { $0.hasPrefix("country.") }).sorted()
      if countries.count > 1 {
        throw corrections.error(
          .malformed(expected: "one country at most: \(countries.joined(separator: " and ")) are two"),
          line: correction.line)
      }
      for node in nodes.dropFirst() where node != nodes[0] {
        if let known = into[node], known.node != nodes[0] {
          throw corrections.error(
            .contradiction("\(node) is merged into \(nodes[0])", line: known.line), line: correction.line)
        }
        into[node] = (nodes[0], correction.line)
        var path = [node]
        while let next = into[path[path.count - 1]]?.node {
          if next == node { throw corrections.error(.cycle(path), line: correction.line) }
          path.append(next)
        }
        sets.join(indexOf[node]!, indexOf[nodes[0]]!)
      }
    }
    for correction in corrections.all {
      guard case .neverMerge(let nodes) = correction.action else { continue }
      for (position, left) in nodes.enumerated() {
        for right in nodes[(position + 1)...] where sets.root(indexOf[left]!) == sets.root(indexOf[right]!) {
          throw corrections.error(
            .contradiction(
              "\(left) and \(right) are never one", line: into[right]?.line ?? into[left]?.line ?? correction.line),
            line: correction.line)
        }
      }
    }
  }

  /// A node has one name, one kind, one country, one Wikidata item.
  private func checkValues() throws(CorrectionError) {
    var known: [String: (value: String, line: Int)] = [:]
    func take(_ key: String, _ value: String, _ what: String, _ line: Int) throws(CorrectionError) {
      if let other = known[key], other.value != value {
        throw corrections.error(.contradiction(what, line: other.line), line: line)
      }
      known[key] = known[key] ?? (value, line)
    }
    for correction in corrections.all {
      let line = correction.line
      switch correction.action {
      case .rename(let node, let label): try take("name " + node, label, "\(node) is called \(label)", line)
      case .retype(let node, let kind):
        try take("kind " + node, kind.rawValue, "\(node) is of kind \(kind.rawValue)", line)
      case .pin(let node, let country, let wikidata):
        if let country { try take("country " + node, country, "\(node) belongs to \(country)", line) }
        if let wikidata { try take("wikidata " + node, wikidata, "\(node) is \(wikidata)", line) }
      default: continue
      }
    }
  }
}
