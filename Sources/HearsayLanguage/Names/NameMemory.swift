internal import HearsayCore

/// What a document's clear names say of its unclear ones, and of its headlines.
struct NameMemory {
  private let words: NameWords
  /// The surest reading of each name, by its text.
  private var surest: [String: Name] = [:]
  /// The last words of people with more than one name.
  private var surnames: Set<String> = []
  /// Names in small letters, for headlines.
  private var lowered: [String: Name.Kind] = [:]

  init(_ words: NameWords, _ names: [Name]) {
    self.words = words
    for name in names {
      let text = text(name)
      if name.confidence > surest[text]?.confidence ?? 0 { surest[text] = name }
      if name.kind == .person, name.confidence >= 0.7, let last = text.split(separator: " ").last,
        last.count < text.count
      {
        surnames.insert(String(last))
      }
    }
    for (text, name) in surest where name.confidence >= 0.5 { lowered[text.lowercased()] = name.kind }
    for surname in surnames { lowered[surname.lowercased()] = .person }
  }

  private func text(_ name: Name) -> String { String(decoding: words.document.utf8[name.range.bytes], as: UTF8.self) }

  /// Least confidence of a name that is kept.
  private static let leastConfidence = 0.4

  /// `name` as the rest of the document would read it, or nil where it is too unsure to keep.
  func revised(_ name: Name) -> Name? {
    let text = text(name)
    var revised = name
    if name.confidence < 0.7 {
      if surnames.contains(text) {
        revised = Name(name.range, kind: .person, confidence: 0.8)
      } else if let sure = surest[text], sure.confidence > name.confidence {
        revised = Name(name.range, kind: sure.kind, confidence: sure.confidence * 0.9)
      }
    }
    return revised.confidence >= Self.leastConfidence ? revised : nil
  }

  /// The longest name, in words, that a headline is searched for.
  private static let longestName = 8

  /// The known names in a line where capitals say nothing.
  func names(in headline: Range<Int>) -> [Name] {
    var found: [Name] = []
    var index = headline.lowerBound
    while index < headline.upperBound {
      if words.isCapital(index), let (end, name) = known(from: index, in: headline) {
        found.append(name)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private func known(from start: Int, in headline: Range<Int>) -> (end: Int, name: Name)? {
    let tokens = words.document.tokens
    for end in (start + 1...min(start + Self.longestName, headline.upperBound)).reversed() {
      let text = words.text(start..<end)
      let range = TextRange(tokens[start].range.start, tokens[end - 1].range.end)
      if let kind = lowered[text.lowercased()] { return (end, Name(range, kind: kind, confidence: 0.75)) }
      let isCapitals = words.shapes[start] == .capitals
      switch NameTables.entries[text] ?? (isCapitals ? NameTables.loweredEntries[text.lowercased()] : nil) {
      case .place: return (end, Name(range, kind: .place, confidence: 0.8))
      case .organization: return (end, Name(range, kind: .organization, confidence: 0.8))
      case .given
      where end == start + 1 && end < headline.upperBound && words.isCapital(end)
        && !NameLexicon.functionWords.contains(words.lowered[end]):
        let whole = TextRange(range.start, tokens[end].range.end)
        return (end + 1, Name(whole, kind: .person, confidence: 0.55))
      default: continue
      }
    }
    return nil
  }
}
