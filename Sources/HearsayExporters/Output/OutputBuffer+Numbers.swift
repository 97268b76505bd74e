extension OutputBuffer {
  /// Appends a whole number in decimal digits.
  package mutating func appendDecimal(_ number: Int) {
    write(atMost: OutputCursor.longestNumber) { $0.appendDecimal(number) }
  }

  /// Appends a finite number in the fewest digits that read back as the same number, always with a point or an exponent:
  /// "1.0", "0.95", "1e-05". Every reader of XML Schema's `double` and every `strtod` takes these.
  package mutating func appendDecimal(_ number: Double) {
    write(atMost: OutputCursor.longestNumber) { $0.appendDecimal(number) }
  }
}
