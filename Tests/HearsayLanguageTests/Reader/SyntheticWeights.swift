@testable import HearsayLanguage

/// Numbers that are the same in every run.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number in -1...1.
  mutating func next() -> Float {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(Int32(truncatingIfNeeded: state >> 33) % 10_001) / 10_000 * 2 - 1
  }

  mutating func next(_ count: Int) -> [Float] { (0..<count).map { _ in next() } }
  mutating func bytes(_ count: Int) -> [Int8] { (0..<count).map { _ in Int8(next() * 127) } }
}

/// A small model of random numbers, in the layout of the weights' file.
enum SyntheticWeights {
  static let vocabulary =
    ["[PAD]", "[UNK]", "[CLS]", "[SEP]"] + "abcdefghijklmnopqrstuvwxyz.,'0123456789".map { String($0) }
    + "abcdefghijklmnopqrstuvwxyz0123456789".map { "##\($0)" } + ["the", "said", "##ed", "re", "##ing", "##ding"]
  static let names = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
  static let upos = ["NOUN", "VERB", "PUNCT"]
  static let relations = ["dep", "nsubj", "parataxis", "root"]

  /// The file's bytes.
  static func bytes(seed: UInt64 = 1) -> [UInt8] {
    var numbers = Numbers(seed: seed)
    var file = WeightsWriter()
    let (width, inner, names, arcs, relations, ends) = (64, 128, 32, 32, 16, 32)
    file.lines("vocabulary", vocabulary)
    file.table("words", vocabulary.count, width, &numbers)
    file.table("positions", 512, width, &numbers)
    file.floats("casing", 24, numbers.next(24 * width))
    file.norm("norm", width, &numbers)
    file.layers(2, width, inner, &numbers)
    file.product("heads", names + 2 * arcs + 2 * relations + upos.count + 1, width, &numbers)
    file.product("names.out", Self.names.count, names, &numbers)
    file.product("ends.near", ends, 3 * width, &numbers)
    file.product("ends.wide", ends, 5 * ends, &numbers)
    file.product("ends.out", 1, ends, &numbers)
    file.product("arcs", arcs, arcs, &numbers)
    file.floats("arcs.root", 1, numbers.next(arcs))
    file.product("relations", Self.relations.count * (relations + 1), relations, &numbers)
    file.floats("relations.root", 1, numbers.next(relations))
    file.lines("labels.names", Self.names)
    file.lines("labels.upos", upos)
    file.lines("labels.relations", Self.relations)
    return file.bytes
  }

  /// The model of `dateBytes` over that of `bytes`.
  static func dateModel() throws -> DateModel {
    try DateModel(WeightsFile.copying(dateBytes()), over: Tagger(weights: bytes()).reader.model)
  }

  /// The bytes of a file of weights for dates, over the tables of `bytes`.
  static func dateBytes(seed: UInt64 = 1) -> [UInt8] {
    var numbers = Numbers(seed: seed)
    var file = WeightsWriter()
    let (width, own, distance) = (64, 32, 16)
    file.floats("marks", DateMarks.rows, numbers.next(DateMarks.rows * width))
    file.norm("norm", width, &numbers)
    file.layers(2, width, 128, &numbers)
    file.table("distance", DateCandidate.distances, distance, &numbers)
    file.product("statement", own, WeightMatrix.padded(3 * width + DateQuestion.flags), &numbers)
    file.product("time", own, width, &numbers)
    file.product("pair", own, WeightMatrix.padded(3 * own + distance + DateCandidate.facts), &numbers)
    file.product("pair.out", 1, own, &numbers)
    file.product("none", 16, own, &numbers)
    file.product("none.out", 1, 16, &numbers)
    return file.bytes
  }
}

/// Writes a file of weights.
struct WeightsWriter {
  private var sections: [(name: String, kind: UInt32, rows: Int, columns: Int, data: [UInt8])] = []

  mutating func lines(_ name: String, _ lines: [String]) {
    sections.append((name, 3, lines.count, 1, Array(lines.map { $0 + "\n" }.joined().utf8)))
  }

  mutating func floats(_ name: String, _ rows: Int, _ values: [Float]) {
    let data = values.flatMap { Self.little($0.bitPattern) }
    sections.append((name, 1, rows, values.count / rows, data))
  }

  mutating func table(_ name: String, _ rows: Int, _ columns: Int, _ numbers: inout Numbers) {
    sections.append((name, 0, rows, columns, numbers.bytes(rows * columns).map { UInt8(bitPattern: $0) }))
    floats(name + ".scale", 1, numbers.next(rows).map { abs($0) / 100 + 0.001 })
  }

  mutating func layers(_ count: Int, _ width: Int, _ inner: Int, _ numbers: inout Numbers) {
    for layer in 0..<count {
      product("layer\(layer).qkv", 3 * width, width, &numbers)
      product("layer\(layer).out", width, width, &numbers)
      product("layer\(layer).up", inner, width, &numbers)
      product("layer\(layer).down", width, inner, &numbers)
      norm("layer\(layer).norm1", width, &numbers)
      norm("layer\(layer).norm2", width, &numbers)
    }
  }

  mutating func norm(_ name: String, _ width: Int, _ numbers: inout Numbers) {
    floats(name + ".weight", 1, numbers.next(width).map { 1 + $0 / 4 })
    floats(name + ".bias", 1, numbers.next(width))
  }

  mutating func product(_ name: String, _ rows: Int, _ columns: Int, _ numbers: inout Numbers) {
    let weights = numbers.bytes(rows * columns)
    sections.append((name, 4, rows, columns, Self.packed(weights, rows, columns).map { UInt8(bitPattern: $0) }))
    floats(name + ".scale", 1, numbers.next(rows).map { abs($0) / 400 + 0.0005 })
    floats(name + ".bias", 1, numbers.next(rows))
    let sums = (0..<rows).map { row in weights[row * columns..<(row + 1) * columns].reduce(0) { $0 + Int32($1) } }
    sections.append((name + ".sum", 2, 1, rows, sums.flatMap { Self.little(UInt32(bitPattern: $0)) }))
  }

  /// Blocks of 16 rows, groups of 4 columns.
  static func packed(_ weights: [Int8], _ rows: Int, _ columns: Int) -> [Int8] {
    let padded = (rows + 15) / 16 * 16
    var packed: [Int8] = []
    packed.reserveCapacity(padded * columns)
    for block in 0..<padded / 16 {
      for group in 0..<columns / 4 {
        for row in 16 * block..<16 * (block + 1) {
          for column in 4 * group..<4 * (group + 1) {
            packed.append(row < rows ? weights[row * columns + column] : 0)
          }
        }
      }
    }
    return packed
  }

  var bytes: [UInt8] {
    var header = Array("HEARSAY1".utf8) + Self.little(UInt32(sections.count)) + [UInt8](repeating: 0, count: 52)
    var body: [UInt8] = []
    var offset = 64 * (sections.count + 1)
    for section in sections {
      header += Array(section.name.utf8) + [UInt8](repeating: 0, count: 32 - section.name.utf8.count)
      header += Self.little(section.kind) + Self.little(UInt32(section.rows)) + Self.little(UInt32(section.columns))
      header += Self.little(UInt32(0)) + Self.little(UInt64(offset)) + Self.little(UInt64(section.data.count))
      let padding = (64 - section.data.count % 64) % 64
      body += section.data + [UInt8](repeating: 0, count: padding)
      offset += section.data.count + padding
    }
    return header + body
  }

  private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}
