/// Makes paragraphs of lines: joins what was wrapped at a fixed width, and nothing else.
enum LineJoiner {
  /// The widths, in bytes, at which mails, wires and terminals wrap.
  private static let widths = 40...130

  /// The paragraphs of `text`, blanks collapsed, none empty.
  ///
  /// A text is taken as wrapped where most line breaks could not have come later: the next line's first word would not
  /// have fitted. In such a text a line that had room left ends its paragraph.
  static func paragraphs(of text: String) -> [String] {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Line.init)
    let width = wrapWidth(of: lines)
    var paragraphs: [String] = []
    var open: [UInt8] = []
    for (index, line) in lines.enumerated() where !line.bytes.isEmpty {
      if !open.isEmpty { open.append(0x20) }
      open += line.bytes
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      if let width, let next, !next.bytes.isEmpty, !next.isIndented || line.isIndented,
        line.isFull(before: next, width: width)
      {
        continue
      }
      paragraphs.append(String(decoding: open, as: UTF8.self))
      open = []
    }
    return paragraphs
  }

  private struct Line {
    let bytes: [UInt8]
    let isIndented: Bool
    let count: Int
    let firstWord: Int

    init(_ raw: Substring.UTF8View) {
      bytes = Words.collapsed(raw)
      isIndented = raw.first == 0x20 || raw.first == 0x09
      // Characters, so that accents do not count twice.
      count = bytes.count { $0 & 0xC0 != 0x80 }
      firstWord = bytes.prefix { $0 != 0x20 }.count { $0 & 0xC0 != 0x80 }
    }

    func isFull(before next: Line, width: Int) -> Bool { count + 1 + next.firstWord > width }
  }

  /// The width at which `lines` were wrapped, or nil where they were not.
  private static func wrapWidth(of lines: [Line]) -> Int? {
    let pairs = zip(lines, lines.dropFirst()).filter { !$0.bytes.isEmpty && !$1.bytes.isEmpty }
    guard pairs.count >= 3 else { return nil }
    // Lines longer than any width are addresses and the like; where they are many, nothing was wrapped.
    let counts = lines.lazy.filter { $0.bytes.contains(0x20) }.map(\.count)
    guard let width = counts.filter({ widths.contains($0) }).max(),
      counts.count(where: { $0 > widths.upperBound }) * 50 <= counts.count
    else { return nil }
    let full = pairs.count { $0.isFull(before: $1, width: width) }
    // Three in four: the last lines of paragraphs, headlines and lists break early.
    return full * 4 >= pairs.count * 3 || full * 2 >= pairs.count && runsOn(pairs) ? width : nil
  }

  /// Whether half of the lines go on in lower case without the end of a sentence before.
  private static func runsOn(_ pairs: [(Line, Line)]) -> Bool {
    let running = pairs.count { line, next in
      next.bytes[0].isLowercase && ![0x2E, 0x21, 0x3F].contains(line.bytes[line.bytes.count - 1])
    }
    return running * 2 >= pairs.count
  }
}
