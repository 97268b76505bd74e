/// What begins a record of a web archive.
enum WARCHeader {
  /// A record's fields, and how many bytes its block has.
  case header(HeaderFields, length: Int)
  /// Lines that are none.
  case none

  /// Bytes of one line of a header that are looked at.
  static let line = 65_536

  /// The next header, past blank lines, or one stretch of lines that are none; nil at the end.
  static func next(in bytes: ByteReader) -> WARCHeader? {
    while let line = bytes.line(most: line) {
      if line.allSatisfy(\.isBlank) { continue }
      guard line.starts(with: "WARC/".utf8) else {
        // Up to where a record begins: what was lost may be large.
        while !bytes.isAtEnd, !bytes.ahead(5).elementsEqual("WARC/".utf8) { _ = bytes.line(most: 8) }
        return WARCHeader.none
      }
      let fields = HeaderFields(bytes)
      guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else { return WARCHeader.none }
      return .header(fields, length: length)
    }
    return nil
  }
}
