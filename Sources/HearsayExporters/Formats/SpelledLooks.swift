import HearsayGraph

/// The looks of a style as a format spells them, ready to be copied.
struct SpelledLooks {
  private let choices: [(column: Int, spelled: [String: [UInt8]])]

  /// The looks that `choices` give to elements of `schema`, spelled by `spelling`.
  init<Look>(_ choices: [GraphStyle.Choice<Look>], _ schema: AttributeSchema, _ spelling: (Look) -> String) {
    self.choices = choices.compactMap { choice in
      schema.column(of: choice.attribute).map { column in (column, choice.looks.mapValues { Array(spelling($0).utf8) })
      }
    }
  }

  /// The look of the element that has `cells`; nothing where the style has none for it.
  func look(of cells: RowCells) -> [UInt8] {
    for choice in choices {
      for (column, cell) in cells where column >= choice.column {
        guard column == choice.column, case .string(let value) = cell else { break }
        if let found = choice.spelled[value.string] { return found }
        break
      }
    }
    return []
  }

  /// The look of the element that has `values`; nothing where the style has none for it.
  func look(of values: Row) -> [UInt8] {
    for choice in choices {
      if case .string(let value) = values[choice.column], let found = choice.spelled[value] { return found }
    }
    return []
  }
}
