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
    let closers = SingleClosers(marks, text)
    var rest = Rest(marks)
    for (index, mark) in marks.enumerated() {
      rest.pass(mark)
      guard let start = open else {
        if mark.canOpen, mark.shape != .single || closers.closer(after: index) != nil { open = index }
        depth = 0
        continue
      }
      guard mark.shape == marks[start].shape else { continue }
      if mark.canClose, mark.shape != .single || closers.closer(after: start) == index {
        if depth > 0 {
          depth -= 1
        } else {
          found.append((TextRange(marks[start].range.start, mark.range.end), true))
          open = nil
        }
      } else if mark.canOpen, mark.shape != .single {
        // A second opening mark: a quotation in the quotation where enough marks are left to close both; else the first
        // was never closed, and the second is what counts.
        let (opening, closing) = rest.count(of: mark.shape)
        if closing >= opening + depth + 2 { depth += 1 } else { open = index }
      }
    }
    if let open, marks[open].shape != .single { found.append((TextRange(marks[open].range.start, end), false)) }
    return found
  }
}

/// How many marks of each shape are left, as a paragraph is walked.
private struct Rest {
  private var counts: [QuotationMark.Shape: (opening: Int, closing: Int)] = [:]

  /// All of `marks` are left.
  init(_ marks: [QuotationMark]) { for mark in marks { add(1, mark) } }

  /// `mark` is left no more.
  mutating func pass(_ mark: QuotationMark) { add(-1, mark) }

  /// The marks of `shape` that can only open, and those that can close.
  func count(of shape: QuotationMark.Shape) -> (opening: Int, closing: Int) { counts[shape] ?? (0, 0) }

  private mutating func add(_ number: Int, _ mark: QuotationMark) {
    if mark.canClose {
      counts[mark.shape, default: (0, 0)].closing += number
    } else if mark.canOpen {
      counts[mark.shape, default: (0, 0)].opening += number
    }
  }
}

/// The mark that closes the single quotation opened at each mark: the first that can, unless it follows an "s" before a
/// lower-case word (the workers' rights) and a later one can.
private struct SingleClosers {
  /// For each mark the closer of a quotation that opens right before it, or -1.
  private var closers: [Int]

  /// Of all `marks`, in one walk from the end.
  init(_ marks: [QuotationMark], _ text: [UInt8]) {
    closers = Array(repeating: -1, count: marks.count + 1)
    // The same where a doubtful one was passed: a mark that opens another quotation ends the search then.
    var sure = -1
    for index in marks.indices.reversed() {
      closers[index] = closers[index + 1]
      let mark = marks[index]
      guard mark.shape == .single else { continue }
      if mark.canClose {
        let range = mark.range
        let isPossessive =
          text[range.start - 1] == UInt8(ascii: "s") && range.end + 1 < text.count && text[range.end] == 0x20
          && (0x61...0x7A).contains(text[range.end + 1])
        closers[index] = isPossessive && sure >= 0 ? sure : index
        if !isPossessive { sure = index }
      } else if mark.canOpen {
        sure = -1
      }
    }
  }

  /// The closer of a quotation that opens at mark `index`; nil where none is left.
  func closer(after index: Int) -> Int? { closers[index + 1] >= 0 ? closers[index + 1] : nil }
}
