/// Whether a text is written in words at all, as far as its letters tell; in which language is for a later stage to say.
enum LetterCheck {
  /// The least share of letters among the characters that are not blank.
  private static let leastLetters = 0.4
  /// The greatest mean length of words, in bytes, in a text of ASCII: encoded data has no spaces.
  private static let longestMeanWord = 40

  /// Why `text` is no article, or nil where it may be one.
  static func reason(against text: String) -> String? {
    var letters = 0
    var visible = 0
    var isASCII = true
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        if byte.isLetter { letters += 1 }
        if !byte.isBlank { visible += 1 }
      } else {
        isASCII = false
        visible += 1
        if scalar.properties.isAlphabetic { letters += 1 }
      }
    }
    if visible == 0 { return "no text in it" }
    if letters == 0 { return "no letters in it: an article is written in words" }
    if Double(letters) < leastLetters * Double(visible) { return "not language: more figures and marks than letters" }
    if isASCII, visible > longestMeanWord * Words.count(text) { return "not language: no spaces part its words" }
    return nil
  }
}
