/// What a byte of UTF-8 is, as far as ASCII goes.
extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLowercase: Bool { self >= 0x61 && self <= 0x7A }
  var isUppercase: Bool { self >= 0x41 && self <= 0x5A }
  var isLetter: Bool { isLowercase || isUppercase }
  /// Space, tab, line feed, carriage return or form feed.
  var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}
