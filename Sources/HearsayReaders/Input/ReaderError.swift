/// What keeps a run from beginning. A document that cannot be read is no error, but a `Diagnostic`.
public enum ReaderError: Error, Equatable {
  /// No file or folder has this name.
  case noSuchInput(String)
  /// The file or folder is there, but the system refuses it; `reason` is the system's own.
  case unreadable(path: String, reason: String)
}

extension ReaderError: CustomStringConvertible {
  /// The error as one sentence that names the input first.
  public var description: String {
    switch self {
    case .noSuchInput(let path): "\(path): no such file or folder"
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    }
  }
}
