internal import HearsayCore

/// What a word stands in, or is. The bits are those of the weights' table of marks.
struct DateMarks: OptionSet {
  let rawValue: Int32

  /// Of a cue, of what is said, of a source.
  static let cue = DateMarks(rawValue: 1)
  static let content = DateMarks(rawValue: 2)
  static let source = DateMarks(rawValue: 4)
  /// The first of a time.
  static let time = DateMarks(rawValue: 8)
  /// Of the cue of a statement that rules date.
  static let dated = DateMarks(rawValue: 16)
  /// The first of a sentence.
  static let opening = DateMarks(rawValue: 32)
  /// One that begins with a capital.
  static let capital = DateMarks(rawValue: 64)

  /// Rows of the table: every set of marks.
  static let rows = 128
}

/// A time that something may have been said at.
struct DateCandidate {
  /// Sentences that it may stand behind the statement, and before it.
  static let nearest = -3
  static let farthest = 14
  /// How many distances there are.
  static let distances = farthest - nearest + 1
  /// How many numbers say what else is known of it.
  static let facts = 8

  /// Its first word in the window.
  let place: Int
  let date: ResolvedDate
  /// Sentences back, from 0 for `nearest`.
  let distance: Int
  /// Whether rules date a statement of the same speaker so, any other, this one; whether it stands before the cue; and its
  /// resolution: 0 or 1.
  let facts: [Float]
}

/// At which of some times a statement was said; ranges are of words of the window.
struct DateQuestion {
  /// How many numbers say what is known of the statement.
  static let flags = 4

  /// The statement, as an index into `Document.statements`.
  let statement: Int
  let cue: Range<Int>
  let source: Range<Int>
  let content: Range<Int>
  /// Whether it is quoted by another, is only possible, is dated by rules, has a cue: 0 or 1.
  let flags: [Float]
  let candidates: [DateCandidate]
}

/// Some words of a text that are read at once, and what is asked of them.
struct DateWindow {
  /// Words of the longest window, and its pieces: what the weights were trained on.
  static let mostWords = 384
  static let mostPieces = 512
  /// Words from the beginning of one window to that of the next.
  static let stride = 192
  /// Words that a window has at least behind the first of a cue, where the text goes on.
  static let behind = 64
  /// Words that a window keeps behind the last that is asked of.
  static let left = 16

  /// The words, as indices into `Document.tokens`.
  private(set) var words: Range<Int>
  var questions: [DateQuestion] = []

  init(words: Range<Int>) { self.words = words }

  /// The window without what stands far behind all that is asked.
  func trimmed() -> DateWindow {
    let last =
      questions.map { question in
        max(
          question.cue.upperBound, question.source.upperBound, question.content.upperBound,
          question.candidates.last?.place ?? 0)
      }.max() ?? 0
    var window = self
    window.words = words.prefix(last + Self.left)
    return window
  }
}

/// A document whose words are marked by the statements that they stand in. Training/hearsay_dates/windows.py is its mirror.
struct DateText {
  private let document: Document
  /// The marks of each word.
  private(set) var marks: [DateMarks]

  init(_ document: Document) {
    self.document = document
    marks = document.tokens.map { token in
      document[token].unicodeScalars.first?.properties.isUppercase ?? false ? .capital : []
    }
    for statement in document.statements {
      for range in statement.cue { mark(range, .cue) }
      for range in statement.content { mark(range, .content) }
      for range in statement.source { mark(range, .source) }
      if statement.date != nil {
        for range in statement.cue.isEmpty ? statement.content : statement.cue { mark(range, .dated) }
      }
    }
    for time in document.times { markFirst(of: time.range, .time) }
    for sentence in document.sentences { markFirst(of: sentence.range, .opening) }
  }

  /// The windows in which a statement is asked after: those with a time nearby. What only may or is yet to be said is not asked
  /// after, nor what another quotes, of whose dates most found in view were wrong.
  func windows() -> [DateWindow] {
    let times = document.times.compactMap { time -> (word: Int, sentence: Int, date: ResolvedDate)? in
      guard let word = document.tokenIndices(in: time.range).first,
        let sentence = document.sentenceIndex(at: time.range.start)
      else { return nil }
      return (word, sentence, time.date)
    }
    var dated: [String: Dated] = [:]
    for statement in document.statements {
      if let date = statement.date { dated[date.text, default: Dated()].add(statement) }
    }
    var windows: [Int: DateWindow] = [:]
    for (index, statement) in document.statements.enumerated() {
      guard statement.modality == nil, statement.within == nil,
        let anchor = statement.cue.first ?? statement.content.first,
        let first = document.tokenIndices(in: anchor).first, let own = document.sentenceIndex(at: anchor.start)
      else { continue }
      let start = Self.start(before: first)
      let words = start..<min(document.tokens.count, start + DateWindow.mostWords)
      let candidates = times.compactMap { word, sentence, date -> DateCandidate? in
        let distance = own - sentence
        guard words.contains(word), (DateCandidate.nearest...DateCandidate.farthest).contains(distance) else {
          return nil
        }
        return DateCandidate(
          place: word - start, date: date, distance: distance - DateCandidate.nearest,
          facts: Self.facts(of: date, dated[date.text] ?? Dated(), for: statement, isBefore: word < first))
      }
      guard !candidates.isEmpty else { continue }
      func inside(_ range: TextRange) -> Range<Int> {
        let span = document.tokenIndices(in: range).clamped(to: words)
        return span.isEmpty ? first - start..<first - start + 1 : span.lowerBound - start..<span.upperBound - start
      }
      windows[start, default: DateWindow(words: words)].questions.append(
        DateQuestion(
          statement: index, cue: inside(anchor), source: inside(statement.source.first ?? anchor),
          content: inside(statement.content[0]),
          flags: [false, false, statement.date != nil, !statement.cue.isEmpty].map { $0 ? 1 : 0 },
          candidates: candidates))
    }
    return windows.keys.sorted().compactMap { windows[$0]?.trimmed() }
  }

  /// The beginning of the window in which what stands at `word` is asked after.
  private static func start(before word: Int) -> Int {
    let over = word + DateWindow.behind - DateWindow.mostWords
    return over <= 0 ? 0 : (over + DateWindow.stride - 1) / DateWindow.stride * DateWindow.stride
  }

  /// What is known of a time for a statement; `dated` are those that rules date so.
  private static func facts(
    of date: ResolvedDate, _ dated: Dated, for statement: Statement, isBefore: Bool
  ) -> [Float] {
    let isOwn = statement.date?.text == date.text
    let itself = isOwn ? 1 : 0
    let known = [dated.count(of: statement.speaker) > itself, dated.all > itself, isOwn, isBefore]
    return (known + ResolvedDate.Resolution.allCases.map { $0 == date.resolution }).map { $0 ? 1 : 0 }
  }

  /// How many statements rules give a date, and whose they are.
  private struct Dated {
    private(set) var all = 0
    private var bySpeaker: [String: Int] = [:]

    mutating func add(_ statement: Statement) {
      all += 1
      if let speaker = statement.speaker { bySpeaker[speaker, default: 0] += 1 }
    }

    /// Those of a speaker; none where nobody is known to speak.
    func count(of speaker: String?) -> Int { speaker.flatMap { bySpeaker[$0] } ?? 0 }
  }

  private mutating func mark(_ range: TextRange, _ mark: DateMarks) {
    for word in document.tokenIndices(in: range) { marks[word].insert(mark) }
  }

  private mutating func markFirst(of range: TextRange, _ mark: DateMarks) {
    if let first = document.tokenIndices(in: range).first { marks[first].insert(mark) }
  }
}
