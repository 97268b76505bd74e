/// Brings together what is read of one word in different places of a text, before names are decided.
///
/// News names whom it speaks of again and again, and says in one of those places better than in another what they are: "Alba
/// shares fell" leaves open what "Alba, a maker of pumps" tells. Every word with a capital takes the mean of the scores that the same word
/// has in the sentences near it. One sense per discourse: Gale, Church and Yarowsky 1992, for names Finkel, Grenager and Manning 2005.
struct NameAgreement {
  /// How many sentences away the same word is still taken to mean the same. docs/MODEL.md
  static let reach = 30
  /// The share of the mean; the rest stays the place's own. docs/MODEL.md
  static let share: Float = 0.6

  /// For each name tag the kind it belongs to, "O" being one of its own.
  private let kinds: [Int]
  private let kindCount: Int

  /// The agreement of tags like "O", "B-PER" and "I-PER": what comes behind the hyphen is the kind.
  init(labels: [String]) {
    var names: [Substring] = []
    kinds = labels.map { label in
      let name = label.dropFirst(2)
      if let known = names.firstIndex(of: name) { return known }
      names.append(name)
      return names.count - 1
    }
    kindCount = names.count
  }

  /// One place of a word.
  private struct Place {
    let sentence: Int
    let word: Int
  }

  /// Moves the scores of names in `readings`, sentences of `text` in order, towards what the same words have nearby.
  func agree(_ readings: inout [SentenceReading], in text: ReaderText) {
    var places: [ArraySlice<UInt8>: [Place]] = [:]
    for (sentence, reading) in readings.enumerated() {
      for (word, index) in reading.words.enumerated() where isCapitalized(text.bytes[text.words[index]]) {
        places[text.bytes[text.words[index]], default: []].append(Place(sentence: sentence, word: word))
      }
    }
    // Words do not meet, so their order does not matter.
    for places in places.values where places.count > 1 { agree(places, &readings) }
  }

  /// Whether a word has a capital, or a letter or mark beyond ASCII; those of one letter ("I", the "A" of a list) mean too many
  /// things.
  private func isCapitalized(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > 1 && word.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 >= 0x80 }
  }

  private func agree(_ places: [Place], _ readings: inout [SentenceReading]) {
    let scores = places.flatMap { kindScores(readings[$0.sentence].nameScores, $0.word) }
    // The places within reach of each, as a window that slides along.
    var (first, end) = (0, 0)
    var sums = [Float](repeating: 0, count: kindCount)
    for (index, place) in places.enumerated() {
      let before = (first, end)
      while end < places.count, places[end].sentence <= place.sentence + Self.reach { end += 1 }
      while places[first].sentence < place.sentence - Self.reach { first += 1 }
      // Added anew in their order, so that no sum depends on what has left the window: at most once a sentence.
      if (first, end) != before {
        for kind in sums.indices {
          sums[kind] = 0
          for other in first..<end { sums[kind] += scores[other * kindCount + kind] }
        }
      }
      guard end - first > 1 else { continue }
      for (tag, kind) in kinds.enumerated() {
        let change = sums[kind] / Float(end - first) - scores[index * kindCount + kind]
        readings[place.sentence].nameScores[place.word * kinds.count + tag] += Self.share * change
      }
    }
  }

  /// The best score that a word has in each kind.
  private func kindScores(_ scores: [Float], _ word: Int) -> [Float] {
    (0..<kindCount).map { kind in
      var best = -Float.infinity
      for (tag, other) in kinds.enumerated() where other == kind { best = max(best, scores[word * kinds.count + tag]) }
      return best
    }
  }
}
