import ArgumentParser
import Foundation
import HearsayLanguage

struct TagCommand: ParsableCommand {
  /// What is said of each word.
  enum Layer: String, CaseIterable, ExpressibleByArgument {
    case names, upos, tree
  }

  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Reads one sentence a line on standard input, tokens parted by one space; prints one line a token.",
    discussion: """
      names prints FORM and TAG (IOB2: PER, ORG, LOC), upos FORM and UPOS, tree the ten columns of CoNLL-U; parted by \
      tabs, a blank line after each sentence. An empty line gives one blank line.

      EXAMPLE
        echo 'Kari Lund spoke in Oslo .' | hearsay tag --layer tree
      """)

  /// Sentences that are read together: names are read better with what stands around them.
  private static let batch = 512

  @Option(help: "names, upos or tree.")
  var layer: Layer = .names

  @Option(help: ArgumentHelp("Other weights than the program's own.", valueName: "file"))
  var model: String?

  func run() throws {
    let tagger = try model.map { try ModelFile.tagger($0) } ?? Tagger.embedded
    var waiting: [[String]] = []
    func flush() throws {
      let tagged = tagger.tag(waiting, wantsTrees: layer == .tree, asText: layer == .names)
      var text = ""
      for (sentence, words) in zip(waiting, tagged) {
        for (index, (form, word)) in zip(sentence, words).enumerated() { text += line(index, form, word) + "\n" }
        text += "\n"
      }
      try Console.write(text)
      waiting = []
    }
    while let line = readLine() {
      waiting.append(line.isEmpty ? [] : line.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
      if waiting.count == Self.batch { try flush() }
    }
    try flush()
  }

  private func line(_ index: Int, _ form: String, _ word: Tagger.Word) -> String {
    switch layer {
    case .names: return "\(form)\t\(word.name)"
    case .upos: return "\(form)\t\(word.upos)"
    case .tree:
      // Without subtypes: nsubj:pass is nsubj.
      let relation = word.relation.prefix { $0 != ":" }
      return "\(index + 1)\t\(form)\t_\t\(word.upos)\t_\t_\t\(word.head)\t\(relation)\t_\t_"
    }
  }
}
