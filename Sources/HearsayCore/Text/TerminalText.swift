/// Text from a document or a file's name on its way to a terminal.
public enum TerminalText {
  /// `text` with U+FFFD for every character that a terminal might obey, tabs and line feeds excepted: the controls of
  /// ASCII and of Latin-1, and those that turn the direction of what follows, by which one name can look like another.
  public static func safe(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: isObeyed) else { return String(text) }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isObeyed($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
