import ArgumentParser
import Hearsay

struct StatementsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statements",
    abstract: "Prints who said what about whom as a table: CSV, or for eyes where the output is a terminal.")

  @OptionGroup var input: InputOptions

  @Option(help: ArgumentHelp("Leaves out statements that are less sure, 0 to 1.", valueName: "x"))
  var minConfidence: Double = 0

  func validate() throws { try InputOptions.validate(leastConfidence: minConfidence) }

  func run() async throws {
    let corpus = try await input.corpus()
    let table = StatementTable(corpus, leastConfidence: minConfidence)
    try Console.write(Console.isOutputTerminal ? TextTable(table).text : table.csv)
    let shown = GraphBuilder(GraphOptions(leastConfidence: minConfidence)).outline(of: corpus).statements
    input.say(InputOptions.summary(of: corpus, statements: shown))
  }
}
