#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system calls that reading needs, each in a form that Swift code can trust.
enum FileSystem {
  /// What stands at a path, following links.
  struct Entry: Equatable {
    enum Kind { case file, folder, other }
    let kind: Kind
    /// The device and the number of the file on it: equal for two paths of one file.
    let identity: Identity
    /// Size in bytes; 0 for what has none.
    let size: Int
  }

  struct Identity: Hashable, Comparable {
    let device: UInt64
    let number: UInt64

    static func < (left: Identity, right: Identity) -> Bool {
      (left.device, left.number) < (right.device, right.number)
    }
  }

  /// The system's words for why a call failed.
  struct Failure: Error, Equatable { let code: Int32 }

  /// What stands at `path`: bytes without an end, since a path need not be UTF-8.
  static func entry(at path: [UInt8]) throws(Failure) -> Entry {
    var status = stat()
    guard stat(terminated(path), &status) == 0 else { throw Failure(code: errno) }
    return Entry(status)
  }

  /// `path` as the system takes it.
  static func terminated(_ path: [UInt8]) -> [CChar] { path.map { CChar(bitPattern: $0) } + [0] }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  static func names(in folder: [UInt8]) throws(Failure) -> [[UInt8]] {
    guard let stream = opendir(terminated(folder)) else { throw Failure(code: errno) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          Array(UnsafeBufferPointer(start: $0, count: strlen(UnsafePointer<CChar>(OpaquePointer($0)))))
        }
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The path without links, `.` and `..`, or nil where there is nothing.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

extension FileSystem.Entry {
  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    identity = FileSystem.Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
    size = Int(status.st_size)
  }
}

extension FileSystem.Failure: CustomStringConvertible {
  var description: String { String(cString: strerror(code)) }
  var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}
