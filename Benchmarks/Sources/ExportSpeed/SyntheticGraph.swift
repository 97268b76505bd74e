import HearsayGraph

/// A graph of any size that is the same on every machine: labels, kinds and four texts of some words on every node and edge.
enum SyntheticGraph {
  private static let texts = ["one", "two", "three", "four"]
  private static let words = [
    "parliament", "said", "the", "minister", "of", "trade", "denied", "talks", "on", "border", "\"never\"", "again",
    "in", "Zürich", "& Sons", "it", "would", "not", "accept", "terms", "that", "were", "set", "by", "others", "<sic>",
  ]

  /// `nodes` nodes, and `edges` edges between nodes drawn at random, some of them far more often than others.
  static func make(nodes: Int, edges: Int) -> Graph {
    let schema = AttributeSchema([("label", .string), ("kind", .string)] + texts.map { ($0, .string) })
    let edgeSchema = AttributeSchema(
      [("label", .string), ("kind", .string), ("weight", .double)] + texts.map { ($0, .string) })
    var graph = Graph(nodeSchema: schema, edgeSchema: edgeSchema)
    var random = Random(state: 1)
    for index in 0..<nodes {
      graph.addNode("person.n\(index)", values(&random, kind: ["person", "organization", "country"][index % 3]))
    }
    for index in 0..<edges {
      // The square of a number of 0..<1 is more often small.
      let place = { (number: Double) in min(nodes - 1, Int(number * number * Double(nodes))) }
      var values = values(&random, kind: index % 4 == 0 ? "mention" : "statement")
      values["weight"] = .double(Double(1 + index % 7))
      graph.addEdge("e\(index)", from: place(random.unit()), to: place(random.unit()), values)
    }
    return graph
  }

  private static func values(_ random: inout Random, kind: String) -> [String: AttributeValue?] {
    var values: [String: AttributeValue?] = ["label": .string(text(&random, words: 2)), "kind": .string(kind)]
    for name in texts { values[name] = .string(text(&random, words: 6)) }
    return values
  }

  private static func text(_ random: inout Random, words count: Int) -> String {
    (0..<count).map { _ in words[random.below(words.count)] }.joined(separator: " ")
  }

  /// Numbers that look random (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014).
  private struct Random {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  }
}
