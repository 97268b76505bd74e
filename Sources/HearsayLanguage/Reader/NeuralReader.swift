public import HearsayCore

/// Reads a document with the neural network: where sentences end, and what the names in them name.
///
/// A paragraph is read at once, so every sentence is seen with its neighbours. Sentences end where the rules of
/// `SentenceSplitter` and the network together say, and never cross a paragraph.
public struct NeuralReader: Annotator {
  private let reader: SentenceReader
  private let kinds: [NameKind]
  private let wantsTrees: Bool
  private let limits: Limits
  private let partsOfSpeech: [Syntax.PartOfSpeech]

  /// What a name tag says.
  private enum NameKind {
    case none
    case begins(Name.Kind)
    case goesOn(Name.Kind)
  }

  /// A reader that shares the weights of `tagger`; without trees it takes a tenth less time.
  public init(_ tagger: Tagger, wantsTrees: Bool = true, limits: Limits = Limits()) {
    self.limits = limits
    self.wantsTrees = wantsTrees
    partsOfSpeech = tagger.reader.model.uposLabels.map { Syntax.PartOfSpeech(rawValue: $0) ?? .other }
    reader = tagger.reader
    kinds = tagger.reader.model.nameLabels.map { label in
      let kind: Name.Kind? =
        switch label.dropFirst(2) {
        case "PER": .person
        case "ORG": .organization
        case "LOC": .place
        default: nil
        }
      guard let kind else { return .none }
      return label.hasPrefix("B-") ? .begins(kind) : .goesOn(kind)
    }
  }

  /// The words and marks.
  public var reads: Set<Layer> { [.tokens] }
  /// Sentences, names and, where they are wanted, trees.
  public var fills: Set<Layer> { wantsTrees ? [.sentences, .names, .trees] : [.sentences, .names] }

  /// Fills `document.sentences`, `document.names` and, where trees are wanted, `document.syntax`.
  public func annotate(_ document: inout Document) {
    let paragraphs = document.paragraphs.map { document.tokenIndices(in: $0) }
    SentenceSplitter(limits: limits).annotate(&document)
    let byRules = Set(document.sentences.map { $0.tokens.upperBound - 1 })
    let openings = Set(
      document.tokens.indices.filter { OpeningMarks.contains($0, of: document.tokens, in: document.utf8) })
    let text = ReaderText(bytes: document.utf8, words: document.tokens.map(\.range.bytes), segments: paragraphs)
    var readings = reader.sentences(
      of: text, ends: .found(byRules: byRules, openings: openings, capitals: capitals(of: document)),
      mostWords: limits.sentenceTokens, wantsTrees: wantsTrees)
    reader.agree(&readings, in: text)
    document.sentences = sentences(readings, document, paragraphs)
    document.names = joined(readings.flatMap { names($0, document) }, document)
    if wantsTrees { document.syntax = readings.flatMap { syntax($0) } }
    document.regards = readings.flatMap(\.regards)
  }

  /// Lets go of the network's numbers, some megabytes for each thread that has read.
  public func releaseMemory() { reader.releaseWorkspaces() }

  /// The words that begin with a capital, and the marks before them.
  private func capitals(of document: Document) -> Set<Int> {
    var capitals: Set<Int> = []
    var isNextCapital = false
    for index in document.tokens.indices.reversed() {
      if let first = document[document.tokens[index]].first, first.isLetter || first.isNumber {
        isNextCapital = first.isUppercase
      }
      if isNextCapital { capitals.insert(index) }
    }
    return capitals
  }

  private func sentences(
    _ readings: [SentenceReading], _ document: Document, _ paragraphs: [Range<Int>]
  ) -> [Sentence] {
    var paragraph = 0
    return readings.map { reading in
      while paragraphs[paragraph].upperBound <= reading.words.lowerBound { paragraph += 1 }
      return Sentence(range(reading.words, document), tokens: reading.words, paragraph: paragraph)
    }
  }

  private func names(_ reading: SentenceReading, _ document: Document) -> [Name] {
    var names: [Name] = []
    let tags = reader.names(of: reading)
    var start = 0
    while start < tags.count {
      guard case .begins(let kind) = kinds[tags[start].tag] else {
        start += 1
        continue
      }
      var end = start + 1
      while end < tags.count, case .goesOn = kinds[tags[end].tag] { end += 1 }
      // A name is as sure as its least sure word.
      let certainty = tags[start..<end].map(\.certainty).min() ?? 0
      let words = reading.words.lowerBound + start..<reading.words.lowerBound + end
      names.append(Name(range(words, document), kind: kind, confidence: Double(certainty)))
      start = end
    }
    return names
  }

  /// Names with the parts of a hyphenated one joined: words are those of Universal Dependencies, where the hyphen of
  /// "Jean-Claude Juncker" stands alone, and the network may begin a name on either side of it.
  private func joined(_ names: [Name], _ document: Document) -> [Name] {
    var joined: [Name] = []
    for name in names {
      if let last = joined.last, last.kind == name.kind, isHyphen(last.range.end, name.range.start, document) {
        joined[joined.count - 1] = Name(
          TextRange(last.range.start, name.range.end), kind: name.kind,
          confidence: min(last.confidence, name.confidence))
      } else {
        joined.append(name)
      }
    }
    return joined
  }

  /// Whether nothing but a hyphen parts what ends at `end` from what begins at `start`; it may belong to either.
  private func isHyphen(_ end: Int, _ start: Int, _ document: Document) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return switch start - end {
    case 0: document.utf8[end - 1] == hyphen || document.utf8[start] == hyphen
    case 1: document.utf8[end] == hyphen
    default: false
    }
  }

  private func syntax(_ reading: SentenceReading) -> [Syntax] {
    let labels = reader.model.relationLabels
    return reading.heads.indices.map { index in
      let head = reading.heads[index]
      return Syntax(
        partOfSpeech: partsOfSpeech[reading.upos[index]], head: head == 0 ? nil : reading.words.lowerBound + head - 1,
        relation: labels[reading.relations[index]])
    }
  }

  private func range(_ words: Range<Int>, _ document: Document) -> TextRange {
    TextRange(document.tokens[words.lowerBound].range.start, document.tokens[words.upperBound - 1].range.end)
  }
}
