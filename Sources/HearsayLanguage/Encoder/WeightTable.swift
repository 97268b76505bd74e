/// A table of rows of bytes, each with its scale, and what keeps it in memory.
struct WeightTable: @unchecked Sendable {
  let rows: Int
  let columns: Int
  // Nothing writes to either.
  let numbers: UnsafePointer<Int8>
  let scale: UnsafePointer<Float>

  /// The table `name` of `file`.
  init(_ file: WeightsFile, _ name: String, rows: Int? = nil, columns: Int) throws(WeightsError) {
    self.columns = columns
    (self.rows, numbers) = try file.table(name, columns: columns)
    guard rows == nil || rows == self.rows else { throw .unfit(section: name) }
    scale = try file.floats(name + ".scale", count: self.rows)
  }

  /// Adds a row to `target`.
  func add(_ row: Int, to target: UnsafeMutablePointer<Float>) {
    let numbers = numbers + row * columns
    for index in 0..<columns { target[index] += Float(numbers[index]) * scale[row] }
  }
}
