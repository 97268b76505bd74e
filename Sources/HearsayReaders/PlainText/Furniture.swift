import CHearsayTables
import HearsayCore

/// Tells a site's furniture (menus, buttons, credits, notices) from an article's own sentences.
///
/// The phrases are data: `furniture.tsv`. What is in doubt is no furniture.
struct Furniture: Sendable {
  /// What the program knows.
  static let known = Furniture()

  private let lines: Set<String>
  private let longestLine: Int
  private let glued: [String]
  private let labels: Set<String>
  private let longestLabel: Int
  private let notices: PhraseSet
  private let credits: PhraseSet

  /// Bytes at the end of a paragraph in which furniture is looked for.
  private static let longestEnd = 240

  private init() {
    let table = hearsay_table_furniture()
    var phrases: [String: [String]] = [:]
    for row in TableReader(bytes: table.bytes, count: table.count).rows {
      phrases[row.text("kind") ?? "", default: []] += row.list("phrase")
    }
    glued = phrases["glued", default: []]
    lines = Set((phrases["line", default: []] + glued).map { Words.folded($0) })
    longestLine = lines.map { Words.count($0) }.max() ?? 0
    labels = Set(phrases["label", default: []])
    longestLabel = labels.map(\.utf8.count).max() ?? 0
    notices = PhraseSet(phrases["notice", default: []])
    credits = PhraseSet(phrases["credit", default: []])
  }

  /// Bytes from which a paragraph is none, however few its words.
  private static let longestParagraph = 4_000

  /// Whether a whole paragraph is furniture.
  func isFurniture(_ paragraph: String) -> Bool {
    guard paragraph.utf8.count < Self.longestParagraph else { return false }
    let count = Words.count(paragraph)
    if count <= 16, isMadeOfLines(paragraph) { return true }
    if count <= 80, isNotice(paragraph) { return true }
    return count <= 24 && isLabelled(paragraph, words: count) || count <= 16 && isCredit(paragraph)
  }

  /// Whether `paragraph` is nothing but phrases that stand alone: "Share Tweet Email", "Comments (12)".
  func isMadeOfLines(_ paragraph: String) -> Bool {
    let words = Words.split(paragraph).map { Words.folded($0) }.filter { !$0.isEmpty }
    guard !words.isEmpty else { return false }
    // The positions up to which the words are a row of phrases.
    var reached = [true] + Array(repeating: false, count: words.count)
    for start in 0..<words.count where reached[start] {
      for end in (start + 1)...min(words.count, start + longestLine) where !reached[end] {
        if lines.contains(words[start..<end].joined(separator: " ")) { reached[end] = true }
      }
    }
    return reached[words.count] || lines.contains(Words.folded(paragraph))
  }

  private func isNotice(_ paragraph: String) -> Bool {
    // What stands in quotation marks was said.
    guard let opening = paragraph.unicodeScalars.first, !"\"'\u{201C}\u{201E}\u{00AB}".unicodeScalars.contains(opening)
    else { return false }
    let lower = PhraseSet.lowered(paragraph)
    // From the first letter, bracket or other character than ASCII's marks: "* We use cookies", "© 2022".
    let start = lower.firstIndex { $0.isLetter || $0 >= 0x80 || $0 == UInt8(ascii: "(") } ?? lower.count
    return notices.begins(lower, at: start) || lower.suffix(20).elementsEqual("all rights reserved.".utf8)
  }

  /// Whether a phrase and a colon, bar, dash or arrow open what is a link's text and no sentence.
  private func isLabelled(_ paragraph: String, words: Int) -> Bool {
    let lower = paragraph.lowercased().replacing("\u{2019}", with: "'")
    let head = lower.unicodeScalars.prefix(longestLabel + 4)
    for index in head.indices
    where ":|\u{00BB}>\u{2192}\u{25BA}\u{25B6}\u{2014}\u{2013}-".unicodeScalars.contains(head[index]) {
      // "U-turn" and the like: a dash is one only between spaces.
      if head[index] == "-" || head[index] == "\u{2013}" {
        guard index > head.startIndex, head[head.index(before: index)] == " " else { continue }
      }
      guard labels.contains(Words.folded(String(head[..<index]))) else { continue }
      return words <= 14 || !SentenceEnd.ends(paragraph)
    }
    return false
  }

  /// Whether a short paragraph says who made a picture.
  private func isCredit(_ paragraph: String) -> Bool {
    guard !SentenceEnd.ends(paragraph) || paragraph.hasSuffix(")") else { return false }
    let lower = PhraseSet.lowered(paragraph)
    return lower.indices.contains { credits.begins(lower, at: $0) }
  }

  /// `paragraph` without furniture at its end, where a sentence ends before that: "... he said. read more".
  func trimmedEnd(_ paragraph: String) -> String {
    // Only the end is looked at, however long the paragraph.
    let bytes = paragraph.utf8
    var start = bytes.index(bytes.endIndex, offsetBy: -Self.longestEnd, limitedBy: bytes.startIndex) ?? bytes.startIndex
    while start < bytes.endIndex, bytes[start] & 0xC0 == 0x80 { start = bytes.index(after: start) }
    let head = paragraph[..<start]
    var text = String(paragraph[start...])
    while let cut = cutEnd(of: text) {
      text = cut
      if SentenceEnd.ends(text) { return Words.collapsed(head + text) }
    }
    return paragraph
  }

  /// `text` without the glued phrase at its end.
  private func cutEnd(of text: String) -> String? {
    let marks = ". >\u{2026}\u{00BB}\u{203A}\u{2192}".unicodeScalars
    let scalars = text.unicodeScalars
    guard let last = scalars.lastIndex(where: { !marks.contains($0) }) else { return nil }
    let tail = String(scalars[...last])
    let lower = tail.lowercased()
    guard lower.utf8.count == tail.utf8.count else { return nil }
    for phrase in glued where lower.hasSuffix(phrase) {
      let before = Substring(tail.utf8.dropLast(phrase.utf8.count))
      guard before.utf8.last?.isBlank == true else { continue }
      return Words.collapsed(before)
    }
    return nil
  }
}
