import ArgumentParser
import Hearsay

@main
struct HearsayProgram: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay",
    abstract: "Reads news articles and writes who said what about whom as a graph.",
    discussion: """
      A folder of articles in; out, a graph of people, organizations and countries, linked by statements and \
      mentions, in which every edge leads back to its sentence.

      EXAMPLES
        hearsay export articles/ --render svg     # articles.graphml, articles.dot and a picture, in Exports/
        hearsay export articles/ --view evidence  # documents and statements as nodes
        hearsay statements articles/              # the same as a table
        hearsay inspect articles/one.html         # what was found in one article, marked in its text
        curl -s URL | hearsay annotate -          # one article as JSON

      INPUT is a file, a folder (walked in sorted order) or - for standard input. Plain text, HTML, XML, JSON Lines, \
      RSS and Atom, NewsML 1 and G2, NITF, WARC and EPUB, plain or packed by gzip or zstd, are told apart by their \
      content. hearsay formats --input lists them.
      """,
    version: ProgramVersion.text,
    subcommands: [
      ExportCommand.self, AnnotateCommand.self, StatementsCommand.self, InspectCommand.self, ExplainCommand.self,
      CorrectCommand.self, RenderCommand.self, TagCommand.self, ValidateCommand.self, FormatsCommand.self,
      PronounsCommand.self,
    ])

  static func main() async {
    Signals.prepare()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      ErrorReport.exit(with: error)
    }
  }
}

/// The program's version, which `--version` prints.
enum ProgramVersion {
  static let text = "0.1.0"
}
