/// How many letters two words differ by.
enum EditDistance {
  /// Whether leaving out a letter of the one or the other makes of them two words that `isOne` joins, or equal ones.
  static func isTwo(_ left: String, _ right: String) -> Bool {
    if abs(left.utf8.count - right.utf8.count) > 2 { return false }
    func shorter(_ text: String) -> [String] {
      let letters = Array(text)
      return letters.indices.map { String(letters[..<$0] + letters[($0 + 1)...]) }
    }
    return shorter(left).contains { $0 == right || isOne($0, right) }
      || shorter(right).contains { $0 == left || isOne(left, $0) }
  }

  /// Whether two words have the same letters, the first in its place, and the others changed about: "Gijira" and "Girija".
  static func isShuffled(_ left: String, _ right: String) -> Bool {
    left != right && left.utf8.first == right.utf8.first && left.utf8.count == right.utf8.count
      && left.utf8.sorted() == right.utf8.sorted()
  }

  /// Whether one letter more, less or other, or two changed about, is all that parts two words.
  static func isOne(_ left: String, _ right: String) -> Bool {
    if abs(left.utf8.count - right.utf8.count) > 1 || left == right { return false }
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var (endA, endB) = (a.count, b.count)
    while endA > start, endB > start, a[endA - 1] == b[endB - 1] { (endA, endB) = (endA - 1, endB - 1) }
    if endA - start <= 1, endB - start <= 1 { return true }
    return endA - start == 2 && endB - start == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
  }
}
