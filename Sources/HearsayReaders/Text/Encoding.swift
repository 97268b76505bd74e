import CLibXML2

/// An encoding that documents declare, other than UTF-8: read by libxml2's converters (iconv), Windows-1252 by our own.
struct Encoding: Equatable {
  /// The name by which the converter knows it.
  let name: String

  /// The encoding that `label` names, as web pages spell it; nil for UTF-8 and for what is not known.
  ///
  /// ISO 8859-1 and ASCII mean Windows-1252, as in browsers (https://encoding.spec.whatwg.org/#names-and-labels);
  /// UTF-16 in a declaration that could be read as ASCII cannot be true.
  init?(label: String) {
    var label = label.lowercased().filter { $0 != " " }
    if label.hasPrefix("x-sjis") || label == "sjis" || label == "windows-31j" { label = "shift_jis" }
    if let known = Self.names[label] {
      name = known
    } else if let family = Self.families.first(where: { label.hasPrefix($0) }),
      label.utf8.count <= family.utf8.count + 2
    {
      name = label.uppercased()
    } else {
      return nil
    }
  }

  private static let families = ["iso-8859-", "windows-125", "koi8-"]
  private static let names = [
    "iso-8859-1": "WINDOWS-1252", "iso8859-1": "WINDOWS-1252", "latin1": "WINDOWS-1252", "latin-1": "WINDOWS-1252",
    "ascii": "WINDOWS-1252", "us-ascii": "WINDOWS-1252", "ansi": "WINDOWS-1252", "cp1252": "WINDOWS-1252",
    "iso8859-15": "ISO-8859-15", "latin9": "ISO-8859-15", "cp1251": "WINDOWS-1251", "win-1251": "WINDOWS-1251",
    "cp1250": "WINDOWS-1250", "latin2": "ISO-8859-2", "ibm866": "CP866", "cp866": "CP866", "macintosh": "MACINTOSH",
    "shift_jis": "CP932", "euc-jp": "EUC-JP", "iso-2022-jp": "ISO-2022-JP", "gb2312": "GB18030", "gbk": "GB18030",
    "gb18030": "GB18030", "big5": "BIG5-HKSCS", "euc-kr": "CP949", "ks_c_5601-1987": "CP949", "tis-620": "TIS-620",
  ]

  /// `bytes` in UTF-8, with U+FFFD for what means nothing; nil where this machine has no such converter.
  func utf8(of bytes: [UInt8]) -> [UInt8]? {
    if name == "WINDOWS-1252" { return Self.windows1252(bytes) }
    guard let handler = xmlFindCharEncodingHandler(name) else { return nil }
    defer { xmlCharEncCloseFunc(handler) }
    guard let output = xmlBufferCreate(), let input = xmlBufferCreate() else { return nil }
    defer {
      xmlBufferFree(output)
      xmlBufferFree(input)
    }
    var start = 0
    while start < bytes.count {
      // Pieces, since the converter stops at a byte that means nothing and must be set going after it.
      let end = min(bytes.count, start + 16_384)
      bytes[start..<end].withUnsafeBufferPointer { piece in
        xmlBufferEmpty(input)
        _ = xmlBufferAdd(input, piece.baseAddress, Int32(piece.count))
      }
      // What is left may be the first half of a character that the next piece has whole, or what the output had no room
      // for: only where nothing at all was taken does it begin with a byte that means nothing.
      _ = xmlCharEncInFunc(handler, output, input)
      let left = Int(xmlBufferLength(input))
      let isStuck = left == end - start
      start = end - left
      if isStuck {
        // A byte that means nothing; or the first half of a character at the end of all.
        _ = xmlBufferAdd(output, [0xEF, 0xBF, 0xBD], 3)
        start += 1
      }
    }
    guard let content = xmlBufferContent(output) else { return [] }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(output))))
  }

  /// Windows-1252 in UTF-8; the five bytes that it leaves undefined become U+FFFD.
  static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case 0..<0x80: text.append(byte)
      case 0x80..<0xA0:
        text += UTF8.encode(Unicode.Scalar(high[Int(byte) - 0x80]) ?? "\u{FFFD}") ?? .encodedReplacementCharacter
      default: text += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
      }
    }
    return text
  }

  /// What 0x80...0x9F mean in Windows-1252 (https://encoding.spec.whatwg.org/index-windows-1252.txt).
  private static let high: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
