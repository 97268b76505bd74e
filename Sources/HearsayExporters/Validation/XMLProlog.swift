/// What stands before the first element of an XML file: looked at before a parser is let loose on it.
///
/// A DTD can name other files and make entities by the million; libxml2's schema validator cannot cope with either.
struct XMLProlog {
  /// The faults of the prolog, each with its line.
  private(set) var faults: [(message: String, line: Int)] = []
  /// Whether what follows may be parsed.
  private(set) var isHarmless = true

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var line = 1

  /// The prolog of the file that `bytes` are.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    if startsHere([0xEF, 0xBB, 0xBF]) {
      faults.append(("begins with a byte order mark", 1))
      offset = 3
    }
    skipSpace()
    if startsHere("<") { read() } else { stop("is not XML in UTF-8") }
  }

  private mutating func read() {
    while true {
      if startsHere("<?") {
        checkEncoding(upTo: end(of: "?>"))
      } else if startsHere("<!--") {
        move(to: end(of: "-->"))
      } else if startsHere("<!DOCTYPE") {
        return stop("a DTD has no place in a file of Hearsay")
      } else {
        return
      }
      skipSpace()
    }
  }

  /// The name of the first element, without a prefix's namespace looked at; empty where there is none.
  var firstElement: String {
    let name = bytes[offset...].dropFirst().prefix { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func stop(_ message: String) {
    faults.append((message, line))
    isHarmless = false
  }

  /// Passes over `<?xml version="1.0" encoding="UTF-8"?>` or another instruction, and looks at the encoding.
  private mutating func checkEncoding(upTo end: Int) {
    let text = String(decoding: bytes[offset..<end], as: UTF8.self)
    if text.hasPrefix("<?xml "), let name = text.firstRange(of: "encoding=") {
      let value = text[name.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
      if value.uppercased() != "UTF-8" { faults.append(("is encoded in \(value), not in UTF-8", line)) }
    }
    move(to: end)
  }

  /// The offset after the next `mark`, or the end of the file.
  private func end(of mark: StaticString) -> Int {
    var place = offset
    while place < bytes.count, !starts(mark, at: place) { place += 1 }
    return min(place + mark.utf8CodeUnitCount, bytes.count)
  }

  private mutating func move(to end: Int) {
    line += bytes[offset..<end].count { $0 == 0x0A }
    offset = end
  }

  private mutating func skipSpace() {
    let isSpace: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    move(to: bytes[offset...].firstIndex { !isSpace.contains($0) } ?? bytes.count)
  }

  private func startsHere(_ mark: StaticString) -> Bool { starts(mark, at: offset) }

  private func startsHere(_ mark: [UInt8]) -> Bool { bytes[offset...].starts(with: mark) }

  private func starts(_ mark: StaticString, at place: Int) -> Bool {
    bytes[place...].starts(with: UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
  }
}
