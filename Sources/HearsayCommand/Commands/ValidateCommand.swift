import ArgumentParser
import Foundation
import Hearsay
import HearsayExporters

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Checks a GraphML or GEXF file against its schema and the vocabulary, by line.")

  @Argument(help: ArgumentHelp("The file.", valueName: "file"))
  var file: String

  func run() throws {
    guard FileManager.default.fileExists(atPath: file) else { throw CommandError(.noInput, "\(file): no such file") }
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: file), options: .mappedIfSafe)
    } catch {
      throw CommandError(.inputOutput, "\(file): cannot be read")
    }
    let faults = data.withUnsafeBytes {
      GraphFileValidator(rules: Vocabulary.rules).faults(in: $0.bindMemory(to: UInt8.self).span)
    }
    guard !faults.isEmpty else { return Console.say("\(file): valid") }
    for fault in faults { Console.say("\(file):\(fault)") }
    let count = "\(file): \(InputOptions.count(faults.count, "fault"))"
    // A tool's own dialect has looks and places that neither schema nor vocabulary knows.
    let tool = GraphTool.table.first { file.contains(".\($0.name).") }
    throw CommandError(
      .data, count + (tool.map { "; it is written for \($0.name) alone: validate the file without .\($0.name)" } ?? ""))
  }
}
