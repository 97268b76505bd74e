import CHearsayTables
import HearsayCore

/// How names are compared and made into ids: letters become ASCII by a small table.
enum Folding {
  /// One entry per Unicode scalar below U+2030: its ASCII, nil where the table has none.
  private static let table: [String?] = {
    var table = [String?](repeating: nil, count: 0x2030)
    let bytes = hearsay_table_folding()
    for row in TableReader(bytes: bytes.bytes, count: bytes.count).rows {
      guard let letter = row.text("letter")?.unicodeScalars.first, Int(letter.value) < table.count else { continue }
      table[Int(letter.value)] = row.text("ascii") ?? ""
    }
    return table
  }()

  /// `text` in ASCII as far as the table goes; other letters stay as they are.
  static func ascii(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
    var folded = ""
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x80, Int(scalar.value) < table.count, let ascii = table[Int(scalar.value)] {
        folded += ascii
      } else if (0x300...0x36F).contains(scalar.value) {
        continue  // a combining mark: "e" + U+0301
      } else {
        folded.unicodeScalars.append(scalar)
      }
    }
    return folded
  }

  /// `text` for comparison: ASCII, lower-case, words parted by one space, apostrophes and full stops left out, hyphens
  /// as spaces: "Kassym-Jomart" is "kassym jomart", "N'Djamena" is "ndjamena", "U.S." is "us".
  static func key(_ text: some StringProtocol) -> String {
    var key: [UInt8] = []
    for byte in ascii(text).utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: key.append(byte)
      case UInt8(ascii: "'"), UInt8(ascii: "."): continue
      case UInt8(ascii: "&"): key += Array("and".utf8)
      default: if let last = key.last, last != 0x20 { key.append(0x20) }
      }
    }
    if key.last == 0x20 { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
  }

  /// `label` as the part of an id behind the kind: `antony-blinken`. A label with letters that the table does not
  /// know becomes 12 hexadecimal digits of its SHA-256.
  static func slug(_ label: some StringProtocol) -> String {
    let key = Self.key(label)
    if key.isEmpty || !key.utf8.allSatisfy({ $0 < 0x80 }) {
      return "x" + SHA256(Array(label.utf8)).hex.prefix(12)
    }
    return key.split(separator: " ").joined(separator: "-")
  }
}
