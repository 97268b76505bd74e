internal import HearsayCore

/// Reads the statements of a document as token ranges: passage by passage, then what only the order of passages tells
/// (quotations that go on, a speaker announced before a colon, speakers named by a label or a signature).
struct DocumentReader: Sendable {
  let words: Words
  private let passages: PassageReader
  private let labels: LabelFinder

  init(words: Words, table: CueTable = .standard) {
    self.words = words
    passages = PassageReader(words: words, table: table)
    labels = LabelFinder(words: words)
  }

  /// The statements, in the order of their cues.
  func readings() -> [Reading] {
    var state = State()
    for passage in Passage.passages(of: words) {
      let quotation = quotation(opening: passage.tokens)
      var (here, empty) = passages.readings(of: passage)
      // What is told inside of a quotation does not tell whose it is.
      let nested = here.allSatisfy { $0.rule == .nested } ? here : []
      if !nested.isEmpty { here = [] }
      defer { state.found += nested }
      if let turn = labels.turn(opening: passage) {
        here.insert(turn, at: 0)
      } else if let block = state.block, block.paragraph == passage.paragraph,
        state.found[block.reading].rule == .transcript
      {
        state.found[block.reading].content.append(passage.tokens)
        state.found += here
        continue
      }
      if here.isEmpty, let label = labels.reading(of: passage) { here = [label] }
      if here.isEmpty, let quoted = state.quoted, let signed = labels.reading(of: quoted, signedBy: passage) {
        here = [signed]
      }
      if here.isEmpty, var reading = empty {
        if let before = state.quoted, before.paragraph == passage.paragraph {
          // “Why?” | Lavrov asked.
          reading.content = [before.tokens]
          reading.rule = .quotationBefore
          here = [reading]
        } else if words.isOne(passage.tokens.upperBound - 1, of: ":", ",") {
          state = State(found: state.found, announced: (reading, passage.paragraph))
          continue
        }
      }
      if !here.isEmpty {
        gather(into: &here, passage, from: state.pending)
        state.found.append(contentsOf: here)
        let own = state.found.indices.suffix(here.count)
        let open = own.last { state.found[$0].rule != .nested && holdsQuotation(state.found[$0]) }
        state = State(found: state.found, open: open.map { ($0, passage.paragraph) })
        if open == nil, let last = own.last, endsPassage(state.found[last]) { state.told = (last, passage.paragraph) }
        if here[0].rule == .transcript { state.block = (state.found.count - here.count, passage.paragraph) }
      } else if let quotation {
        add(quotation, passage, to: &state)
      } else {
        add(passage, to: &state)
      }
    }
    return state.found
  }

  /// What has been read, and what may go on.
  private struct State {
    var found: [Reading] = []
    /// The statement that a quotation goes on from, and the paragraph where it ended.
    var open: (reading: Int, paragraph: Int)?
    /// The statement without marks that ended the passage before this one, and its paragraph.
    var told: (reading: Int, paragraph: Int)?
    /// The statement whose content is a whole paragraph without marks, and that paragraph.
    var block: (reading: Int, paragraph: Int)?
    /// A quotation without a speaker as yet, the passage before this one.
    var quoted: Passage?
    /// The paragraphs of quotation without a speaker as yet that go on in one another.
    var pending: [Passage] = []
    /// A cue that ends in a colon, and its paragraph: "He added:"
    var announced: (reading: Reading, paragraph: Int)?
  }

  /// A passage of nothing but quotation: what an announced speaker says, the next piece of a statement, or more by the
  /// speaker of the paragraph before.
  private func add(_ quotation: Quotation, _ passage: Passage, to state: inout State) {
    if let (announced, paragraph) = state.announced, passage.paragraph <= paragraph + 1 {
      var reading = announced
      reading.content = [passage.tokens]
      reading.rule = .quotationAfter
      state = State(found: state.found + [reading], open: (state.found.count, passage.paragraph))
    } else if let open = state.open, passage.paragraph <= open.paragraph + 1 || quotation.continuesPrevious {
      state.found[open.reading].content.append(passage.tokens)
      state = State(found: state.found, open: (open.reading, passage.paragraph))
    } else if let told = state.told,
      told.paragraph == passage.paragraph || told.paragraph + 1 == passage.paragraph && quotation.isClosed
    {
      goOn(from: told.reading, passage, in: &state)
    } else {
      let goesOn = state.pending.last.map { $0.paragraph + 1 == passage.paragraph } ?? false
      let pending = goesOn && quotation.continuesPrevious ? state.pending : []
      state = State(found: state.found, quoted: passage, pending: pending + [passage])
    }
  }

  /// Adds what `passage` quotes as more by the speaker of the statement at `index`, with no cue and no source of its own.
  private func goOn(from index: Int, _ passage: Passage, in state: inout State) {
    var reading = state.found[index]
    reading.content = [passage.tokens]
    reading.cue = []
    reading.addressee = nil
    reading.rule = .continuation
    reading.isUnderstood = true
    reading.passage = passage.tokens
    reading.clause = passage.tokens.lowerBound..<passage.tokens.lowerBound
    state = State(found: state.found + [reading], open: (state.found.count, passage.paragraph))
  }

  /// Puts the paragraphs of a quotation before the one that names its speaker: “We stay. | “We will win,” Lund said.
  private func gather(into here: inout [Reading], _ passage: Passage, from pending: [Passage]) {
    guard let last = pending.last, last.paragraph + 1 == passage.paragraph,
      let index = here.firstIndex(where: { $0.rule == .quotationBefore }),
      let first = here[index].content.first, words.quotation[first.lowerBound] >= 0,
      words.quotations[words.quotation[first.lowerBound]].continuesPrevious
    else { return }
    here[index].content = pending.map(\.tokens) + here[index].content
  }

  /// A passage without quotation or cue: part of a paragraph that a colon announced, else the end of what was open.
  private func add(_ passage: Passage, to state: inout State) {
    if let (announced, paragraph) = state.announced, passage.paragraph == paragraph + 1 {
      var reading = announced
      reading.content = [passage.tokens]
      reading.rule = .quotationAfter
      state = State(found: state.found + [reading], block: (state.found.count, passage.paragraph))
    } else if let block = state.block, block.paragraph == passage.paragraph {
      state.found[block.reading].content.append(passage.tokens)
    } else {
      // A few words between two quotations leave the speaker as he was.
      let isAside = state.open?.paragraph == passage.paragraph && passage.tokens.count <= 3
      state = State(found: state.found, open: isAside ? state.open : nil)
    }
  }

  /// The quotation that a passage opens with and mostly consists of: “It is a tax increase” for the few.
  private func quotation(opening tokens: Range<Int>) -> Quotation? {
    guard let first = tokens.first(where: { words.quotation[$0] >= 0 }) else { return nil }
    let isWhole = tokens.allSatisfy { words.quotation[$0] >= 0 || words.has($0, .mark) }
    let opens = first == tokens.lowerBound && tokens.count { words.quotation[$0] >= 0 } * 2 > tokens.count
    return isWhole || opens ? words.quotations[words.quotation[first]] : nil
  }

  /// Whether a clause that somebody says ends its passage: "Lund said it was hard. | “It burns.”".
  private func endsPassage(_ reading: Reading) -> Bool {
    guard [.thatClause, .bareClause].contains(reading.rule), !reading.isNegated, reading.modal == nil,
      let last = reading.content.last, reading.source.map({ $0.upperBound <= last.lowerBound }) ?? false
    else { return false }
    return (last.upperBound..<reading.passage.upperBound).allSatisfy { words.has($0, .mark) }
  }

  private func holdsQuotation(_ reading: Reading) -> Bool {
    ![.nounPhrase, .criticism, .signature, .transcript].contains(reading.rule)
      && reading.content.contains { piece in piece.contains { words.quotation[$0] >= 0 } }
  }
}
