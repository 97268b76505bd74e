#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why something could not be written. `code` is an `errno`.
enum OutputError: Error, Equatable {
  /// The file or folder cannot be made here: no permission, no such folder, a folder in its place.
  case cannotCreate(path: String, code: Int32)
  /// The file could not be written to its end: a full disk, a limit, a broken pipe.
  case cannotWrite(path: String, code: Int32)

  /// What the program ends with.
  var status: ExitStatus {
    switch self {
    case .cannotCreate: .cannotCreate
    case .cannotWrite: .inputOutput
    }
  }
}

extension OutputError: CustomStringConvertible {
  /// The sentence to show.
  var description: String {
    switch self {
    case .cannotCreate(let path, let code): "\(path): cannot be created: \(Self.reason(code))"
    case .cannotWrite(let path, let code): "\(path): cannot be written: \(Self.reason(code))"
    }
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied; name another folder with --output"
    case EROFS: "the file system is read-only; name another folder with --output"
    case ENOSPC, EDQUOT: "no space is left on the device"
    case EFBIG: "it would be larger than the limit on a file's size"
    case EPIPE: "whoever was reading has stopped"
    case EISDIR: "a folder is in its place"
    case ENOTDIR, EEXIST: "a file is where a folder should be"
    case EILSEQ: "its name is not UTF-8; name another folder with --output"
    case ENOENT: "there is no such folder"
    default: String(cString: strerror(code)).lowercased()
    }
  }
}
