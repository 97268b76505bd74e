import ArgumentParser
import Foundation

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draws a DOT file by Graphviz.",
    discussion: """
      EXAMPLE
        hearsay render Exports/seeds.picture.dot --format svg,pdf
      """)

  @Argument(help: ArgumentHelp("The DOT file.", valueName: "graph.dot"))
  var graph: String

  @Option(
    help: ArgumentHelp("svg, png or pdf, parted by commas.", valueName: "kinds"),
    transform: {
      try ListOption.values($0, "picture", Graphviz.Picture.allCases.map(\.rawValue)) { .init(rawValue: $0) }
    })
  var format: [Graphviz.Picture] = [.svg]

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to; the file's own unless given.", valueName: "dir"))
  var output: String?

  func run() throws {
    let graphviz = try Graphviz()
    let source = URL(filePath: graph)
    let folder = output ?? source.deletingLastPathComponent().relativePath
    try OutputFile.createFolder(folder)
    var stem = source.deletingPathExtension().lastPathComponent
    if stem.hasSuffix(".picture") { stem.removeLast(".picture".count) }
    for picture in format {
      let path = folder + "/" + stem + "." + picture.rawValue
      for warning in try graphviz.draw(graph, as: picture, to: path) { Console.say("graphviz: \(warning)") }
    }
  }
}
