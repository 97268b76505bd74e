import CHearsayTables
import HearsayCore

/// What a page's own names for its parts say of them: `markup.tsv`.
struct Zones: Sendable {
  /// What the names of a part say.
  enum Zone: Int, Sendable {
    case none, content, aside, drop
  }

  /// What the program knows.
  static let known = Zones()

  private let kinds: [String: Zone]
  private let layout: Set<String>
  private let longest: Int

  private init() {
    let table = hearsay_table_markup()
    var kinds: [String: Zone] = [:]
    var layout: Set<String> = []
    for row in TableReader(bytes: table.bytes, count: table.count).rows {
      switch row.text("kind") {
      case "drop": for name in row.list("names") { kinds[name] = .drop }
      case "aside": for name in row.list("names") where kinds[name] == nil { kinds[name] = .aside }
      case "content": for name in row.list("names") where kinds[name] == nil { kinds[name] = .content }
      default: layout.formUnion(row.list("names"))
      }
    }
    self.kinds = kinds
    self.layout = layout
    longest = kinds.keys.map { Words.count($0) }.max() ?? 1
  }

  /// What the class or id `names` says: `drop` before `aside` before `content`; and how many words its content name
  /// has, since "article body" says more than "content".
  func zone(of names: String) -> (zone: Zone, contentWords: Int) {
    var found = Zone.none
    var contentWords = 0
    for name in names.utf8.split(whereSeparator: \.isBlank) {
      let words = Self.words(of: name)
      for start in words.indices {
        for count in (1...longest).reversed() where start + count <= words.count {
          let joined = count == 1 ? words[start] : words[start..<start + count].joined(separator: " ")
          guard let zone = kinds[joined] else { continue }
          if zone == .content { contentWords = max(contentWords, count) }
          // "with-sidebar" and "no-comments" tell of the page, and so do names that say it is the article all the same.
          if zone == .drop || zone == .aside, start > 0, layout.contains(words[start - 1]) { break }
          if zone.rawValue > found.rawValue { found = zone }
          break
        }
      }
    }
    return (found, contentWords)
  }

  /// The words of one name: parted at anything but letters, and at capitals after small letters.
  private static func words(of name: Substring.UTF8View) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var isAfterSmall = false
    for byte in name {
      if !byte.isLetter || byte.isUppercase && isAfterSmall {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if byte.isLetter { word.append(byte.lowercased) }
      isAfterSmall = byte.isLowercase
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
