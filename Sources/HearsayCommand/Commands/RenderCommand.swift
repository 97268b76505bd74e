import ArgumentParser
import Foundation
import Hearsay
import HearsayExporters

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draws a DOT file by Graphviz.",
    discussion: """
      Of a graph that hearsay export has written (NAME.dot), as much is drawn as a page holds, with a legend; the \
      heading and standard error say what is left out. Any other DOT is drawn as it is.

      EXAMPLES
        hearsay render Exports/seeds.dot --format svg,pdf --theme dark
        hearsay render Exports/seeds.picture.dot
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

  @Option(
    help: ArgumentHelp("light, dark or both, for a graph of hearsay export.", valueName: "themes"),
    transform: {
      try ListOption.values($0, "theme", PictureTheme.allCases.map(\.rawValue)) { PictureTheme(rawValue: $0) }
    })
  var theme: [PictureTheme] = [.light]

  @Flag(help: "Draws every node and edge of the file, however many.")
  var whole = false

  func run() throws {
    let graphviz = try Graphviz()
    let source = URL(filePath: graph)
    let folder = output ?? source.deletingLastPathComponent().relativePath
    try OutputFile.createFolder(folder)
    var stem = source.deletingPathExtension().lastPathComponent
    if stem.hasSuffix(".picture") { stem.removeLast(".picture".count) }
    let base = folder + "/" + stem
    OutputBatch.removeLeftovers(of: base)
    try OutputBatch.write { try draw(by: graphviz, base, in: $0) }
  }

  /// Draws every picture: BASE.svg, BASE.dark.svg.
  private func draw(by graphviz: Graphviz, _ base: String, in batch: OutputBatch) throws {
    guard !whole, let data = FileManager.default.contents(atPath: graph),
      let content = PortableDOT.graph(of: String(decoding: data, as: UTF8.self))
    else { return try draw(graph, by: graphviz, base, in: batch) }
    let (articles, drawn) = (content.articles, content.spoken)
    for theme in theme {
      let picture = Picture(articles: articles, style: theme.style)
      let stem = base + theme.suffix
      // What Graphviz reads: a picture's source that export wrote may stand beside the file, and is not ours to change.
      let source = stem + ".render.dot"
      try batch.writePassing(source) { try picture.write(drawn, to: &$0) }
      try draw(source, by: graphviz, stem, in: batch)
      if let left = picture.leftOut(of: drawn) { Console.say("\(stem): not drawn: \(left)") }
    }
  }

  private func draw(_ file: String, by graphviz: Graphviz, _ stem: String, in batch: OutputBatch) throws {
    for picture in format {
      let path = "\(stem).\(picture.rawValue)"
      for warning in try graphviz.draw(file, as: picture, to: path, in: batch) { Console.say("graphviz: \(warning)") }
    }
  }
}
