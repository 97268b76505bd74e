import ArgumentParser
import Hearsay

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says why mentions are one entity: which rule or name tied each.")

  @Argument(help: ArgumentHelp("An actor: an id, as in person.antony-blinken, or a name.", valueName: "node"))
  var node: String

  @OptionGroup var input: InputOptions

  func run() async throws {
    let corpus = try await input.corpus()
    let id: String
    do { id = try ActorNames(corpus).id(of: node) } catch { throw CommandError(.data, "\(error)") }
    guard let explanation = Explanation(of: id, in: corpus) else {
      throw CommandError(
        .data,
        "no node is called \(node) in these documents: hearsay annotate lists the ids of each document's entities")
    }
    try Console.write(explanation.text)
  }
}
