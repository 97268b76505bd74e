/// A piece of a line that may hold a date.
enum StampToken: Equatable {
  /// Digits: their value and how many they are.
  case number(Int, digits: Int)
  /// Letters, in lower case, with inner full stops ("a.m").
  case word(String)
  /// Any other character that is not a blank.
  case mark(Unicode.Scalar)

  /// The pieces of `line`, in order.
  static func tokens(of line: some StringProtocol) -> [StampToken] {
    let scalars = Array(line.lowercased().unicodeScalars)
    var tokens: [StampToken] = []
    var index = 0
    while index < scalars.count {
      let start = index
      if isDigit(scalars[index]) {
        while index < scalars.count, isDigit(scalars[index]) { index += 1 }
        let value = scalars[start..<index].reduce(0) { min($0 * 10 + Int($1.value - 48), 1_000_000_000) }
        tokens.append(.number(value, digits: index - start))
      } else if scalars[index].properties.isAlphabetic {
        while index < scalars.count,
          scalars[index].properties.isAlphabetic
            || scalars[index] == "." && index + 1 < scalars.count && scalars[index + 1].properties.isAlphabetic
        {
          index += 1
        }
        tokens.append(.word(String(String.UnicodeScalarView(scalars[start..<index]))))
      } else {
        if !scalars[index].properties.isWhitespace { tokens.append(.mark(scalars[index])) }
        index += 1
      }
    }
    return tokens
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }
}
