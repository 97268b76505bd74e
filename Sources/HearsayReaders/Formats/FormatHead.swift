/// The beginning of a file, by which its format is known.
struct FormatHead {
  /// Bytes from the start that are looked at.
  static let size = 65_536

  /// The bytes as they stand.
  let raw: ArraySlice<UInt8>
  /// The same as text in UTF-8, without a byte order mark.
  let text: ArraySlice<UInt8>
  /// The name of the first element, where it is XML.
  let root: String?

  /// - Parameter bytes: No more than `size`.
  init(_ bytes: ArraySlice<UInt8>) {
    raw = bytes
    text =
      TextDecoder(Array(bytes), declared: DeclaredEncoding.name(in: bytes.prefix(DeclaredEncoding.reach))).utf8[...]
    root = XMLRoot.name(of: text)
  }

  /// Whether it begins as JSON Lines do, in UTF-8.
  var isJSONLines: Bool {
    JSONLinesReader.matches(raw.starts(with: [0xEF, 0xBB, 0xBF]) ? raw.dropFirst(3) : raw)
  }
}
