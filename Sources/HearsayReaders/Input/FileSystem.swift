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
  struct Failure: Error { let code: Int32 }

  static func entry(at path: String) throws(Failure) -> Entry {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Failure(code: errno) }
    return Entry(status)
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  static func names(in folder: String) throws(Failure) -> [String] {
    guard let stream = opendir(folder) else { throw Failure(code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(decodingCString: $0, as: UTF8.self)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
