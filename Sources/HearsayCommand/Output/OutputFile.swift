import HearsayExporters

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is written beside its place and renamed into it when whole: nobody ever sees half of one.
///
/// Whatever goes wrong, what was written so far is removed, and a file that was there before stays as it was.
struct OutputFile: ByteSink {
  /// Where the file will be.
  let path: String
  private let descriptor: FileDescriptor

  /// The name under which the file is written: the same on each run, so that what a killed run left is removed.
  static func temporaryPath(for path: String) -> String { path + ".tmp-hearsay" }

  /// Writes the file at `path` by `body`, and puts it into place if that succeeds.
  ///
  /// Throws an `OutputError`, or what else `body` throws.
  static func write(to path: String, _ body: (inout OutputFile) throws -> Void) throws {
    try write(to: [path]) { try body(&$1) }
  }

  /// Writes files that belong together by `body`, which takes the index of each: none is put into place before all are
  /// whole.
  static func write(to paths: [String], _ body: (Int, inout OutputFile) throws -> Void) throws {
    var files: [OutputFile] = []
    do {
      for (index, path) in paths.enumerated() {
        var file = try OutputFile(path)
        files.append(file)
        UnfinishedFile.current.note(files.map { temporaryPath(for: $0.path) })
        try body(index, &file)
        try file.complete()
      }
      for file in files { try file.putIntoPlace() }
      UnfinishedFile.current.note([])
    } catch {
      for file in files { file.abandon() }
      UnfinishedFile.current.note([])
      throw error
    }
  }

  /// Makes the folder `path` and those above it, where they are missing.
  static func createFolder(_ path: String) throws(OutputError) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += prefix.isEmpty || prefix.hasSuffix("/") ? String(part) : "/" + part
      guard mkdir(prefix, 0o777) != 0 else { continue }
      // A folder that is there already may also be refused for lack of permission above it, or of a writable disk.
      let code = errno
      if isFolder(prefix) { continue }
      throw .cannotCreate(path: prefix, code: code)
    }
  }

  private init(_ path: String) throws(OutputError) {
    self.path = path
    if Self.isFolder(path) { throw .cannotCreate(path: path, code: EISDIR) }
    let temporary = Self.temporaryPath(for: path)
    // What a killed run left, or a link that someone put there, must not be written through.
    _ = unlink(temporary)
    let number = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw .cannotCreate(path: path, code: errno) }
    descriptor = FileDescriptor(number: number)
  }

  /// Appends `bytes`.
  mutating func write(_ bytes: Span<UInt8>) throws(OutputError) {
    do {
      try descriptor.write(bytes)
    } catch {
      throw .cannotWrite(path: path, code: error.code)
    }
  }

  private func complete() throws(OutputError) {
    guard fsync(descriptor.number) == 0 else { throw .cannotWrite(path: path, code: errno) }
  }

  private func putIntoPlace() throws(OutputError) {
    guard rename(Self.temporaryPath(for: path), path) == 0 else { throw .cannotCreate(path: path, code: errno) }
    // All is on the disk: there is nothing left that closing could fail to write.
    close(descriptor.number)
  }

  /// Removes what was written; nothing where the file is in its place.
  private func abandon() {
    guard unlink(Self.temporaryPath(for: path)) == 0 else { return }
    close(descriptor.number)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
