/// Header fields as HTTP, MIME and WARC have them: names in any case, a value each, folded lines joined.
struct HeaderFields {
  private var values: [String: String] = [:]

  /// Fields that are kept.
  private static let most = 1_000

  /// Reads lines until one is blank.
  init(_ bytes: ByteReader) {
    var last: String?
    while let line = bytes.line(most: WARCHeader.line), !line.isEmpty {
      let text = String(decoding: line, as: UTF8.self)
      if line[0] == 0x20 || line[0] == 0x09 {
        if let last, let value = values[last], value.utf8.count < WARCHeader.line {
          values[last] = value + " " + Words.collapsed(text)
        }
        continue
      }
      guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), values.count < Self.most else { continue }
      let name = Words.collapsed(text[..<colon]).lowercased()
      // Of several of one name the first counts; a folded line belongs to the field above it all the same.
      if values[name] == nil { values[name] = Words.collapsed(text[text.utf8.index(after: colon)...]) }
      last = name
    }
  }

  /// The value of a field, by its name in lower case; blanks collapsed.
  subscript(name: String) -> String? { values[name] }

  /// The media type without its parameters, in lower case.
  var mediaType: String? {
    values["content-type"]?.split(separator: ";").first.map { Words.collapsed($0).lowercased() }
  }

  /// The encoding that the media type names, in lower case.
  var charset: String? {
    let parameters = values["content-type"]?.lowercased().split(separator: "charset=", maxSplits: 1) ?? []
    guard parameters.count == 2 else { return nil }
    let value = parameters[1].drop { $0 == "\"" || $0 == "'" || $0 == " " }
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:".contains($0)) }
    return value.isEmpty ? nil : String(value)
  }
}
