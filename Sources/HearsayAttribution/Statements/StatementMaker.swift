internal import HearsayCore

/// Makes statements of readings: ranges, speaker, hearers, targets, act, polarity, date, and which quotes which.
struct StatementMaker: Sendable {
  let words: Words
  private let speakers: SpeakerResolver
  private let targets: TargetFinder
  private let dates: StatementDates

  init(words: Words) {
    self.words = words
    speakers = SpeakerResolver(words: words)
    targets = TargetFinder(words.document)
    dates = StatementDates(words: words)
  }

  /// The statements, in order of their first content, each `within` the least one whose content holds its cue.
  func statements(from readings: [Reading]) -> [Statement] {
    let ordered = readings.enumerated().sorted { left, right in
      (left.element.content[0].lowerBound, -left.element.content[0].count, left.offset)
        < (right.element.content[0].lowerBound, -right.element.content[0].count, right.offset)
    }.map(\.element)
    let containers = Containers(ordered)
    let guest = ordered.contains { $0.rule == .transcript } ? Interview(words: words)?.guest : nil
    var speakers: [Mention?] = ordered.map { reading in
      guard let source = reading.source else { return nil }
      let isAnswer = reading.rule == .transcript && source.count == 1 && words.isOne(source.lowerBound, of: "a")
      return isAnswer ? guest : self.speakers.mention(heading: source)
    }
    for index in ordered.indices.dropFirst() {
      if let before = speaker(whoGoesOnIn: ordered[index], after: ordered[index - 1], speakers[index - 1]) {
        speakers[index] = before
      }
    }
    speakers = self.speakers.completed(speakers, of: ordered)
    for index in ordered.indices {
      // “I told him so,” she said: she told him. “He told me so,” she said: not she.
      guard let pronoun = ordered[index].nestedPronoun, let outer = containers.container(of: index) else { continue }
      if words.isOne(pronoun, of: "i") {
        speakers[index] = speakers[outer]
      } else if words.isOne(pronoun, of: "he", "she"), speakers[index]?.entity == speakers[outer]?.entity {
        speakers[index] = nil
      }
    }
    let dates = self.dates.dates(of: ordered, by: speakers.map { $0?.entity })
    return ordered.indices.map { index in
      statement(
        ordered[index], by: speakers[index], date: dates[index], within: containers.container(of: index))
    }
  }

  /// The speaker of `earlier` where `reading` has only a pronoun for its speaker and shows that the same one goes on: by a
  /// quotation that was left open, or by "he added" in the paragraph or the next.
  private func speaker(whoGoesOnIn reading: Reading, after earlier: Reading, _ before: Mention?) -> Mention? {
    guard let before, [.quotationBefore, .quotationAfter].contains(earlier.rule), let source = reading.source,
      source.count == 1,
      words.isOne(source.lowerBound, of: "he", "she"),
      let first = reading.content.first?.lowerBound, words.quotation[first] >= 0,
      let last = earlier.content.last?.upperBound, words.quotation[last - 1] >= 0, last <= first
    else { return nil }
    let quotation = words.quotation[first]
    if words.quotations[quotation].continuesPrevious, words.quotation[last - 1] == quotation - 1 { return before }
    let goesOn = reading.verb.map { ["add", "continue", "go on"].contains($0.lemma) } ?? false
    return goesOn && words.quotations[quotation].paragraph <= words.quotations[words.quotation[last - 1]].paragraph + 1
      ? before : nil
  }

  private func statement(_ reading: Reading, by mention: Mention?, date: ResolvedDate?, within: Int?) -> Statement {
    let content = reading.content.map { words.range($0) }
    var addressees: [Statement.Target] = []
    for hearer in reading.addressee.map(hearers) ?? []
    where hearer.entity != mention?.entity && !addressees.contains(where: { $0.entity == hearer.entity }) {
      addressees.append(Statement.Target(hearer.entity, at: hearer.range))
    }
    let denies = reading.verb?.polarity == .denied
    var statement = Statement(
      // Words told inside a quotation are the teller's, not the speaker's own.
      speech: reading.rule == .nested ? .indirect : speech(of: reading.content),
      source: reading.isUnderstood ? [] : reading.source.map { [words.range($0)] } ?? [],
      cue: reading.cue.map { words.range($0) }, content: content, speaker: mention?.entity,
      act: reading.verb?.act ?? .say, polarity: denies != reading.isNegated ? .denied : .affirmed,
      modality: reading.modal, date: date, about: targets.targets(in: content, without: mention?.entity),
      addressees: addressees, within: within,
      confidence: reading.rule.confidence * (mention.map { $0.confidence.squareRoot() } ?? confidenceOfNobody(reading)))
    statement.isProposition = reading.isProposition
    return statement
  }

  /// Those whom `phrase` names: each of several in a row, "told | Anna Lind and Jon Roe".
  private func hearers(in phrase: Range<Int>) -> [Mention] {
    let whole = [speakers.mention(heading: phrase)].compactMap(\.self)
    guard let tree = words.tree else { return whole }
    let head = tree.head(of: phrase)
    let others = tree.children(head, "conj").filter { phrase.contains($0) && words.mention[$0] != words.mention[head] }
    guard !others.isEmpty else { return whole }
    let named = ([head] + others).compactMap { member -> Mention? in
      var span = tree.phrase(member, before: "conj").clamped(to: phrase)
      while let first = span.first, words.has(first, [.coordinator, .mark]) { span.removeFirst() }
      while let last = span.last, words.has(last, [.coordinator, .mark]) { span.removeLast() }
      return span.isEmpty ? nil : speakers.mention(heading: span)
    }
    return named.isEmpty ? whole : named
  }

  /// How sure it is that a source without a name is nobody, 0...1: a pronoun mostly is somebody.
  ///
  /// Shares of the tuning half: docs/MEASUREMENTS.md#statements.
  private func confidenceOfNobody(_ reading: Reading) -> Double {
    guard let source = reading.source else { return 1 }
    let isPronoun = source.count == 1 && words.has(source.lowerBound, .subject)
    return isPronoun ? 0.5 : 0.8
  }

  /// Whether the quotation that token `index` stands in is itself inside of a name: Anna "Red" Lind.
  private func isNickname(_ index: Int) -> Bool {
    guard words.mention[index] >= 0 else { return false }
    let (quotation, name) = (
      words.quotations[words.quotation[index]].range, words.document.mentions[words.mention[index]].range
    )
    return name.start < quotation.start && quotation.end < name.end
  }

  /// Direct where nine of ten words stand in quotation marks, indirect where none does.
  private func speech(of content: [Range<Int>]) -> Statement.Speech {
    var (inside, all) = (0, 0)
    for piece in content {
      for index in piece where !words.has(index, .mark) {
        all += 1
        if words.quotation[index] >= 0, !isNickname(index) { inside += 1 }
      }
    }
    return inside == 0 ? .indirect : inside * 10 >= all * 9 ? .direct : .mixed
  }
}

/// Which readings hold the cues of which in what they say.
private struct Containers {
  private let readings: [Reading]
  /// The pieces of all contents by their first token, each with its reading.
  private let pieces: [(tokens: Range<Int>, reading: Int)]
  /// The last token, exclusive, of the pieces up to each.
  private let reach: [Int]

  init(_ readings: [Reading]) {
    self.readings = readings
    pieces = readings.indices.flatMap { index in readings[index].content.map { (tokens: $0, reading: index) } }
      .sorted { ($0.tokens.lowerBound, $0.reading) < ($1.tokens.lowerBound, $1.reading) }
    var last = 0
    reach = pieces.map { piece in
      last = max(last, piece.tokens.upperBound)
      return last
    }
  }

  /// The least reading whose content holds the cue of the one at `index`, the first of several.
  func container(of index: Int) -> Int? {
    guard let cue = readings[index].cue.first else { return nil }
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].tokens.lowerBound <= cue.lowerBound { low = middle + 1 } else { high = middle }
    }
    // Whatever quotes another says more than it does: no two quote each other.
    let own = size(index)
    var best: (size: Int, reading: Int)?
    while low > 0, reach[low - 1] >= cue.upperBound {
      low -= 1
      let piece = pieces[low]
      guard piece.reading != index, piece.tokens.upperBound >= cue.upperBound,
        piece.tokens.contains(cue.lowerBound)
      else { continue }
      let size = size(piece.reading)
      guard size > own || (size == own && piece.reading < index) else { continue }
      if best.map({ (size, piece.reading) < $0 }) ?? true { best = (size, piece.reading) }
    }
    return best?.reading
  }

  /// The number of tokens that a reading's content has.
  private func size(_ index: Int) -> Int { readings[index].content.reduce(0) { $0 + $1.count } }
}
