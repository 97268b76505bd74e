extension Document {
  /// The index of the sentence that holds byte `offset`, or nil between sentences. Logarithmic.
  public func sentenceIndex(at offset: Int) -> Int? {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].range.contains(offset) ? low : nil
  }

  /// The indices of the tokens that lie wholly in `range`. Logarithmic.
  public func tokenIndices(in range: TextRange) -> Range<Int> {
    let first = firstToken { tokens[$0].range.start >= range.start }
    let last = firstToken { tokens[$0].range.end > range.end }
    return first..<max(first, last)
  }

  private func firstToken(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The text of several ranges, joined by one space.
  public func text(of ranges: [TextRange]) -> String { ranges.map { String(self[$0]) }.joined(separator: " ") }
}
