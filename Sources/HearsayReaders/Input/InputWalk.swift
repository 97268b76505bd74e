/// From what the user named to the files that may hold articles: the only place, with `FileBytes`, that touches files.
public enum InputWalk {
  /// The files of `inputs`, each a file, a folder or `-` for standard input, sorted by source.
  ///
  /// The order of `inputs` makes no difference, and what is named twice comes once. In a folder, names that begin with
  /// a full stop are passed over, and so is README.md, which speaks of the articles. A folder that links lead to again
  /// is walked once; one without files gives none. A sub-folder that cannot be opened is among the files, so that
  /// reading it says so.
  ///
  /// - Throws: where one of `inputs` itself is not there or cannot be opened.
  public static func files(of inputs: [String]) throws(ReaderError) -> [InputFile] {
    var found: [Found] = []
    for input in inputs {
      if input == "-" {
        found.append(Found(file: InputFile(path: nil, source: "stdin"), identity: nil))
        continue
      }
      for path in ArgumentBytes.all(of: input) { try add(path, named: input, to: &found) }
    }
    return unique(found)
  }

  /// Adds the file, or the files of the folder, at `path`, which the user named `input`.
  private static func add(_ path: [UInt8], named input: String, to found: inout [Found]) throws(ReaderError) {
    let entry: FileSystem.Entry
    do { entry = try FileSystem.entry(at: path) } catch { throw ReaderError(error, at: input) }
    let name = lastName(of: FileName.text(path))
    if entry.kind == .folder {
      do { _ = try FileSystem.names(in: path) } catch { throw ReaderError(error, at: input) }
      var visited: Set<FileSystem.Identity> = [entry.identity]
      walk(folder: path, source: name, visited: &visited, into: &found)
    } else {
      found.append(Found(file: InputFile(bytes: path, source: name), identity: entry.identity))
    }
  }

  private struct Found {
    let file: InputFile
    let identity: FileSystem.Identity?
  }

  /// Walks a folder. `visited` are the folders walked so far: links may lead back to one, or to one from many.
  private static func walk(
    folder: [UInt8], source: String, visited: inout Set<FileSystem.Identity>, into found: inout [Found]
  ) {
    guard let names = try? FileSystem.names(in: folder) else {
      found.append(Found(file: InputFile(bytes: folder, source: source), identity: nil))
      return
    }
    for name in names where name.first != UInt8(ascii: ".") && !name.elementsEqual("README.md".utf8) {
      let path = folder.last == UInt8(ascii: "/") ? folder + name : folder + [UInt8(ascii: "/")] + name
      let inner = (source.isEmpty ? "" : source + "/") + FileName.text(name)
      guard let entry = try? FileSystem.entry(at: path) else {
        // A link to nothing: reading it will say so.
        found.append(Found(file: InputFile(bytes: path, source: inner), identity: nil))
        continue
      }
      switch entry.kind {
      case .file: found.append(Found(file: InputFile(bytes: path, source: inner), identity: entry.identity))
      case .folder:
        guard visited.insert(entry.identity).inserted else { break }
        walk(folder: path, source: inner, visited: &visited, into: &found)
      case .other:
        // Opening a pipe would wait for whoever writes to it.
        let refusal = "a pipe, a socket or a device: name it by itself to read it"
        found.append(Found(file: InputFile(bytes: path, source: inner, refusal: refusal), identity: entry.identity))
      }
    }
  }

  /// Sorted by source, then by file, without repetitions: the same file under two sources is kept under both, since a
  /// document lists all of its sources, and which of them came first must not decide.
  private static func unique(_ found: [Found]) -> [InputFile] {
    var seen: Set<String> = []
    return found.sorted { left, right in
      if left.file.source != right.file.source {
        return left.file.source.utf8.lexicographicallyPrecedes(right.file.source.utf8)
      }
      return (left.file.path ?? "").utf8.lexicographicallyPrecedes((right.file.path ?? "").utf8)
    }.filter { item in
      let identity = item.identity.map { "\($0.device):\($0.number)" } ?? item.file.path ?? "-"
      return seen.insert(item.file.source + "\n" + identity).inserted
    }.map(\.file)
  }

  /// The last part of a path, of its real one where that has no name of its own (`.`, `a/..`).
  private static func lastName(of path: String) -> String {
    let written = path.split(separator: "/").last.map(String.init) ?? ""
    if written != "", written != ".", written != ".." { return written }
    return FileSystem.realPath(path)?.split(separator: "/").last.map(String.init) ?? ""
  }
}

extension ReaderError {
  init(_ failure: FileSystem.Failure, at path: String) {
    self = failure.isMissing ? .noSuchInput(path) : .unreadable(path: path, reason: failure.description)
  }
}
