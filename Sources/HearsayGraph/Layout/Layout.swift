/// Where the nodes of a graph are drawn: tied nodes near one another, the rest apart.
///
/// Each connected part is laid out by `ForceLayout`; the parts are then put side by side, the largest first. It is computed
/// once for all formats: docs/decisions/0203-layout.md. Only sums, products, quotients and square roots are used, which
/// IEEE 754 defines to the last bit, in an order that the graph alone decides: the same graph gives the same positions on
/// every machine.
public enum Layout {
  /// A position for each node of `graph`, in its order, round the point (0, 0), to one hundredth.
  ///
  /// Directions, parallel edges and weights make no difference. 100,000 nodes take seconds: docs/MEASUREMENTS.md#layout.
  ///
  /// - Parameter spacing: The mean length of an edge, more than 0.
  public static func positions(of graph: Graph, spacing: Double = 100) -> [NodePosition] {
    precondition(spacing > 0, "spacing is more than 0, got \(spacing)")
    let ties = Ties(count: graph.nodes.count, pairs: graph.edges.ends.lazy.map { ($0.source, $0.target) })
    var xs = [Double](repeating: 0, count: ties.count)
    var ys = xs
    var boxes: [PackedBox] = []
    for (number, members) in ties.parts.enumerated() {
      let placed = placed(members, of: ties, spacing: spacing)
      for (place, node) in members.enumerated() { (xs[node], ys[node]) = (placed.xs[place], placed.ys[place]) }
      boxes.append(
        PackedBox(part: number, members: members, width: placed.width + spacing, height: placed.height + spacing))
    }
    PackedBox.pack(&boxes)
    let width = boxes.map { $0.x + $0.width }.max() ?? 0
    let height = boxes.map { $0.y + $0.height }.max() ?? 0
    for box in boxes {
      for node in box.members {
        xs[node] += box.x + (spacing - width) / 2
        // From the top: the largest part is read first.
        ys[node] = height / 2 - box.y - box.height + spacing / 2 + ys[node]
      }
    }
    return zip(xs, ys).map { NodePosition(x: rounded($0), y: rounded($1)) }
  }

  /// To one hundredth; never -0.
  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 + 0 }

  /// A part with its corner at (0, 0).
  private struct Placed {
    var xs: [Double]
    var ys: [Double]
    var width = 0.0
    var height = 0.0
  }

  private static func placed(_ members: [Int], of ties: Ties, spacing: Double) -> Placed {
    guard members.count > 1 else { return Placed(xs: [0], ys: [0]) }
    let part = ties.part(members)
    var layout = ForceLayout(part)
    layout.turn()
    var (length, count) = (0.0, 0.0)
    for node in 0..<part.count {
      for other in part.neighbours(of: node) where other > node {
        let (dx, dy) = (layout.xs[node] - layout.xs[other], layout.ys[node] - layout.ys[other])
        length += (dx * dx + dy * dy).squareRoot()
        count += 1
      }
    }
    let scale = length > 0 ? spacing * count / length : 1
    let (left, low) = (layout.xs.min() ?? 0, layout.ys.min() ?? 0)
    var placed = Placed(xs: layout.xs.map { ($0 - left) * scale }, ys: layout.ys.map { ($0 - low) * scale })
    placed.width = placed.xs.max() ?? 0
    placed.height = placed.ys.max() ?? 0
    return placed
  }
}

/// The room that a part of the graph takes.
private struct PackedBox {
  let part: Int
  let members: [Int]
  let width: Double
  let height: Double
  /// Its left side, from the left.
  var x = 0.0
  /// Its upper side, from the top.
  var y = 0.0

  init(part: Int, members: [Int], width: Double, height: Double) {
    self.part = part
    self.members = members
    self.width = width
    self.height = height
  }

  /// Puts `boxes` on shelves, the highest first, so that together they are about half again as wide as high.
  static func pack(_ boxes: inout [PackedBox]) {
    boxes.sort { $0.height != $1.height ? $0.height > $1.height : $0.part < $1.part }
    let area = boxes.reduce(0) { $0 + $1.width * $1.height }
    let shelf = max(boxes.map(\.width).max() ?? 0, (area * 1.5).squareRoot())
    var (x, y, height) = (0.0, 0.0, 0.0)
    for index in boxes.indices {
      if x > 0, x + boxes[index].width > shelf * (1 + 1e-9) {
        (x, y, height) = (0, y + height, 0)
      }
      (boxes[index].x, boxes[index].y) = (x, y)
      x += boxes[index].width
      height = max(height, boxes[index].height)
    }
  }
}
