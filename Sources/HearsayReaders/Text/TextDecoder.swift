/// Bytes to text: by byte order mark, then by what the document declares, then as UTF-8, then as Windows-1252.
///
/// It never fails. The order is that of browsers (https://encoding.spec.whatwg.org), with one difference: a declaration
/// of a one-byte encoding gives way to bytes that can hardly be anything but UTF-8, since many a page was moved to
/// UTF-8 and kept its old declaration.
struct TextDecoder {
  /// The text as valid UTF-8, without its byte order mark, still with whatever line ends and controls it has.
  let utf8: [UInt8]
  /// What had to be repaired, if anything.
  let note: String?

  /// Decodes `bytes`, of which the document itself says that they are in `declared`.
  init(_ bytes: [UInt8], declared: String? = nil) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      (utf8, note) = Self.unicode(bytes[3...])
    } else if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      (utf8, note) = (Self.utf32(bytes.dropFirst(4), isLittleEndian: bytes[0] == 0xFF), nil)
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      (utf8, note) = (Self.utf16(bytes.dropFirst(2), isLittleEndian: bytes[0] == 0xFF), nil)
    } else {
      let census = UTF8Census(bytes)
      if let name = declared, let encoding = Encoding(label: name), !census.isSurelyUTF8,
        let converted = encoding.utf8(of: bytes)
      {
        (utf8, note) = (converted, nil)
      } else if census.invalid == 0 {
        (utf8, note) = (bytes, nil)
      } else if census.multibyte > census.invalid {
        // Mostly UTF-8, so broken UTF-8: Windows-1252 would garble every accent to mend a few.
        (utf8, note) = Self.unicode(bytes[...])
      } else {
        (utf8, note) = (Encoding.windows1252(bytes), nil)
      }
    }
  }

  /// UTF-8 with every broken sequence replaced, and a note where there was one.
  private static func unicode(_ bytes: ArraySlice<UInt8>) -> ([UInt8], String?) {
    let broken = UTF8Census(bytes).invalid
    guard broken > 0 else { return (Array(bytes), nil) }
    let note = "broken UTF-8: \(broken) \(broken == 1 ? "place was" : "places were") replaced by U+FFFD"
    return (Array(String(decoding: bytes, as: UTF8.self).utf8), note)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func utf32(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8] {
    var text = String.UnicodeScalarView()
    var index = bytes.startIndex
    while index + 3 < bytes.endIndex {
      let four = bytes[index..<index + 4].map(UInt32.init)
      let value = (isLittleEndian ? four.reversed() : four).reduce(0) { $0 << 8 | $1 }
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      index += 4
    }
    return Array(String(text).utf8)
  }
}

/// How far bytes are UTF-8.
struct UTF8Census {
  /// Well-formed sequences of two bytes or more.
  private(set) var multibyte = 0
  /// Places that no well-formed sequence covers.
  private(set) var invalid = 0

  /// Whether the bytes can hardly be in any other encoding: several accents by chance well-formed are most unlikely.
  var isSurelyUTF8: Bool { invalid == 0 && multibyte >= 3 }

  /// Counts; linear.
  init(_ bytes: some Collection<UInt8>) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var isASCII = true
    for byte in bytes where byte >= 0x80 {
      isASCII = false
      break
    }
    if isASCII { return }
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): if scalar.value >= 0x80 { multibyte += 1 }
      case .error: invalid += 1
      case .emptyInput: return
      }
    }
  }
}
