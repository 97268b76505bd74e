internal import CHearsayKernels

/// The weights of one product, as the kernels read them, and what keeps them in memory.
struct WeightMatrix: @unchecked Sendable {
  /// What the kernels read. Nothing writes to it.
  let packed: hearsay_matrix
  /// Outputs, as the model has them; `packed.rows` is that rounded up to 16.
  let rows: Int

  /// The product `name` of `file`, with as many inputs as `columns`.
  init(_ file: WeightsFile, _ name: String, rows: Int? = nil, columns: Int) throws(WeightsError) {
    let section = try file.section(name)
    let padded = Self.padded(section.rows)
    guard section.kind == .packed, section.columns == columns, columns.isMultiple(of: 16), section.rows > 0,
      rows == nil || section.rows == rows, section.bytes.count == padded * columns, let base = section.bytes.baseAddress
    else { throw .unfit(section: name) }
    self.rows = section.rows
    packed = hearsay_matrix(
      weights: base.assumingMemoryBound(to: Int8.self), scale: try file.floats(name + ".scale", count: section.rows),
      bias: try file.floats(name + ".bias", count: section.rows),
      sums: try file.integers(name + ".sum", count: section.rows), rows: padded, columns: columns)
  }

  /// `rows` rounded up to a whole number of blocks.
  static func padded(_ rows: Int) -> Int { (rows + 15) / 16 * 16 }
}
