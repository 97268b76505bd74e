extension TokenScanner {
  /// A number, date or time from its first digit, with its ordinal ending or its unit parted.
  mutating func scanNumber(_ start: Int) -> Int {
    var end = start
    /// Whether a hyphen was taken into the number.
    var isHyphenated = false
    while end < piece.upperBound {
      let byte = bytes[end]
      if byte.isDigit {
        end += 1
      } else if byte == UInt8(ascii: "-"), let numeral = hyphenatedEnd(start, end, isHyphenated: isHyphenated) {
        (end, isHyphenated) = (numeral, true)
      } else if isNumberMark(byte), end + 1 < piece.upperBound, bytes[end + 1].isDigit {
        // "1/2" and "3/4" are parted, "9/11" and "11/28/2000" are dates.
        if byte == UInt8(ascii: "/"), isFraction(start, end) { break }
        end += 1
      } else {
        break
      }
    }
    return scanNumberTail(start, end)
  }

  /// What follows the digits: "th", "s", "GB" stay; "pm", "km", "k" are words of their own.
  private mutating func scanNumberTail(_ start: Int, _ end: Int) -> Int {
    var tail = end
    while tail < piece.upperBound, bytes[tail].isAlphanumeric { tail += 1 }
    if tail > end {
      if isUnit(lowered(end, tail)) {
        emit(start, end)
        return scanWord(end)
      }
      return scanWord(start)
    }
    if let (kind, length) = characterClass(end), kind == .apostrophe, matches("s", end + length),
      !isAlphanumeric(end + length + 1)
    {
      emit(start, end + length + 1)
      return end + length + 1
    }
    if let (kind, _) = characterClass(end), kind == .letter { return scanWord(start) }
    if let file = fileNameEnd(end) {
      emit(start, file)
      return file
    }
    emit(start, end)
    return end
  }

  /// The end of ".doc" behind the digits of a file's name.
  private func fileNameEnd(_ offset: Int) -> Int? {
    guard offset + 1 < piece.upperBound, bytes[offset] == UInt8(ascii: "."), bytes[offset + 1].isLetter
    else { return nil }
    var end = offset + 1
    while end < piece.upperBound, bytes[end].isAlphanumeric { end += 1 }
    return Addresses.isDomain(lowered(offset + 1, end)) ? end : nil
  }

  private func isNumberMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/")
  }

  /// Whether "/" at `offset` parts one digit from one digit and nothing else.
  private func isFraction(_ start: Int, _ offset: Int) -> Bool {
    guard offset == start + 1, bytes[start].isDigit else { return false }
    let after = offset + 2
    return after >= piece.upperBound || !(bytes[after].isDigit || bytes[after] == UInt8(ascii: "/"))
  }

  /// The end of the digits behind a hyphen at `offset` where the whole is one number: telephone numbers, postal codes
  /// and days ("713-853-3989", "345-9945", "2022-01-07"), not a range ("2003-2007", "5-10").
  ///
  /// `isHyphenated` says that the digits before belong to such a number: "3989" of "713-853-3989" goes on with it, "11"
  /// of "10:30-11:30" does not.
  private func hyphenatedEnd(_ start: Int, _ offset: Int, isHyphenated: Bool) -> Int? {
    func digits(_ from: Int) -> Int {
      var end = from
      while end < piece.upperBound, bytes[end].isDigit { end += 1 }
      return end
    }
    let first = isHyphenated ? start : digits(start)
    let next = digits(offset + 1)
    guard next > offset + 1, next == piece.upperBound || !bytes[next].isLetter else { return nil }
    if first != offset { return isHyphenated ? next : nil }
    let hasMore = next + 1 < piece.upperBound && bytes[next] == UInt8(ascii: "-") && bytes[next + 1].isDigit
    let (before, after) = (offset - start, next - offset - 1)
    return hasMore || (before == 3 && after >= 3 && after <= 4) || (before == 5 && after == 4) ? next : nil
  }

  private func isUnit(_ text: String) -> Bool {
    switch text {
    case "am", "pm", "ft", "in", "k", "m", "mm", "cm", "km", "kg", "lb", "lbs", "oz", "h", "hr", "hrs", "mi", "mph",
      "kmh", "bn", "b", "mn", "tn", "c", "f", "hh", "min", "mins", "sec", "yr", "yrs", "x", "w", "kw", "mw", "gw",
      "mwh",
      "hz", "khz", "mhz", "ghz", "kb", "mb", "gb", "tb", "ml", "l", "mg", "g", "p", "gmt", "et", "est", "utc":
      // "4G" and "3G" are names.
      return text != "g"
    default: return false
    }
  }
}
