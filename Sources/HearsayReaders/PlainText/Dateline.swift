import CHearsayTables
import HearsayCore

/// What an agency's dateline tells: "GENEVA, Jan 21, 2022 (Reuters) -", "MOSCOW (Sputnik) -", "MINSK, January 9. /TASS/.".
///
/// The dateline stays in the text; it is the article's own.
struct Dateline: Equatable {
  /// The agency or paper.
  let outlet: String?
  /// The day, where the dateline prints the year.
  let published: CalendarDate?

  /// How far into a paragraph a dateline may reach, in bytes.
  private static let reach = 120

  /// The dateline that opens `paragraph`, or nil where none does.
  init?(_ paragraph: String) {
    let head = Array(paragraph.utf8.prefix(Self.reach))
    guard let (prefix, agency) = Self.signed(head) else { return nil }
    let place = String(decoding: prefix, as: UTF8.self)
    guard Self.isPlace(place, isKnownAgency: Self.agencies.contains(agency)) else { return nil }
    outlet = Self.fullName[agency] ?? agency
    published = DateForms.date(in: place)
  }

  /// What stands before the agency's name, and the name: in brackets with a dash after them, or between strokes.
  private static func signed(_ head: [UInt8]) -> (prefix: ArraySlice<UInt8>, agency: String)? {
    for index in head.indices {
      if head[index] == UInt8(ascii: "("), let close = head[index...].firstIndex(of: UInt8(ascii: ")")),
        hasDash(head[(close + 1)...]), let name = name(head[(index + 1)..<close])
      {
        return (head[..<index], name)
      }
      if head[index] == UInt8(ascii: "/"), index == 0 || head[index - 1] == 0x20,
        let close = head[(index + 1)...].firstIndex(of: UInt8(ascii: "/")), close + 1 < head.count,
        head[close + 1] == UInt8(ascii: ".") || hasDash(head[(close + 1)...]),
        let name = name(head[(index + 1)..<close])
      {
        return (head[..<index], name)
      }
    }
    return nil
  }

  private static func hasDash(_ tail: ArraySlice<UInt8>) -> Bool {
    let text = tail.drop { $0 == 0x20 || $0 == UInt8(ascii: ".") }
    return text.first == UInt8(ascii: "-") || text.starts(with: [0xE2, 0x80, 0x93])
      || text.starts(with: [0xE2, 0x80, 0x94])
  }

  /// One to four words that begin with capitals, without digits.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = Words.collapsed(String(decoding: bytes, as: UTF8.self))
    let words = Words.split(text)
    guard (1...4).contains(words.count), text.utf8.count <= 40, !text.utf8.contains(where: \.isDigit),
      words.allSatisfy({ word in
        word.unicodeScalars.first?.properties.isUppercase == true || ["of", "the", "and", "dpa"].contains(word)
      })
    else { return nil }
    return text
  }

  /// Whether `text` is what stands before an agency's name: nothing, places in capitals, or, where the agency is known,
  /// places as names are written; perhaps with a date.
  private static func isPlace(_ text: String, isKnownAgency: Bool) -> Bool {
    let words = Words.split(text)
    guard words.count <= 9 else { return false }
    return words.allSatisfy { word in
      let folded = Words.folded(word)
      if folded.isEmpty || StampWords.known[folded] != nil { return true }
      if word.unicodeScalars.contains(where: { $0.properties.isLowercase }) {
        return isKnownAgency && word.unicodeScalars.first?.properties.isUppercase == true
          || ["and", "de", "la", "al-", "upon", "am", "el"].contains(folded)
      }
      return true
    }
  }

  private static let table: [TableReader.Row] = {
    let table = hearsay_table_agencies()
    return TableReader(bytes: table.bytes, count: table.count).rows
  }()

  /// Every form of every known agency's name.
  private static let agencies: Set<String> = Set(table.flatMap { [$0.text("name") ?? ""] + $0.list("forms") })

  /// Another form of a name, to the name that the outlet is known by.
  private static let fullName: [String: String] = {
    var names: [String: String] = [:]
    for row in table { for form in row.list("forms") { names[form] = row.text("name") } }
    return names
  }()
}
