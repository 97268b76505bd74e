import Foundation

/// Files that appear together: each is written beside its place, and all are renamed into it when the last is whole.
///
/// Whatever goes wrong, what was written so far is removed, and files that were there before stay as they were. Renaming is
/// one call a file, so a machine that stops dead among them leaves some new files and some old ones, each of them whole.
final class OutputBatch {
  private var paths: [String] = []
  /// Those of `paths` that nobody asked for: they are removed when the rest is put into place.
  private var passing: Set<String> = []

  private init() {}

  /// Runs `body`, which writes files, and puts them into place if it succeeds.
  ///
  /// Throws an `OutputError`, or what else `body` throws.
  static func write<Result>(_ body: (OutputBatch) throws -> Result) throws -> Result {
    let batch = OutputBatch()
    do {
      let result = try body(batch)
      try UnfinishedFiles.current.uninterrupted(batch.publish)
      return result
    } catch {
      batch.abandon()
      throw error
    }
  }

  /// Writes the file that will be at `path` by `body`.
  func write(to path: String, _ body: (inout OutputFile) throws -> Void) throws {
    var file = try OutputFile(path)
    if !paths.contains(path) { paths.append(path) }
    do {
      try body(&file)
      try file.finish()
    } catch {
      file.abandon()
      throw error
    }
  }

  /// Writes a file by `body` that is read under `temporaryPath(of: path)` until the batch ends, and never is at `path`.
  func writePassing(_ path: String, _ body: (inout OutputFile) throws -> Void) throws {
    passing.insert(path)
    try write(to: path, body)
  }

  /// Where the file that will be at `path` can be read until it is there.
  func temporaryPath(of path: String) -> String {
    paths.contains(path) ? OutputFile.temporaryPath(for: path) : path
  }

  /// Removes what killed runs left of files whose paths begin with `stem` and a full stop.
  static func removeLeftovers(of stem: String) {
    let url = URL(filePath: stem)
    let folder = url.deletingLastPathComponent().path
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(url.lastPathComponent + ".") && name.hasSuffix(OutputFile.temporaryPath(for: "")) {
      unlink(folder + "/" + name)
    }
  }

  private func publish() throws(OutputError) {
    for path in paths {
      if passing.contains(path) {
        unlink(OutputFile.temporaryPath(for: path))
        continue
      }
      guard rename(OutputFile.temporaryPath(for: path), path) == 0 else { throw .cannotCreate(path: path, code: errno) }
    }
    UnfinishedFiles.current.forgetAll()
  }

  private func abandon() {
    for path in paths { unlink(OutputFile.temporaryPath(for: path)) }
    UnfinishedFiles.current.forgetAll()
  }
}
