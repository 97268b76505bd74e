internal import CHearsayTables
internal import HearsayCore

/// The table `function_words.tsv`: the most frequent small words of each language, in the table's order.
enum FunctionWords {
  static let byLanguage: [(language: String, words: Set<String>)] = {
    let table = hearsay_table_function_words()
    return TableReader(bytes: table.bytes, count: table.count).rows.map { row in
      (row.text("language") ?? "", Set(row.list("words")))
    }
  }()
}
