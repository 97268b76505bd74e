/// Phrases in lower case, to be found in bytes.
struct PhraseSet: Sendable {
  /// The phrases by their first byte.
  private let phrases: [[[UInt8]]]

  /// A set of `phrases`, none empty.
  init(_ phrases: [String]) {
    var byFirst: [[[UInt8]]] = Array(repeating: [], count: 256)
    for phrase in phrases.map({ Array($0.utf8) }) where !phrase.isEmpty { byFirst[Int(phrase[0])].append(phrase) }
    self.phrases = byFirst
  }

  /// Whether a phrase stands at `index` of `lower`.
  func begins(_ lower: [UInt8], at index: Int) -> Bool {
    guard index < lower.count else { return false }
    return phrases[Int(lower[index])].contains { lower[index...].starts(with: $0) }
  }

  /// `text` in lower case with straight apostrophes, as UTF-8.
  static func lowered(_ text: String) -> [UInt8] {
    let bytes = Array(text.lowercased().utf8)
    guard bytes.contains(0xE2) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: [0xE2, 0x80, 0x99]) {
        result.append(UInt8(ascii: "'"))
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
