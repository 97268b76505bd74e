import HearsayCore

/// Bytes that come piece by piece: from a file, from memory, out of an archive.
protocol ByteStream: AnyObject {
  /// How many bytes there are in all, where that is known before they are read.
  var size: Int? { get }
  /// The next bytes, in whatever number they come; none at the end.
  func next() throws(StreamFault) -> [UInt8]
}

/// Why bytes come no further.
enum StreamFault: Error, Equatable {
  /// The system refuses to read on.
  case system(FileSystem.Failure)
  /// Compressed data that ends in its middle; `format` is "gzip" and the like.
  case cut(format: String)
  /// Compressed data that is none.
  case corrupt(format: String)
  /// Data that unpacks to more than `expansion` times its own size.
  case bomb(expansion: Int)
}

extension StreamFault: CustomStringConvertible {
  var description: String {
    switch self {
    case .system(let failure): failure.description
    case .cut(let format): "the \(format) data ends in the middle: fetch the file again"
    case .corrupt(let format): "the \(format) data is damaged here: fetch the file again"
    case .bomb(let expansion):
      "it unpacks to more than \(expansion) times its size: if that is right, allow more by --limit expansion=NUMBER"
    }
  }
}

/// Bytes in memory as a stream.
final class MemoryStream: ByteStream {
  private var bytes: [UInt8]
  let size: Int?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    size = bytes.count
  }

  func next() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
