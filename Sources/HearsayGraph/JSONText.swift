/// JSON (RFC 8259) as text, written in one place: every output that speaks it escapes alike.
public enum JSONText {
  /// `text` in quotation marks. Escapes what the grammar demands, and U+2028, U+2029 and DEL, which some readers trip on.
  public static func quoted(_ text: some StringProtocol) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// An array of texts: `["a","b"]`.
  public static func array(_ texts: some Sequence<String>) -> String {
    "[" + texts.map { quoted($0) }.joined(separator: ",") + "]"
  }
}
