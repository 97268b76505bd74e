/// Whether bytes are a text at all.
enum BinaryCheck {
  /// What files begin with that are often met among articles, and what to do about them.
  private static let signatures: [(bytes: [UInt8], advice: String)] = [
    (Array("%PDF-".utf8), "a PDF file: extract its text first (pdftotext)"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an office document: save it as text first"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed by xz: decompress it first, or use gzip or zstd"),
    (Array("BZh".utf8) + [0x39], "compressed by bzip2: decompress it first, or use gzip or zstd"),
    (Array("{\\rtf".utf8), "rich text (RTF): save it as plain text first"),
    ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"), (Array("GIF8".utf8), "a picture"),
  ]

  /// Why bytes that begin with `head` are no text, or nil where they may be one.
  static func reason(against head: ArraySlice<UInt8>) -> String? {
    if let known = signatures.first(where: { head.starts(with: $0.bytes) }) { return known.advice }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      return nil
    }
    var controls = 0
    for byte in head where byte < 0x20 && !byte.isBlank && byte != 0x1B { controls += byte == 0 ? 10 : 1 }
    // One NUL in a hundred bytes, or one other control character in ten: a stray one is mended, not refused.
    return controls * 10 > head.count
      ? "a binary file: give articles as text, HTML, XML, JSON Lines, WARC or EPUB" : nil
  }
}
