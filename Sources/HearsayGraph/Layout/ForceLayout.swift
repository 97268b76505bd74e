/// The layout of one connected graph: nodes repel one another, ties pull (Y. Hu, Efficient and High Quality Force-Directed
/// Graph Drawing, The Mathematica Journal 10, 2005).
///
/// A smaller graph, in which nodes are joined by twos, is laid out first, and that by a smaller one again; each gives the
/// next its beginning. So the whole unfolds, and few sweeps are left for the largest.
struct ForceLayout {
  /// How strongly nodes repel, against the pull of a tie: Hu's value.
  private static let repulsion = 0.2
  /// How many times smaller the moves of each sweep are than those of the one before: with so many sweeps, so that the last
  /// moves are about a fiftieth of a tie.
  private static let (slowCooling, cooling, fastCooling) = (0.96, 0.93, 0.87)
  /// The longest move of the first sweep, in lengths of a tie.
  private static let firstStep = 1.0
  /// Graphs of so few nodes have no smaller one.
  private static let fewest = 8

  /// The horizontal places of the nodes, in units of a tie's natural length.
  private(set) var xs: [Double]
  /// The vertical places.
  private(set) var ys: [Double]

  /// Lays out `ties`.
  init(_ ties: Ties) {
    var levels = [ties]
    var parents: [[Int]] = []
    while levels.last!.count > Self.fewest {
      let (smaller, joined) = levels.last!.coarsened
      guard smaller.count * 20 < levels.last!.count * 19 else { break }
      levels.append(smaller)
      parents.append(joined)
    }
    let count = levels.last!.count
    xs = (0..<count).map { Self.noise($0, 0) * Double(count).squareRoot() }
    ys = (0..<count).map { Self.noise($0, 1) * Double(count).squareRoot() }
    relax(levels.last!, sweeps: 200)
    for level in parents.indices.reversed() {
      // As much room for each node as before.
      let scale = (Double(levels[level].count) / Double(levels[level + 1].count)).squareRoot()
      let (coarseX, coarseY) = (xs, ys)
      xs = parents[level].enumerated().map { coarseX[$1] * scale + Self.noise($0, 0) * 0.25 }
      ys = parents[level].enumerated().map { coarseY[$1] * scale + Self.noise($0, 1) * 0.25 }
      relax(levels[level], sweeps: max(30, min(150, 1_000_000 / levels[level].count)))
    }
  }

  /// Turns the drawing so that it is widest from left to right, and its middle is at (0, 0).
  mutating func turn() {
    let count = Double(xs.count)
    let (middleX, middleY) = (xs.reduce(0, +) / count, ys.reduce(0, +) / count)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for node in xs.indices {
      xs[node] -= middleX
      ys[node] -= middleY
      xx += xs[node] * xs[node]
      xy += xs[node] * ys[node]
      yy += ys[node] * ys[node]
    }
    // The direction of the greatest spread: the eigenvector of the greater eigenvalue.
    let greater = ((xx + yy) + ((xx - yy) * (xx - yy) + 4 * xy * xy).squareRoot()) / 2
    var (ux, uy) = xx >= yy ? (greater - yy, xy) : (xy, greater - xx)
    let length = (ux * ux + uy * uy).squareRoot()
    (ux, uy) = length > 0 ? (ux / length, uy / length) : (1, 0)
    for node in xs.indices {
      (xs[node], ys[node]) = (xs[node] * ux + ys[node] * uy, ys[node] * ux - xs[node] * uy)
    }
  }

  /// Moves the nodes of `ties` along their forces, ever less.
  private mutating func relax(_ ties: Ties, sweeps: Int) {
    var step = Self.firstStep
    let cooling = sweeps >= 100 ? Self.slowCooling : sweeps >= 50 ? Self.cooling : Self.fastCooling
    var (newX, newY) = (xs, ys)
    for _ in 0..<sweeps {
      QuadTree(xs, ys).eachRepulsion { node, pushX, pushY in
        let (x, y) = (xs[node], ys[node])
        var (fx, fy) = (pushX * Self.repulsion, pushY * Self.repulsion)
        ties.eachNeighbour(of: node) { other in
          let (dx, dy) = (xs[other] - x, ys[other] - y)
          let distance = (dx * dx + dy * dy).squareRoot()
          fx += dx * distance
          fy += dy * distance
        }
        let force = (fx * fx + fy * fy).squareRoot()
        let move = force > 0 ? min(step, force) / force : 0
        newX[node] = x + fx * move
        newY[node] = y + fy * move
      }
      (xs, ys) = (newX, newY)
      step *= cooling
    }
  }

  /// A number of -0.5..<0.5 that looks random and is always the same for the same arguments (Steele, Lea and Flood,
  /// Fast Splittable Pseudorandom Number Generators, 2014).
  private static func noise(_ index: Int, _ axis: UInt64) -> Double {
    var state = (UInt64(index) &* 2 &+ axis &+ 1) &* 0x9E37_79B9_7F4A_7C15
    state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
    state ^= state >> 31
    return Double(state >> 11) / 9_007_199_254_740_992 - 0.5
  }
}
