#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of an open file, taken piece by piece. Closed when it goes.
final class FileBytes: ByteStream {
  private let descriptor: Int32
  private let isOwned: Bool
  /// Size in bytes, where the file says so before it is read; nil for a pipe.
  let size: Int?

  /// Bytes taken at a time.
  private static let pieceSize = 65_536

  /// Opens `file`.
  init(_ file: InputFile) throws(FileSystem.Failure) {
    isOwned = file.bytes != nil
    descriptor = file.bytes.map { open(FileSystem.terminated($0), O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw FileSystem.Failure(code: errno) }
    let entry = FileSystem.Entry(status)
    guard entry.kind != .folder else { throw FileSystem.Failure(code: EISDIR) }
    size = entry.kind == .file ? entry.size : nil
  }

  deinit { if isOwned, descriptor >= 0 { close(descriptor) } }

  /// The next piece; empty at the end.
  func next() throws(StreamFault) -> [UInt8] {
    var failure: Int32?
    let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
      var taken = -1
      repeat { taken = systemRead(descriptor, buffer.baseAddress, buffer.count) } while taken < 0 && errno == EINTR
      if taken < 0 { failure = errno }
      count = max(0, taken)
    }
    if let failure { throw .system(FileSystem.Failure(code: failure)) }
    return piece
  }
}

/// The system's `read`, which `FileBytes` would otherwise take for a method of its own.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
