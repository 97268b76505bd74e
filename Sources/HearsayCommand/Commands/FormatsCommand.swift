import ArgumentParser
import HearsayExporters

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "Lists the formats: where each is specified, and what it loses.")

  func run() throws {
    for format in GraphFormat.table {
      try Console.write(
        """
        \(format.name) (.\(format.fileExtension))
          \(format.title)
          \(format.specification)
          loses: \(format.loses.isEmpty ? "nothing" : format.loses.joined(separator: "; "))

        """)
    }
  }
}
