import HearsayGraph

/// The looks of a style as attributes of DOT, ready to be copied.
struct DOTLooks {
  private let choices: [(column: Int, attributes: [String: [UInt8]])]

  /// The looks that `choices` give to elements of `schema`, spelled by `attributes`.
  init<Look>(_ choices: [GraphStyle.Choice<Look>], _ schema: AttributeSchema, _ attributes: (Look) -> String) {
    self.choices = choices.compactMap { choice in
      schema.column(of: choice.attribute).map { column in
        (column, choice.looks.mapValues { Array(attributes($0).utf8) })
      }
    }
  }

  /// The attributes of the element that has `values`, parted by commas; none where the style has no look for it.
  func attributes(of values: [AttributeValue?]) -> [UInt8] {
    for choice in choices {
      if case .string(let value) = values[choice.column], let found = choice.attributes[value] { return found }
    }
    return []
  }

  /// A node's look.
  static func attributes(_ look: GraphStyle.NodeLook) -> String {
    """
    "shape"="\(look.shape.rawValue)", "style"="filled", "fillcolor"="\(look.fill.hex)", "color"="\(look.stroke.hex)", \
    "fontcolor"="\(look.text.hex)"
    """
  }

  /// An edge's look.
  static func attributes(_ look: GraphStyle.EdgeLook) -> String {
    let line = look.line == .solid ? "" : ", \"style\"=\"\(look.line.rawValue)\""
    return "\"color\"=\"\(look.color.hex)\", \"fontcolor\"=\"\(look.text.hex)\"\(line)"
  }
}
