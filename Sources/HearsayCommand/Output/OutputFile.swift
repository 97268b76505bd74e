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
    var file = try OutputFile(path)
    do {
      try body(&file)
      try file.finish()
    } catch {
      file.abandon()
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
    UnfinishedFile.current.note(temporary)
  }

  /// Appends `bytes`.
  mutating func write(_ bytes: Span<UInt8>) throws(OutputError) {
    do {
      try descriptor.write(bytes)
    } catch {
      throw .cannotWrite(path: path, code: error.code)
    }
  }

  private func finish() throws(OutputError) {
    guard fsync(descriptor.number) == 0 else { throw .cannotWrite(path: path, code: errno) }
    guard rename(Self.temporaryPath(for: path), path) == 0 else { throw .cannotCreate(path: path, code: errno) }
    UnfinishedFile.current.note(nil)
    // All is on the disk: there is nothing left that closing could fail to write.
    close(descriptor.number)
  }

  private func abandon() {
    close(descriptor.number)
    UnfinishedFile.current.note(nil)
    _ = unlink(Self.temporaryPath(for: path))
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
