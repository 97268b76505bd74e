import HearsayCore

/// Statements as lines that a person can read and check: a line each, and under it, indented, the hearers (`to`), what it
/// is about, the date (`on`), the modal verb and the statement that quotes it (`within`, counted from 1).
enum StatementDump {
  static func text(_ document: Document) -> String {
    document.statements.map { statement in
      let words = document.text(of: statement.source)
      let speaker = statement.speaker ?? (words.isEmpty ? "?" : "? \(words)")
      let cue = statement.cue.isEmpty ? "" : " <\(document.text(of: statement.cue))>"
      let polarity = statement.polarity == .denied ? " denied" : ""
      let content = statement.content.map { String(document[$0]) }.joined(separator: " // ")
      var lines = ["\(speaker) | \(statement.speech) \(statement.act)\(polarity)\(cue) | \(content)"]
      if !statement.addressees.isEmpty {
        lines.append("  to \(statement.addressees.map(\.entity).joined(separator: " "))")
      }
      if !statement.about.isEmpty { lines.append("  about \(statement.about.map(\.entity).joined(separator: " "))") }
      if let date = statement.date { lines.append("  on \(date.text) \(date.resolution)") }
      if let modality = statement.modality { lines.append("  modality \(modality)") }
      if let within = statement.within { lines.append("  within \(within + 1)") }
      return lines.joined(separator: "\n") + "\n"
    }.joined()
  }
}
