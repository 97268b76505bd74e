import HearsayExporters

/// What the program says of its formats, for the terminal and for docs/FORMATS.md.
enum FormatsTable {
  /// A paragraph for each format, then one for each program that `--for` knows.
  static var text: String {
    let formats = GraphFormat.table.map { format in
      """
      \(format.name) (\(names(of: format.files)))
        \(format.title)
        \(format.specification)
        loses: \(loses(format))

      """
    }
    let tools = GraphTool.table.map { tool in
      """
      --for \(tool.name) (\(names(of: [tool.file])))
        \(tool.title)
        a dialect of \(tool.format); shows \(tool.shows.joined(separator: ", "))

      """
    }
    return (formats + tools).joined()
  }

  /// The tables of docs/FORMATS.md.
  static var markdown: String {
    var lines = ["| format | files | what it is | specification |", "|---|---|---|---|"]
    for format in GraphFormat.table {
      let files = format.files.map { "`NAME.\($0.fileExtension)`" }.joined(separator: " ")
      lines.append("| `\(format.name)` | \(files) | \(format.title) | \(format.specification) |")
    }
    lines += ["", "What each loses:", ""]
    lines += GraphFormat.table.map { "- `\($0.name)`: \(loses($0))" }
    lines += ["", "| `--for` | file | opened by | a dialect of | what it shows at once |", "|---|---|---|---|---|"]
    for tool in GraphTool.table {
      lines.append(
        "| `\(tool.name)` | `NAME.\(tool.file.fileExtension)` | \(tool.title) | `\(tool.format)` "
          + "| \(tool.shows.joined(separator: ", ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func names(of files: [GraphFormat.File]) -> String {
    files.map { "." + $0.fileExtension }.joined(separator: " ")
  }

  private static func loses(_ format: GraphFormat) -> String {
    format.loses.isEmpty ? "nothing" : format.loses.joined(separator: "; ")
  }
}
