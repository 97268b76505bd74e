internal import HearsayCore

/// Finds what stands between quotation marks, paragraph by paragraph, whatever the style of the marks.
///
/// An opening mark without a closing one runs to the paragraph's end; where the next paragraph opens with a mark, the
/// quotation goes on there (the convention of English print). Marks inside a quotation belong to it.
struct QuotationFinder: Sendable {
  /// The quotations of `document`, in order, none overlapping.
  func quotations(in document: Document) -> [Quotation] {
    var found: [Quotation] = []
    var isLeftOpen = false
    for (index, paragraph) in document.paragraphs.enumerated() {
      let marks = QuotationMark.marks(in: paragraph, of: document.utf8)
      let pairs = self.pairs(of: marks, endsAt: paragraph.end, text: document.utf8)
      for pair in pairs {
        found.append(
          Quotation(
            range: pair.range, paragraph: index, isClosed: pair.isClosed,
            continuesPrevious: isLeftOpen && pair.range.start == paragraph.start))
      }
      isLeftOpen = pairs.last.map { !$0.isClosed } ?? false
    }
    return found
  }

  private func pairs(of marks: [QuotationMark], endsAt end: Int, text: [UInt8]) -> [(range: TextRange, isClosed: Bool)]
  {
    var found: [(range: TextRange, isClosed: Bool)] = []
    var open: Int?
    var depth = 0
    for (index, mark) in marks.enumerated() {
      guard let start = open else {
        if mark.canOpen, mark.shape != .single || closer(after: index, in: marks, text) != nil { open = index }
        depth = 0
        continue
      }
      guard mark.shape == marks[start].shape else { continue }
      if mark.canClose, mark.shape != .single || closer(after: start, in: marks, text) == index {
        if depth > 0 {
          depth -= 1
        } else {
          found.append((TextRange(marks[start].range.start, mark.range.end), true))
          open = nil
        }
      } else if mark.canOpen, mark.shape != .single {
        // A second opening mark: a quotation in the quotation where enough marks are left to close both; else the first
        // was never closed, and the second is what counts.
        let closing = marks[(index + 1)...].count { $0.shape == mark.shape && $0.canClose }
        let opening = marks[(index + 1)...].count { $0.shape == mark.shape && $0.canOpen && !$0.canClose }
        if closing >= opening + depth + 2 { depth += 1 } else { open = index }
      }
    }
    if let open, marks[open].shape != .single { found.append((TextRange(marks[open].range.start, end), false)) }
    return found
  }

  /// The mark that closes the single quotation opened at `start`: the first that can, unless it follows an "s" before a
  /// lower-case word (the workers' rights) and a later one can.
  private func closer(after start: Int, in marks: [QuotationMark], _ text: [UInt8]) -> Int? {
    var doubtful: Int?
    for index in marks.indices.dropFirst(start + 1) where marks[index].shape == .single {
      if marks[index].canClose {
        let range = marks[index].range
        let isPossessive =
          text[range.start - 1] == UInt8(ascii: "s") && range.end + 1 < text.count && text[range.end] == 0x20
          && (0x61...0x7A).contains(text[range.end + 1])
        if !isPossessive { return index }
        doubtful = doubtful ?? index
      } else if marks[index].canOpen, doubtful != nil {
        break
      }
    }
    return doubtful
  }
}
