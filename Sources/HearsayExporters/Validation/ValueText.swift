import HearsayGraph

/// A value as a file spells it.
struct ValueText {
  private let text: String
  private let type: AttributeType

  init(_ text: String, _ type: AttributeType) {
    self.text = text
    self.type = type
  }

  /// What is wrong with it, or nil.
  var problem: String? {
    if text.isEmpty { return "is empty: what is unknown is left out" }
    switch type {
    case .string: return nil
    case .int: return Int(text) == nil ? "is not a whole number: \"\(Self.shortened(text))\"" : nil
    case .double: return isNumber ? nil : "is not a finite number: \"\(Self.shortened(text))\""
    case .list: return isList ? nil : "is not a JSON array of texts: \"\(Self.shortened(text))\""
    }
  }

  /// A text short enough for a message.
  static func shortened(_ text: String) -> String { text.count <= 60 ? text : text.prefix(60) + "…" }

  /// Digits, a point, an exponent: Swift also reads hexadecimal, "nan" and "infinity".
  private var isNumber: Bool {
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    return isPlain && Double(text)?.isFinite == true
  }

  /// `["a","b"]` with JSON's escapes, by a walk over the bytes.
  private var isList: Bool {
    enum Place { case start, item, inside, escape, after, end }
    var place = Place.start
    for byte in text.utf8 {
      switch (place, byte) {
      case (.start, UInt8(ascii: "[")): place = .item
      case (.item, UInt8(ascii: "\"")): place = .inside
      case (.item, UInt8(ascii: "]")) where text == "[]": place = .end
      case (.inside, UInt8(ascii: "\"")): place = .after
      case (.inside, UInt8(ascii: "\\")): place = .escape
      case (.inside, 0x20...): break
      case (.escape, _): place = .inside
      case (.after, UInt8(ascii: ",")): place = .item
      case (.after, UInt8(ascii: "]")): place = .end
      case (.item, 0x20), (.after, 0x20): break
      default: return false
      }
    }
    return place == .end
  }
}
