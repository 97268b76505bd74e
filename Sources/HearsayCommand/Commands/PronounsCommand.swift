import ArgumentParser
import Hearsay
import HearsayIdentity

/// What pronouns were weighed by, for those who train the weights; not shown among the commands.
struct PronounsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pronouns", abstract: "Prints what each pronoun was weighed by, for Training/pronouns.py.",
    shouldDisplay: false)

  @OptionGroup var input: InputOptions

  func run() async throws {
    let corpus = try await input.corpus(keepsWorkingLayers: true)
    for document in corpus.documents {
      for line in PronounSamples(document).lines { try Console.write(line + "\n") }
    }
  }
}
