/// Points of the plane, gathered in squares within squares, so that far ones can be taken for one (J. Barnes and P. Hut,
/// A hierarchical O(N log N) force-calculation algorithm, Nature 324, 1986).
struct QuadTree {
  /// A square is taken for one point where its side is less than this share of its distance.
  private static let farShare = 0.7
  /// So many points are not parted further.
  private static let fewest = 6
  /// So many times a square is parted at most: points may coincide.
  private static let mostDepth = 24

  /// A square with points in it.
  private struct Cell {
    /// The middle of its points.
    var x = 0.0
    var y = 0.0
    /// The number of its points.
    var mass = 0.0
    /// The square of its side.
    var area = 0.0
    /// Its points, in `order`, where it is not parted further; else empty.
    var first: Int32 = 0
    var last: Int32 = 0
    /// The next square that is not within it: squares stand before those in them.
    var next: Int32 = 0
  }

  private var cells: [Cell] = []
  private var pointX: [Double] = []
  private var pointY: [Double] = []
  /// The points, those of one square together.
  private(set) var order: [Int32]

  /// The tree of the points (`xs[i]`, `ys[i]`).
  init(_ xs: [Double], _ ys: [Double]) {
    order = []
    var order = Array(0..<Int32(xs.count))
    var scratch = order
    cells.reserveCapacity(xs.count)
    let (left, right) = (xs.min() ?? 0, xs.max() ?? 0)
    let (low, high) = (ys.min() ?? 0, ys.max() ?? 0)
    let half = max(right - left, high - low) / 2 * 1.000001 + 1e-12
    add(
      0..<xs.count, of: &order, &scratch, xs, ys, middle: ((left + right) / 2, (low + high) / 2), half: half,
      depth: 0)
    pointX = order.map { xs[Int($0)] }
    pointY = order.map { ys[Int($0)] }
    self.order = order
  }

  /// Gives `body` each point, and the sum over all others of the vector from the other to it over its squared length.
  ///
  /// Points that are near one another come one after another: what they need is at hand in the processor's cache.
  func eachRepulsion(_ body: (_ point: Int, _ x: Double, _ y: Double) -> Void) {
    cells.withUnsafeBufferPointer { cells in
      pointX.withUnsafeBufferPointer { xs in
        pointY.withUnsafeBufferPointer { ys in
          for place in xs.indices {
            let sum = Self.repulsion(at: xs[place], ys[place], cells, xs, ys)
            body(Int(order[place]), sum.x, sum.y)
          }
        }
      }
    }
  }

  private static func repulsion(
    at x: Double, _ y: Double, _ cells: UnsafeBufferPointer<Cell>, _ xs: UnsafeBufferPointer<Double>,
    _ ys: UnsafeBufferPointer<Double>
  ) -> (x: Double, y: Double) {
    var (fx, fy) = (0.0, 0.0)
    var index = 0
    while index < cells.count {
      let (dx, dy) = (x - cells[index].x, y - cells[index].y)
      let squared = dx * dx + dy * dy
      if cells[index].area < farShare * farShare * squared {
        let share = cells[index].mass / squared
        fx += dx * share
        fy += dy * share
        index = Int(cells[index].next)
      } else if cells[index].first < cells[index].last {
        for point in Int(cells[index].first)..<Int(cells[index].last) {
          let (dx, dy) = (x - xs[point], y - ys[point])
          let squared = dx * dx + dy * dy
          // A point that lies here counts nothing, and so the point itself.
          if squared > 0 {
            let share = 1 / squared
            fx += dx * share
            fy += dy * share
          }
        }
        index = Int(cells[index].next)
      } else {
        index += 1
      }
    }
    return (fx, fy)
  }

  /// Adds the square round `middle` with the points `range` of `order`, which it puts in the order of its quarters.
  private mutating func add(
    _ range: Range<Int>, of order: inout [Int32], _ scratch: inout [Int32], _ xs: [Double], _ ys: [Double],
    middle: (x: Double, y: Double), half: Double, depth: Int
  ) {
    let place = cells.count
    cells.append(Cell())
    var cell = Cell()
    var counts = (0, 0, 0, 0)
    for index in range {
      let point = Int(order[index])
      cell.x += xs[point]
      cell.y += ys[point]
      switch (xs[point] >= middle.x, ys[point] >= middle.y) {
      case (false, false): counts.0 += 1
      case (true, false): counts.1 += 1
      case (false, true): counts.2 += 1
      case (true, true): counts.3 += 1
      }
    }
    cell.mass = Double(range.count)
    if cell.mass > 0 {
      cell.x /= cell.mass
      cell.y /= cell.mass
    }
    cell.area = 4 * half * half
    if range.count <= Self.fewest || depth == Self.mostDepth {
      cell.first = Int32(range.lowerBound)
      cell.last = Int32(range.upperBound)
    } else {
      let starts = (
        range.lowerBound, range.lowerBound + counts.0, range.lowerBound + counts.0 + counts.1,
        range.upperBound - counts.3
      )
      var places = starts
      for index in range {
        let point = Int(order[index])
        switch (xs[point] >= middle.x, ys[point] >= middle.y) {
        case (false, false):
          scratch[places.0] = order[index]
          places.0 += 1
        case (true, false):
          scratch[places.1] = order[index]
          places.1 += 1
        case (false, true):
          scratch[places.2] = order[index]
          places.2 += 1
        case (true, true):
          scratch[places.3] = order[index]
          places.3 += 1
        }
      }
      for index in range { order[index] = scratch[index] }
      let quarter = half / 2
      let quarters = [
        (starts.0..<starts.1, middle.x - quarter, middle.y - quarter),
        (starts.1..<starts.2, middle.x + quarter, middle.y - quarter),
        (starts.2..<starts.3, middle.x - quarter, middle.y + quarter),
        (starts.3..<range.upperBound, middle.x + quarter, middle.y + quarter),
      ]
      for (points, x, y) in quarters where !points.isEmpty {
        add(points, of: &order, &scratch, xs, ys, middle: (x, y), half: quarter, depth: depth + 1)
      }
    }
    cell.next = Int32(cells.count)
    cells[place] = cell
  }
}
