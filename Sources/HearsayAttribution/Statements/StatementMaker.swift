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
    let dates = self.dates.dates(of: ordered)
    return ordered.indices.map { index in
      statement(ordered[index], date: dates[index], within: container(of: index, in: ordered))
    }
  }

  private func statement(_ reading: Reading, date: ResolvedDate?, within: Int?) -> Statement {
    let content = reading.content.map { words.range($0) }
    let mention = reading.source.flatMap { speakers.mention(heading: $0) }
    var addressees: [Statement.Target] = []
    if let hearer = reading.addressee.flatMap({ speakers.mention(heading: $0) }), hearer.entity != mention?.entity {
      addressees.append(Statement.Target(hearer.entity, at: hearer.range))
    }
    let denies = reading.verb?.polarity == .denied
    return Statement(
      speech: speech(of: reading.content), source: reading.source.map { [words.range($0)] } ?? [],
      cue: reading.cue.map { words.range($0) }, content: content, speaker: mention?.entity,
      act: reading.verb?.act ?? .say, polarity: denies != reading.isNegated ? .denied : .affirmed,
      modality: reading.modal, date: date, about: targets.targets(in: content, without: mention?.entity),
      addressees: addressees, within: within,
      confidence: reading.rule.confidence * (mention?.confidence ?? 1))
  }

  /// Direct where nine of ten words stand in quotation marks, indirect where none does.
  private func speech(of content: [Range<Int>]) -> Statement.Speech {
    var (inside, all) = (0, 0)
    for piece in content {
      for index in piece where !words.has(index, .mark) {
        all += 1
        if words.quotation[index] >= 0 { inside += 1 }
      }
    }
    return inside == 0 ? .indirect : inside * 10 >= all * 9 ? .direct : .mixed
  }

  /// The least statement whose content holds the cue of the one at `index`.
  private func container(of index: Int, in readings: [Reading]) -> Int? {
    guard let cue = readings[index].cue.first else { return nil }
    func size(_ reading: Reading) -> Int { reading.content.reduce(0) { $0 + $1.count } }
    return readings.indices.filter { other in
      other != index
        && readings[other].content.contains { $0.contains(cue.lowerBound) && $0.upperBound >= cue.upperBound }
    }.min { size(readings[$0]) < size(readings[$1]) }
  }
}
