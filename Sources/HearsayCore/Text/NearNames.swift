/// Names that someone may have meant by a name that there is not.
public enum NearNames {
  /// The most names that are suggested.
  private static let most = 3

  /// Those of `names` that are near `name`, the nearest first: of which it is a part, or from which a few letters part it.
  ///
  /// Case makes no difference.
  public static func near(_ name: String, among names: some Sequence<String>) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty else { return [] }
    var found: [(distance: Int, name: String)] = []
    for candidate in names {
      let letters = Array(candidate.lowercased().unicodeScalars)
      // A quarter of the letters may differ, but always one: "speker" for "speakers", "Blinkin" for "Blinken".
      let limit = max(1, max(wanted.count, letters.count) / 4)
      let distance = distance(wanted, letters)
      if distance <= limit {
        found.append((distance, candidate))
      } else if wanted.count >= 3, candidate.lowercased().contains(name.lowercased()) {
        found.append((limit + letters.count - wanted.count, candidate))
      }
    }
    var seen: Set<String> = []
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.map(\.name)
      .filter { seen.insert($0).inserted }.prefix(most).map(\.self)
  }

  /// The fewest letters to add, leave out or change to come from one to the other (Levenshtein, 1966).
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let changed = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, diagonal + 1, row[j] + 1)
      }
    }
    return row[right.count]
  }
}
