/// Where a text's paragraphs lie.
enum Paragraphs {
  /// The paragraphs of `text`, trimmed of white space, empty ones left out.
  ///
  /// Blank lines part paragraphs; a text without any is parted at every line break, as agencies print it.
  static func ranges(in text: [UInt8]) -> [TextRange] {
    let lines = Self.lines(of: text)
    let hasBlankLine = lines.dropFirst().dropLast().contains { $0.isEmpty }
    var found: [TextRange] = []
    var open: TextRange?
    for line in lines {
      if line.isEmpty || !hasBlankLine {
        if let range = open { found.append(range) }
        open = line.isEmpty ? nil : line
      } else {
        open = open?.union(line) ?? line
      }
    }
    if let range = open { found.append(range) }
    return found
  }

  /// Every line, trimmed of spaces and tabs at both ends.
  private static func lines(of text: [UInt8]) -> [TextRange] {
    var found: [TextRange] = []
    var start = 0
    for end in 0...text.count where end == text.count || text[end] == UInt8(ascii: "\n") {
      found.append(trimmed(start, end, text))
      start = end + 1
    }
    return found
  }

  private static func trimmed(_ start: Int, _ end: Int, _ text: [UInt8]) -> TextRange {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var (start, end) = (start, end)
    while start < end, isBlank(text[start]) { start += 1 }
    while end > start, isBlank(text[end - 1]) { end -= 1 }
    return TextRange(start, end)
  }
}
