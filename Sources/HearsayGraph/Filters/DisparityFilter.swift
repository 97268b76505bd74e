/// Which ties of a weighted network are heavier than chance would have them: its backbone (M. Á. Serrano, M. Boguñá and
/// A. Vespignani, Extracting the multiscale backbone of complex weighted networks, PNAS 106, 2009).
///
/// A node with k ties of strength s in all would, by chance, have a tie of weight w or more with probability
/// (1 - w/s)^(k-1). A tie whose probability is below the level for one of its ends is kept. For directed ties, it is what
/// leaves the one end and what enters the other.
public enum DisparityFilter {
  /// A tie between two nodes; there is at most one from the one to the other.
  public struct Tie: Hashable, Sendable {
    /// The node it leaves, from 0.
    public let source: Int
    /// The node it enters, from 0.
    public let target: Int
    /// More than 0.
    public let weight: Double

    /// A tie.
    public init(source: Int, target: Int, weight: Double) {
      self.source = source
      self.target = target
      self.weight = weight
    }
  }

  /// The lesser of the two probabilities of each tie. Of a node's only tie it is 1: nothing can be said of it there.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - isDirected: Whether what leaves a node and what enters it are counted apart.
  public static func probabilities(of ties: [Tie], nodeCount: Int, isDirected: Bool) -> [Double] {
    var degrees = [Int](repeating: 0, count: nodeCount * 2)
    var strengths = [Double](repeating: 0, count: nodeCount * 2)
    let shift = isDirected ? nodeCount : 0
    for tie in ties {
      // A tie of a node with itself is one of its ties, not two.
      for end in tie.source == tie.target && !isDirected ? [tie.source] : [tie.source, tie.target + shift] {
        degrees[end] += 1
        strengths[end] += tie.weight
      }
    }
    return ties.map { tie in
      [tie.source, tie.target + shift].map { end in
        power(1 - tie.weight / strengths[end], degrees[end] - 1)
      }.min()!
    }
  }

  /// `base` to the power of `exponent`, by multiplication alone: the same on every machine.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, max(0, base), exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
