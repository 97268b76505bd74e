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
    guard !whole, let data = FileManager.default.contents(atPath: graph),
      let content = PortableDOT.graph(of: String(decoding: data, as: UTF8.self))
    else { return try draw(graph, by: graphviz, folder + "/" + stem) }
    // What Graphviz reads goes to a folder of its own: beside the file may stand a picture's source that export wrote.
    let scratch = FileManager.default.temporaryDirectory.appending(
      path: "hearsay-render-\(ProcessInfo.processInfo.processIdentifier)")
    try OutputFile.createFolder(scratch.path)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (articles, drawn) = (content.articles, content.spoken)
    for theme in theme {
      let picture = Picture(articles: articles, style: theme.style)
      let path = scratch.appending(path: stem + ".picture.dot").path
      try OutputFile.write(to: path) { try picture.write(drawn, to: &$0) }
      try draw(path, by: graphviz, folder + "/" + stem + theme.suffix)
      if let left = picture.leftOut(of: drawn) { Console.say("\(stem + theme.suffix): not drawn: \(left)") }
    }
  }

  private func draw(_ file: String, by graphviz: Graphviz, _ stem: String) throws {
    for picture in format {
      let path = "\(stem).\(picture.rawValue)"
      for warning in try graphviz.draw(file, as: picture, to: path) { Console.say("graphviz: \(warning)") }
    }
  }
}
