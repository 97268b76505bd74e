/// Somewhere outside of memory that keeps texts: a file.
public protocol TextShelf: AnyObject, Sendable {
  /// Keeps `bytes`; returns the number by which they are found again, or nil where it cannot or would rather not.
  func keep(_ bytes: [UInt8]) -> Int?
  /// The `count` bytes that `keep` gave `number`.
  func bytes(_ number: Int, count: Int) -> [UInt8]
}

/// A document's text on a shelf, or in memory where the shelf would not have it: as bytes alone, not as a string beside them.
@usableFromInline enum ShelvedText: Sendable {
  case memory([UInt8])
  case shelf(any TextShelf, number: Int, count: Int)

  @usableFromInline var bytes: [UInt8] {
    switch self {
    case .memory(let bytes): bytes
    case .shelf(let shelf, let number, let count): shelf.bytes(number, count: count)
    }
  }
}

extension Document {
  /// Takes the text out of memory and onto `shelf`, from where it is read whenever it is asked for.
  ///
  /// Of a run over an archive only what was found stays in memory. The document is the same as before, only slower.
  public mutating func putText(on shelf: any TextShelf) {
    guard shelved == nil else { return }
    shelved = shelf.keep(ownBytes).map { .shelf(shelf, number: $0, count: ownBytes.count) } ?? .memory(ownBytes)
    (ownText, ownBytes) = ("", [])
  }

  /// Empties the layers that nothing asks for once statements and relations are found: tokens, trees, names and times.
  public mutating func dropWorkingLayers() {
    (tokens, syntax, regards, names, times) = ([], [], [], [], [])
  }
}
