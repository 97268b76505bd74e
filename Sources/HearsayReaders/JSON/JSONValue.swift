/// A value of JSON (RFC 8259).
enum JSONValue: Equatable {
  case null
  case bool(Bool)
  /// A number, as it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// Members in order; of two with one name the first counts.
  case object([(name: String, value: JSONValue)])

  static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)), (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a.elementsEqual(b) { $0.name == $1.name && $0.value == $1.value }
    default: false
    }
  }

  /// The member called `name`, where this is an object that has it.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The string, where this is one.
  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The elements, where this is an array, else this value alone.
  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [self] }
  }
}
