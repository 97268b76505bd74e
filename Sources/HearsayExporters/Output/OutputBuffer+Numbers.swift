extension OutputBuffer {
  /// Appends a whole number in decimal digits.
  package mutating func appendDecimal(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    // 20 digits are enough for 64 bits.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      append(UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Appends a finite number in the fewest digits that read back as the same number, always with a point or an exponent:
  /// "1.0", "0.95", "1e-05". Every reader of XML Schema's `double` and every `strtod` takes these.
  package mutating func appendDecimal(_ number: Double) {
    // Weights are mostly small whole numbers, which need no search for the fewest digits.
    if number == number.rounded(.towardZero), number.magnitude < 1e6, !(number == 0 && number.sign == .minus) {
      appendDecimal(Int(number))
      append(".0")
    } else {
      append(number.description)
    }
  }
}
