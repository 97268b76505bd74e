/// One file that may hold articles.
public struct InputFile: Sendable, Hashable {
  /// Where it is, or nil for standard input.
  public let path: String?
  /// The name that documents and diagnostics carry, which does not depend on where the program ran: for a file in a
  /// folder the folder's own name and the path within it, else the file's name; `stdin` for standard input.
  public let source: String

  /// A file at `path`, or standard input where that is nil.
  public init(path: String?, source: String) {
    self.path = path
    self.source = source
  }
}
