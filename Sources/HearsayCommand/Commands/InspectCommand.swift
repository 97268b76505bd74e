import ArgumentParser
import Hearsay

struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Shows each article with names marked, and who said what in it.")

  @OptionGroup var input: InputOptions

  func run() async throws {
    let corpus = try await input.corpus()
    let inspector = Inspector(isColored: Console.isOutputTerminal)
    for document in corpus.documents { try Console.write(inspector.text(for: document) + "\n") }
    input.say(InputOptions.summary(of: corpus))
  }
}
