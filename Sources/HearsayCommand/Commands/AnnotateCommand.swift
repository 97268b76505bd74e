import ArgumentParser
import Hearsay

struct AnnotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Prints each document with all that was found in it, one JSON object a line.",
    discussion: "Offsets count Unicode code points from 0, half-open, into the object's text.")

  @OptionGroup var input: InputOptions

  @Flag(help: "Adds tokens and sentences.")
  var layers = false

  func run() async throws {
    let corpus = try await input.corpus(keepsWorkingLayers: layers)
    let writer = AnnotationWriter(hasLayers: layers)
    for document in corpus.documents { try Console.write(writer.line(for: document) + "\n") }
    input.say(InputOptions.summary(of: corpus))
  }
}
