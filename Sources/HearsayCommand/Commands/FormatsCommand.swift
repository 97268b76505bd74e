import ArgumentParser
import HearsayExporters
import HearsayReaders

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "Lists the formats: where each is specified, and what it loses.")

  @Flag(help: "Lists the formats that articles are read from instead.")
  var input = false

  @Flag(help: "Prints the tables of docs/FORMATS.md.")
  var markdown = false

  func run() throws {
    if input {
      for format in InputFormat.table {
        let record = format.record.map { "\n  a document is called FILE#ID by its \($0)" } ?? ""
        try Console.write("\(format.name)\n  \(format.title)\n  \(format.specification)\(record)\n")
      }
      return
    }
    try Console.write(markdown ? FormatsTable.markdown : FormatsTable.text)
  }
}
