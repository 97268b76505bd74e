import CHearsayKernels
import Testing

@testable import HearsayLanguage

/// A path and its name for the test's report.
struct KernelPath: Sendable, CustomTestStringConvertible {
  let path: hearsay_path
  let testDescription: String

  static let fast = [
    KernelPath(path: hearsay_path_avx2, testDescription: "AVX2"),
    KernelPath(path: hearsay_path_avx512_vnni, testDescription: "AVX-512 VNNI"),
    KernelPath(path: hearsay_path_neon_dot, testDescription: "NEON dot product"),
  ]
}

/// A line of memory as the kernels want it.
final class Line<Number> {
  let base: UnsafeMutablePointer<Number>
  let count: Int

  init(_ values: [Number]) {
    count = values.count
    // One line more, as kernels read whole lines.
    let bytes = values.count * MemoryLayout<Number>.stride + 64
    base = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
      .bindMemory(to: Number.self, capacity: bytes / MemoryLayout<Number>.stride)
    UnsafeMutableRawPointer(base).initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    for (index, value) in values.enumerated() { base[index] = value }
  }

  deinit { base.deallocate() }

  var values: [Number] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

/// Everything that a path computes on some numbers.
struct KernelRun {
  static let (tokens, columns, rows) = (23, 96, 144)
  let weights: [Int8]
  let scales: [hearsay_scale]
  let quantized: [UInt8]
  let product: [Float]
  let gelu: [Float]
  let norm: [Float]
  let embedded: [Float]
  let attention: [[Float]]
  let pairs: [Float]
  let relations: [Float]

  init(_ kernels: hearsay_kernels, seed: UInt64) {
    let (tokens, columns, rows) = (Self.tokens, Self.columns, Self.rows)
    var numbers = Numbers(seed: seed)
    let x = Line(numbers.next(tokens * columns).map { $0 * 5 })
    let weights = numbers.bytes(rows * columns)
    self.weights = weights
    let packed = Line(WeightsWriter.packed(weights, rows, columns))
    let (scale, bias) = (Line(numbers.next(rows).map { $0 / 100 }), Line(numbers.next(rows)))
    let sums = Line(
      (0..<rows).map { row in weights[row * columns..<(row + 1) * columns].reduce(Int32(0)) { $0 + Int32($1) } })
    let matrix = Line([
      hearsay_matrix(
        weights: packed.base, scale: scale.base, bias: bias.base, sums: sums.base, rows: rows, columns: columns)
    ])
    let q = Line([UInt8](repeating: 0, count: tokens * columns))
    let s = Line([hearsay_scale](repeating: hearsay_scale(), count: tokens))
    kernels.quantize(x.base, tokens, columns, q.base, s.base)
    (quantized, scales) = (q.values, s.values)
    let y = Line([Float](repeating: 0, count: tokens * rows))
    kernels.product(matrix.base, q.base, s.base, tokens, y.base, rows, 0)
    product = y.values
    kernels.product(matrix.base, q.base, s.base, tokens, y.base, rows, rows)
    gelu = y.values
    let (weight, shift) = (Line(numbers.next(columns)), Line(numbers.next(columns)))
    let normed = Line(x.values)
    kernels.add_norm(normed.base, x.base, tokens, columns, weight.base, shift.base)
    norm = normed.values
    let row = Line([Float](repeating: 0, count: columns))
    kernels.embed(packed.base, 0.013, packed.base + columns, 0.007, x.base, columns, row.base)
    embedded = row.values
    // Two heads of 32: lengths around the width of a vector.
    attention = [1, 3, 16, 17, 61].map { length in
      var numbers = Numbers(seed: seed + UInt64(length))
      let qkv = Line(numbers.next(length * 192).map { $0 * 3 })
      let out = Line([Float](repeating: 0, count: length * 64))
      let scratch = Line([Float](repeating: 0, count: hearsay_attention_scratch(length)))
      kernels.attend(qkv.base, length, 2, out.base, scratch.base)
      return out.values
    }
    let scores = Line([Float](repeating: 0, count: tokens * 32))
    let scratch = Line([Float](repeating: 0, count: columns * 32))
    kernels.pair_scores(x.base, tokens, x.base + columns, tokens - 1, columns, columns, scores.base, 32, scratch.base)
    pairs = scores.values
    let related = Line([Float](repeating: 0, count: 16))
    kernels.relation_scores(y.base, x.base, 7, 32, related.base)
    relations = Array(related.values.prefix(7))
  }
}

@Suite struct KernelTests {
  private let portable = hearsay_kernels_of(hearsay_path_portable).pointee

  @Test(arguments: KernelPath.fast, 1...3)
  func `every path computes the bits that portable code does`(path: KernelPath, seed: Int) throws {
    // A path that this processor lacks cannot be tested on it.
    guard let kernels = hearsay_kernels_of(path.path) else { return }
    let (expected, found) = (KernelRun(portable, seed: UInt64(seed)), KernelRun(kernels.pointee, seed: UInt64(seed)))
    #expect(found.quantized == expected.quantized)
    #expect(found.scales.map(\.scale.bitPattern) == expected.scales.map(\.scale.bitPattern))
    #expect(found.scales.map(\.low.bitPattern) == expected.scales.map(\.low.bitPattern))
    #expect(found.product.map(\.bitPattern) == expected.product.map(\.bitPattern))
    #expect(found.gelu.map(\.bitPattern) == expected.gelu.map(\.bitPattern))
    #expect(found.norm.map(\.bitPattern) == expected.norm.map(\.bitPattern))
    #expect(found.embedded.map(\.bitPattern) == expected.embedded.map(\.bitPattern))
    #expect(found.attention.map { $0.map(\.bitPattern) } == expected.attention.map { $0.map(\.bitPattern) })
    #expect(found.pairs.map(\.bitPattern) == expected.pairs.map(\.bitPattern))
    #expect(found.relations.map(\.bitPattern) == expected.relations.map(\.bitPattern))
  }

  @Test func `this processor's best path is one that it has`() {
    #expect(hearsay_kernels_of(hearsay_best_path()) != nil)
    #expect(hearsay_kernels_of(hearsay_path_portable) != nil)
  }

  @Test func `products are exact in whole numbers`() {
    let run = KernelRun(portable, seed: 7)
    var numbers = Numbers(seed: 7)
    _ = numbers.next(KernelRun.tokens * KernelRun.columns)
    _ = numbers.bytes(KernelRun.rows * KernelRun.columns)
    let scale = numbers.next(KernelRun.rows).map { $0 / 100 }
    let bias = numbers.next(KernelRun.rows)
    for token in 0..<KernelRun.tokens {
      for row in 0..<KernelRun.rows {
        var (sum, total): (Int32, Int32) = (0, 0)
        for column in 0..<KernelRun.columns {
          let weight = Int32(run.weights[row * KernelRun.columns + column])
          sum += weight * Int32(run.quantized[token * KernelRun.columns + column])
          total += weight
        }
        let activation = run.scales[token]
        let expected = (Float(sum) * activation.scale + Float(total) * activation.low) * scale[row] + bias[row]
        #expect(run.product[token * KernelRun.rows + row] == expected)
      }
    }
  }

  @Test func `activations are rounded to the nearest of 128 levels`() {
    let run = KernelRun(portable, seed: 9)
    var numbers = Numbers(seed: 9)
    let x = numbers.next(KernelRun.tokens * KernelRun.columns).map { $0 * 5 }
    for (index, value) in x.enumerated() {
      let scale = run.scales[index / KernelRun.columns]
      #expect(run.quantized[index] <= 127)
      #expect(abs(Float(run.quantized[index]) * scale.scale + scale.low - value) <= scale.scale * 0.5001)
    }
  }

  @Test func `normalized rows have the weights' spread around their bias`() {
    let kernels = portable
    let x = Line((0..<64).map { Float($0 * $0 % 37) })
    let (weight, bias) = (Line([Float](repeating: 1, count: 64)), Line([Float](repeating: 0, count: 64)))
    kernels.add_norm(x.base, nil, 1, 64, weight.base, bias.base)
    let mean = x.values.reduce(0, +) / 64
    let variance = x.values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 64
    #expect(abs(mean) < 1e-5)
    #expect(abs(variance - 1) < 1e-4)
  }

  @Test func `attention mixes the values by the softmax of the scores`() {
    let length = 21
    var numbers = Numbers(seed: 5)
    let qkv = Line(numbers.next(length * 96).map { $0 * 2 })
    let out = Line([Float](repeating: 0, count: length * 32))
    let scratch = Line([Float](repeating: 0, count: hearsay_attention_scratch(length)))
    portable.attend(qkv.base, length, 1, out.base, scratch.base)
    let values = qkv.values.map(Double.init)
    for query in 0..<length {
      var scores: [Double] = []
      for key in 0..<length {
        var score = 0.0
        for index in 0..<32 { score += values[query * 96 + index] * values[key * 96 + 32 + index] }
        scores.append(score / 32.0.squareRoot())
      }
      let highest = scores.max() ?? 0
      let shares = scores.map { Double(Softmax.exponential(Float($0 - highest))) }
      let total = shares.reduce(0, +)
      for dimension in 0..<32 {
        var mixed = 0.0
        for key in 0..<length { mixed += shares[key] / total * values[key * 96 + 64 + dimension] }
        #expect(abs(mixed - Double(out.values[query * 32 + dimension])) < 1e-5)
      }
    }
  }

  /// Values of GELU and of e to the x from tables of the normal distribution and of powers of e.
  @Test(arguments: [
    (Float(0), Float(0)), (1, 0.841344746), (-1, -0.158655254), (2, 1.954499736), (-2, -0.045500264),
    (0.5, 0.345731231), (-3, -0.004049694), (6, 6), (-7, 0),
  ])
  func `GELU is the normal distribution's`(x: Float, expected: Float) {
    // One output, no inputs but the bias.
    let packed = Line([Int8](repeating: 0, count: 64))
    let (scale, bias) = (Line([Float](repeating: 0, count: 16)), Line([Float](repeating: x, count: 16)))
    let sums = Line([Int32](repeating: 0, count: 16))
    let matrix = Line([
      hearsay_matrix(weights: packed.base, scale: scale.base, bias: bias.base, sums: sums.base, rows: 16, columns: 4)
    ])
    let (q, s) = (Line([UInt8](repeating: 0, count: 4)), Line([hearsay_scale(scale: 1, low: 0)]))
    let y = Line([Float](repeating: 0, count: 16))
    portable.product(matrix.base, q.base, s.base, 1, y.base, 16, 16)
    #expect(y.values.allSatisfy { abs($0 - expected) < 2e-6 })
  }

  @Test(arguments: [
    (Float(0), Float(1)), (1, 2.7182817), (-1, 0.36787945), (-10, 4.539993e-5), (5, 148.41316), (-90, 0),
  ])
  func `the exponential function is right to a few units in the last place`(x: Float, expected: Float) {
    #expect(abs(Softmax.exponential(x) - expected) <= expected * 4e-7)
  }
}
