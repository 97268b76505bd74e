import Foundation
import HearsayExporters

/// Graphviz's `dot`, which draws pictures from files of DOT, with the engine that the file names (`layout=…`).
struct Graphviz {
  /// A kind of picture.
  enum Picture: String, CaseIterable {
    case svg, png, pdf
  }

  /// The program.
  let executable: URL

  /// Graphviz as `path`, a list of folders parted by colons, has it.
  init(path: String? = ProcessInfo.processInfo.environment["PATH"]) throws(GraphvizError) {
    for folder in (path ?? "").split(separator: ":") {
      let candidate = URL(filePath: String(folder), directoryHint: .isDirectory).appending(path: "dot")
      if FileManager.default.isExecutableFile(atPath: candidate.path) {
        executable = candidate
        return
      }
    }
    throw .missing
  }

  /// Draws the DOT file at `source` as a picture at `destination`, which appears with the other files of `batch`, where there is one.
  ///
  /// - Parameter limit: How long drawing may take. A big graph can take `dot` hours.
  /// - Returns: The warnings that Graphviz gave, a line each.
  @discardableResult
  func draw(
    _ source: String, as picture: Picture, to destination: String, in batch: OutputBatch? = nil,
    limit: Duration = .seconds(300)
  ) throws -> [String] {
    guard let batch else {
      return try OutputBatch.write { try draw(source, as: picture, to: destination, in: $0, limit: limit) }
    }
    // Opened here, so that a file that is not there is told from one that Graphviz cannot read.
    guard var input = FileHandle(forReadingAtPath: batch.temporaryPath(of: source)) else {
      throw GraphvizError.unreadable(file: source)
    }
    if picture == .pdf { input = try Self.withPlainLinks(input) }
    var run = try GraphvizRun(executable, arguments: ["-T\(picture.rawValue)"], input: input, limit: limit)
    do {
      try batch.write(to: destination) { file in
        switch try run.copyOutput(to: &file) {
        case .good: break
        case .failed: throw GraphvizError.failed(file: source, message: run.messages.first ?? "it gave no reason")
        case .stopped: throw GraphvizError.tooSlow(file: source, seconds: Int(limit.components.seconds))
        }
      }
    } catch {
      run.stop()
      throw error
    }
    return run.messages
  }
}

extension Graphviz {
  /// The same file of DOT with its links as they are: Graphviz copies a link as it stands into whatever it draws, and only SVG
  /// has `&amp;` for `&`.
  private static func withPlainLinks(_ input: FileHandle) throws -> FileHandle {
    let text = String(decoding: try input.readToEnd() ?? Data(), as: UTF8.self)
    let plain = text.replacing(/"URL"="[^"]*"/) { $0.output.replacing("&amp;", with: "&") }
    // A file without a name, which goes when it is closed.
    guard let file = tmpfile() else { throw CocoaError(.fileWriteUnknown) }
    defer { fclose(file) }
    let copy = FileHandle(fileDescriptor: dup(fileno(file)), closeOnDealloc: true)
    try copy.write(contentsOf: Data(plain.utf8))
    try copy.seek(toOffset: 0)
    return copy
  }
}

/// Why there is no picture.
enum GraphvizError: Error, Equatable {
  /// There is no `dot` on the path.
  case missing
  /// The file of DOT cannot be opened.
  case unreadable(file: String)
  /// Graphviz refused the file.
  case failed(file: String, message: String)
  /// Graphviz was stopped.
  case tooSlow(file: String, seconds: Int)

  /// What the program ends with.
  var status: ExitStatus {
    switch self {
    case .missing: .unavailable
    case .unreadable: .noInput
    case .failed: .data
    case .tooSlow: .inputOutput
    }
  }
}

extension GraphvizError: CustomStringConvertible {
  /// The sentence to show.
  var description: String {
    switch self {
    case .missing:
      """
      Graphviz, which draws the pictures, is not installed: `apt-get install graphviz` or `brew install graphviz` \
      brings it (its program dot is looked for on PATH)
      """
    case .unreadable(let file): "\(file): cannot be opened"
    case .failed(let file, let message): "\(file): Graphviz cannot draw it: \(message)"
    case .tooSlow(let file, let seconds): "\(file): Graphviz was not done after \(seconds) seconds; draw fewer nodes"
    }
  }
}
