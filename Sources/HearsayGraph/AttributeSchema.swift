import OrderedCollections

/// The attributes that nodes, or edges, may have: names with types, in the order in which formats write them.
///
/// The schema is part of the graph, so no exporter has to guess a type from the values that it happens to meet.
public struct AttributeSchema: Hashable, Sendable {
  private var types: OrderedDictionary<String, AttributeType>

  /// A schema of `attributes`, in order.
  ///
  /// - Precondition: no name comes twice, and each is an XML NMTOKEN.
  public init(_ attributes: [(name: String, type: AttributeType)]) {
    types = [:]
    for (name, type) in attributes {
      precondition(Identifier.isValid(name), "an attribute's name is a letter, then letters, digits, . _ -: \(name)")
      precondition(types.updateValue(type, forKey: name) == nil, "attribute \(name) is declared once")
    }
  }

  /// The column of the attribute `name`, from 0, or nil where there is none.
  public func column(of name: String) -> Int? { types.index(forKey: name) }

  /// The type of the attribute `name`, or nil where there is none.
  public func type(of name: String) -> AttributeType? { types[name] }

  /// The attributes, in order.
  public var attributes: [(name: String, type: AttributeType)] { types.map { ($0.key, $0.value) } }

  /// The names, in order.
  public var names: [String] { Array(types.keys) }

  /// The number of attributes.
  public var count: Int { types.count }

  /// A value, or none, for each column.
  ///
  /// - Parameter element: Whose values they are, for whoever reads what went wrong.
  /// - Precondition: every name is in the schema, every value has its type and is finite.
  package func row(_ values: [String: AttributeValue?], of element: @autoclosure () -> String) -> [AttributeValue?] {
    var row = [AttributeValue?](repeating: nil, count: count)
    for (name, value) in values {
      guard let column = column(of: name) else { preconditionFailure("\(element()): no attribute \(name)") }
      guard let value else { continue }
      precondition(value.type == type(of: name), "\(element()): \(name) is not a \(value.type)")
      if case .double(let number) = value { precondition(number.isFinite, "\(element()): \(name) is finite") }
      row[column] = value
    }
    return row
  }
}
