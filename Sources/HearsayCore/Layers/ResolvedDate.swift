/// A time that a text gives, as exactly as it gives it.
public struct ResolvedDate: Hashable, Sendable {
  /// How exact it is.
  public enum Resolution: String, CaseIterable, Sendable {
    case day, week, month, year
  }

  /// ISO 8601: `2022-01-07`, `2022-W01`, `2022-01` or `2022`.
  public let text: String
  /// How exact it is.
  public let resolution: Resolution

  /// The time `text`, exact to `resolution`.
  public init(_ text: String, _ resolution: Resolution) {
    self.text = text
    self.resolution = resolution
  }
}
