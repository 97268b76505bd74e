/// What an attribute may hold.
public enum AttributeType: String, CaseIterable, Sendable {
  /// Text.
  case string
  /// A whole number.
  case int
  /// A finite number.
  case double
  /// Texts in order. Formats without lists carry them as a JSON array in a string.
  case list
}

/// A value of an attribute. There is no empty value: what is unknown has none.
public enum AttributeValue: Hashable, Sendable {
  /// Text.
  case string(String)
  /// A whole number.
  case int(Int)
  /// A finite number.
  case double(Double)
  /// Texts in order.
  case list([String])

  /// The type of this value.
  public var type: AttributeType {
    switch self {
    case .string: .string
    case .int: .int
    case .double: .double
    case .list: .list
    }
  }
}
