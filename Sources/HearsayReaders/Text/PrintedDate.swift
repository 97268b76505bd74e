import HearsayCore

/// The day in what a file's own format gives as a date: ISO 8601 and RFC 3339, with hyphens or without, RFC 822 and what
/// newspapers print.
enum PrintedDate {
  /// The day, as the text's own time zone has it; nil where there is none.
  static func date(_ text: String) -> CalendarDate? {
    CalendarDate(iso8601: text) ?? compact(text) ?? DateForms.date(in: text) ?? shortYear(text)
  }

  /// "20220122" or "20220122T0850".
  private static func compact(_ text: String) -> CalendarDate? {
    let digits = text.utf8.prefix { $0.isDigit }
    guard digits.count == 8, let value = Int(String(decoding: digits, as: UTF8.self)), value > 19_000_000 else {
      return nil
    }
    return CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }

  /// "Sat, 22 Jan 22 08:50:00 GMT": RFC 822 had two digits for the year.
  private static func shortYear(_ text: String) -> CalendarDate? {
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    guard let first = words.firstIndex(where: { $0.utf8.count <= 2 && Int($0) != nil }), first + 2 < words.count,
      words[first + 2].utf8.count == 2, let year = Int(words[first + 2]), year >= 0
    else { return nil }
    // As RFC 2822 has it: 50 to 99 are of the last century.
    return DateForms.date(in: "\(words[first]) \(words[first + 1]) \(year < 50 ? 2000 + year : 1900 + year)")
  }
}

/// Language codes as documents declare them.
enum LanguageCode {
  /// The ISO 639-1 code that `declared` ("en-GB") begins with; nil where there is none.
  static func code(_ declared: String?) -> String? {
    guard let code = declared?.lowercased().prefix(while: { $0.isASCII && $0.isLetter }), code.count == 2 else {
      return nil
    }
    return String(code)
  }
}
