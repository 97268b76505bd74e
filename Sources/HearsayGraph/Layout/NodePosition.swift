/// Where a node is drawn: a point of the plane, `x` to the right and `y` upwards.
public struct NodePosition: Hashable, Sendable {
  /// To the right.
  public let x: Double
  /// Upwards.
  public let y: Double

  /// The point (`x`, `y`).
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
