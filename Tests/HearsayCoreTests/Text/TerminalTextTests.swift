import HearsayCore
import Testing

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("Kari Lund\tsaid\nso — “é” 👩‍👧 ‏שלום", "Kari Lund\tsaid\nso — “é” 👩‍👧 ‏שלום"),
    ("\u{1B}[2J\u{7}x", "\u{FFFD}[2J\u{FFFD}x"), ("a\r\u{8}b\u{7F}", "a\u{FFFD}\u{FFFD}b\u{FFFD}"),
    ("\u{9B}31m\u{90}", "\u{FFFD}31m\u{FFFD}"), ("gnp\u{202E}txt.exe\u{2066}", "gnp\u{FFFD}txt.exe\u{FFFD}"),
  ])
  func `nothing that a terminal might obey comes through`(text: String, shown: String) {
    // By scalars: to Swift, carriage return and line feed are one character.
    #expect(TerminalText.safe(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
  }
}
