/// One file that may hold articles.
public struct InputFile: Sendable, Hashable {
  /// Where it is, or nil for standard input.
  public let path: String?
  /// The name that documents and diagnostics carry, which does not depend on where the program ran: for a file in a
  /// folder the folder's own name and the path within it, else the file's name; `stdin` for standard input.
  public let source: String

  /// Why it is not to be opened; nil for what may be read.
  let refusal: String?
  /// The path as the system has it, which need not be UTF-8.
  let bytes: [UInt8]?

  /// A file at `path`, or standard input where that is nil.
  public init(path: String?, source: String) {
    self.path = path
    self.source = source
    refusal = nil
    bytes = path.map { Array($0.utf8) }
  }

  /// A file in a folder.
  init(bytes: [UInt8], source: String, refusal: String? = nil) {
    path = FileName.text(bytes)
    self.source = source
    self.refusal = refusal
    self.bytes = bytes
  }
}
