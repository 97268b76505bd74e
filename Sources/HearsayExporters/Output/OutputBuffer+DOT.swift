extension OutputBuffer {
  /// The longest quoted string that we write, in bytes; Graphviz refuses more than 16,384.
  package static let longestDOTString = 16_000

  /// Appends a text as a quoted string of DOT (https://graphviz.org/doc/info/lang.html), cut with `…` where that
  /// takes more than `longest` bytes.
  ///
  /// Backslash and quotation mark get a backslash, line ends are `\n`; control characters and what XML cannot have become
  /// U+FFFD, because Graphviz would copy them into an SVG. For the same reason `&` becomes `&amp;` where a name and a
  /// semicolon follow: Graphviz takes it for an entity of HTML, known or not.
  package mutating func appendDOT(_ text: String, atMost longest: Int = longestDOTString) {
    var text = text
    text.withUTF8 { bytes in
      write(atMost: OutputCursor.room(forDOT: bytes.count, atMost: longest) + 2) { cursor in
        cursor.append(UInt8(ascii: "\""))
        cursor.appendDOT(PlainText(bytes), atMost: longest)
        cursor.append(UInt8(ascii: "\""))
      }
    }
  }
}
