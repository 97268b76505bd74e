/// How a word is written: what lower-casing loses. The order is that of the weights' casing table.
enum WordShape: Int {
  case special, lower, title, upper, single, mixedInitial, mixed, digits, alphanumericUpper, alphanumericLower,
    punctuation, uncased

  /// The shape of a word of UTF-8 `bytes`.
  init(_ bytes: some Collection<UInt8>) {
    var counts = Counts()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { counts.add(scalar) }
    self = counts.shape
  }

  /// The row of the casing table for the first piece of a word of this shape, or for its other pieces.
  func row(isFirst: Bool) -> Int { 2 * rawValue + (isFirst ? 0 : 1) }

  /// Letters and digits by kind.
  private struct Counts {
    var upper = 0
    var lower = 0
    var uncased = 0
    var digits = 0
    var isInitialUpper: Bool?

    mutating func add(_ scalar: Unicode.Scalar) {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if byte.isDigit { digits += 1 }
        if byte.isUpper { addUpper() }
        if byte.isLower { addLower() }
        return
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .titlecaseLetter: addUpper()
      case .lowercaseLetter: addLower()
      case .modifierLetter, .otherLetter:
        uncased += 1
        isInitialUpper = isInitialUpper ?? false
      case .decimalNumber: digits += 1
      default: break
      }
    }

    private mutating func addUpper() {
      upper += 1
      isInitialUpper = isInitialUpper ?? true
    }

    private mutating func addLower() {
      lower += 1
      isInitialUpper = isInitialUpper ?? false
    }

    var shape: WordShape {
      if upper + lower + uncased == 0 { return digits > 0 ? .digits : .punctuation }
      if digits > 0 { return upper > 0 ? .alphanumericUpper : .alphanumericLower }
      if upper == 0 { return lower > 0 ? .lower : .uncased }
      if lower + uncased == 0 { return upper == 1 ? .single : .upper }
      if isInitialUpper == true { return upper == 1 ? .title : .mixedInitial }
      return .mixed
    }
  }
}
