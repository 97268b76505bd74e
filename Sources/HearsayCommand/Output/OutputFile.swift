import HearsayExporters
import HearsayReaders

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is written beside its place, into which `OutputBatch` puts it when whole: nobody ever sees half of one.
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
    try OutputBatch.write { try $0.write(to: path, body) }
  }

  /// Makes the folder `path` and those above it, where they are missing.
  static func createFolder(_ path: String) throws(OutputError) {
    if ArgumentBytes.isBroken(path) { throw .cannotCreate(path: path, code: EILSEQ) }
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

  /// Opens the file that will be at `path`, which is no folder.
  init(_ path: String) throws(OutputError) {
    self.path = path
    if Self.isFolder(path) { throw .cannotCreate(path: path, code: EISDIR) }
    let temporary = Self.temporaryPath(for: path)
    let number = UnfinishedFiles.current.uninterrupted {
      // What a killed run left, or a link that someone put there, must not be written through.
      _ = unlink(temporary)
      let number = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      let code = errno
      if number >= 0 { UnfinishedFiles.current.note(temporary) }
      return number >= 0 ? number : -code
    }
    guard number >= 0 else { throw .cannotCreate(path: path, code: -number) }
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

  /// Waits until all is on the disk.
  func finish() throws(OutputError) {
    guard fsync(descriptor.number) == 0 else { throw .cannotWrite(path: path, code: errno) }
    // There is nothing left that closing could fail to write.
    close(descriptor.number)
  }

  /// Closes and removes what was written.
  func abandon() {
    close(descriptor.number)
    _ = unlink(Self.temporaryPath(for: path))
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
