internal import CHearsayWeights

/// A file of weights in memory: named sections, read in place. docs/decisions/0401-weights-file.md gives the layout.
final class WeightsFile: @unchecked Sendable {
  /// How a section's bytes are to be read; raw values as in the file.
  enum Kind: UInt32 {
    case bytes = 0
    case floats = 1
    case integers = 2
    case lines = 3
    case packed = 4
  }

  /// One section.
  struct Section {
    let kind: Kind
    let rows: Int
    let columns: Int
    let bytes: UnsafeRawBufferPointer
  }

  // Nothing writes to the memory once the file is read, so it may be shared.
  private let memory: UnsafeRawBufferPointer
  private let isOwned: Bool
  private var sections: [String: Section] = [:]

  /// Reads weights that stay in memory as long as the program runs, aligned to 64 bytes.
  init(inPlace memory: UnsafeRawBufferPointer) throws(WeightsError) {
    self.memory = memory
    isOwned = false
    try readDirectory()
  }

  /// Reads weights from a copy of `bytes`.
  init(copying bytes: UnsafeRawBufferPointer) throws(WeightsError) {
    // One line of zeros behind the end, as kernels read whole lines.
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + Self.line, alignment: Self.line)
    copy.copyMemory(from: bytes)
    for offset in bytes.count..<copy.count { copy[offset] = 0 }
    memory = UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
    isOwned = true
    try readDirectory()
  }

  /// What `make` makes of weights that are part of the program, read in place.
  static func embedded<Made>(
    _ weights: hearsay_weights_file, _ make: (WeightsFile) throws(WeightsError) -> Made
  ) -> Made {
    do {
      return try make(WeightsFile(inPlace: UnsafeRawBufferPointer(start: weights.bytes, count: weights.count)))
    } catch {
      preconditionFailure("the program's own weights cannot be read: \(error)")
    }
  }

  /// The file in `bytes`, of which it keeps a copy.
  static func copying(_ bytes: [UInt8]) throws(WeightsError) -> WeightsFile {
    do {
      return try bytes.withUnsafeBytes { try WeightsFile(copying: $0) }
    } catch let error as WeightsError {
      throw error
    } catch {
      throw .notWeights
    }
  }

  deinit { if isOwned { memory.deallocate() } }

  private static let line = 64

  private func readDirectory() throws(WeightsError) {
    guard memory.count >= Self.line, memory.prefix(8).elementsEqual("HEARSAY1".utf8) else { throw .notWeights }
    let count = Int(integer(at: 8))
    guard count <= 4096, memory.count >= Self.line * (count + 1) else { throw .notWeights }
    for index in 0..<count {
      let entry = Self.line * (index + 1)
      let name = String(decoding: memory[entry..<entry + 32].prefix { $0 != 0 }, as: UTF8.self)
      guard let kind = Kind(rawValue: integer(at: entry + 32)) else { throw .unfit(section: name) }
      let (offset, size) = (long(at: entry + 48), long(at: entry + 56))
      guard offset % UInt64(Self.line) == 0 else { throw .unfit(section: name) }
      guard offset <= UInt64(memory.count), size <= UInt64(memory.count) - offset else {
        throw .truncated(section: name)
      }
      sections[name] = Section(
        kind: kind, rows: Int(integer(at: entry + 36)), columns: Int(integer(at: entry + 40)),
        bytes: UnsafeRawBufferPointer(rebasing: memory[Int(offset)..<Int(offset + size)]))
    }
  }

  private func integer(at offset: Int) -> UInt32 {
    UInt32(littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  private func long(at offset: Int) -> UInt64 {
    UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether there is a section `name`.
  func has(_ name: String) -> Bool { sections[name] != nil }

  /// The section `name`.
  func section(_ name: String) throws(WeightsError) -> Section {
    guard let section = sections[name] else { throw .missing(section: name) }
    return section
  }

  /// `count` floats, one after another; any number where `count` is nil.
  func floats(_ name: String, count: Int? = nil) throws(WeightsError) -> UnsafePointer<Float> {
    try numbers(name, .floats, count: count)
  }

  /// `count` 32-bit integers.
  func integers(_ name: String, count: Int) throws(WeightsError) -> UnsafePointer<Int32> {
    try numbers(name, .integers, count: count)
  }

  private func numbers<Number>(
    _ name: String, _ kind: Kind, count: Int?
  ) throws(WeightsError) -> UnsafePointer<Number> {
    let section = try section(name)
    guard section.kind == kind, section.bytes.count == section.rows * section.columns * 4,
      count == nil || section.rows * section.columns == count, let base = section.bytes.baseAddress
    else { throw .unfit(section: name) }
    return base.assumingMemoryBound(to: Number.self)
  }

  /// A table of bytes, row by row.
  func table(_ name: String, columns: Int) throws(WeightsError) -> (rows: Int, numbers: UnsafePointer<Int8>) {
    let section = try section(name)
    guard section.kind == .bytes, section.columns == columns, section.bytes.count == section.rows * columns,
      let base = section.bytes.baseAddress
    else { throw .unfit(section: name) }
    return (section.rows, base.assumingMemoryBound(to: Int8.self))
  }

  /// Lines of text.
  func lines(_ name: String) throws(WeightsError) -> [String] {
    let section = try section(name)
    guard section.kind == .lines else { throw .unfit(section: name) }
    return section.bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}
