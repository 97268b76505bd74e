/// A place in the text that names a time gone by.
public struct TimeMention: Hashable, Sendable {
  /// The first word of what names it.
  public let range: TextRange
  /// The time, against the day of publication and the times told of before.
  public let date: ResolvedDate

  /// The time `date`, named from `range` on.
  public init(_ range: TextRange, _ date: ResolvedDate) { (self.range, self.date) = (range, date) }
}
