import HearsayCore

/// References in text order, to look up by place without walking them all.
struct SortedReferences {
  private let references: [Reference]
  private let byStart: [Int: Int]
  private let byEnd: [Int: Int]
  /// The longest reference, in bytes: how far before a place one that covers it may begin.
  private let longest: Int

  /// `references`, which are in text order.
  init(_ references: [Reference]) {
    self.references = references
    var (starts, ends): ([Int: Int], [Int: Int]) = ([:], [:])
    for (index, reference) in references.enumerated() where !reference.tokens.isEmpty {
      if starts[reference.tokens.lowerBound] == nil { starts[reference.tokens.lowerBound] = index }
      if ends[reference.tokens.upperBound] == nil { ends[reference.tokens.upperBound] = index }
    }
    (byStart, byEnd) = (starts, ends)
    longest = references.map(\.range.count).max() ?? 0
  }

  /// The first reference that begins at a token.
  func starting(at token: Int) -> Reference? { byStart[token].map { references[$0] } }

  /// The first reference that ends before a token.
  func ending(before token: Int) -> Reference? { byEnd[token].map { references[$0] } }

  /// The references that share a byte with `range`, in order. Logarithmic, but for the references nearby.
  func overlapping(_ range: TextRange) -> [Reference] {
    var (low, high) = (0, references.count)
    while low < high {
      let middle = (low + high) / 2
      if references[middle].range.start + longest <= range.start { low = middle + 1 } else { high = middle }
    }
    var found: [Reference] = []
    while low < references.count, references[low].range.start < range.end {
      if references[low].range.overlaps(range) { found.append(references[low]) }
      low += 1
    }
    return found
  }
}
