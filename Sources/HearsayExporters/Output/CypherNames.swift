/// Names that Cypher and Neo4j take without quotation marks.
enum CypherNames {
  /// A kind as a label: ASCII letters, digits and `_`, the first a capital.
  static func label(_ kind: String) -> String {
    var bytes = kind.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        byte
      default: UInt8(ascii: "_")
      }
    }
    if let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) { bytes[0] = first - 32 }
    let isName = bytes.first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
    return (isName ? "" : "Kind_") + String(decoding: bytes, as: UTF8.self)
  }

  /// A kind as the type of a relationship: a label in capitals.
  static func type(_ kind: String) -> String { label(kind).uppercased() }
}
