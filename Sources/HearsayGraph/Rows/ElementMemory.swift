/// The nodes or the edges of a graph where they lie in memory, for exporters that copy a graph of millions in one go. Good only
/// as long as the graph is.
package struct ElementMemory {
  private let ids: UnsafePointer<UInt8>
  private let idStarts: UnsafePointer<UInt32>
  private let places: UnsafePointer<RowStore.Place>
  private let chunks: UnsafePointer<UnsafeRawBufferPointer>
  /// The number of nodes or edges.
  package let count: Int

  /// The bytes of the id at `index`.
  package func id(at index: Int) -> UnsafeBufferPointer<UInt8> {
    bytes(place(ofID: index))
  }

  /// The values of the element at `index`.
  package func cells(at index: Int) -> RowCells {
    let place = places[index]
    let chunk = chunks[Int(place.chunk)]
    let hasNext = index + 1 < count && places[index + 1].chunk == place.chunk
    let end = hasNext ? Int(places[index + 1].start) : chunk.count
    return RowCells(UnsafeRawBufferPointer(rebasing: chunk[Int(place.start)..<end]))
  }

  /// Calls `body` for each of `ends` in turn, with its index and the bytes of the ids of its nodes, of which these are the
  /// memory.
  ///
  /// The nodes of an edge lie anywhere. Where the ids of some edges are looked at in one go, the processor waits for all of
  /// them at once, not for each by itself: docs/MEASUREMENTS.md#exporters.
  package func forEach<Failure: Error>(
    of ends: [Edges.Ends],
    _ body: (Int, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let size = 64
    var found = [(source: Range<UInt32>, target: Range<UInt32>)](repeating: (0..<0, 0..<0), count: size)
    for first in stride(from: 0, to: ends.count, by: size) {
      let last = min(first + size, ends.count)
      for index in first..<last {
        found[index - first] = (place(ofID: ends[index].source), place(ofID: ends[index].target))
      }
      var letters: UInt8 = 0
      for (source, target) in found[..<(last - first)] {
        letters |= ids[Int(source.lowerBound)] | ids[Int(source.upperBound) - 1]
        letters |= ids[Int(target.lowerBound)] | ids[Int(target.upperBound) - 1]
      }
      precondition(letters != 0, "an id has letters")
      for index in first..<last {
        let (source, target) = found[index - first]
        try body(index, bytes(source), bytes(target))
      }
    }
  }

  private func place(ofID index: Int) -> Range<UInt32> {
    Range(uncheckedBounds: (idStarts[index], idStarts[index + 1]))
  }

  private func bytes(_ place: Range<UInt32>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: ids + Int(place.lowerBound), count: Int(place.upperBound - place.lowerBound))
  }

  /// Calls `body` with the elements that have `ids` and `rows`.
  static func with<Result, Failure: Error>(
    _ ids: IdentifierTable, _ rows: RowStore, _ body: (ElementMemory) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { extendLifetime(rows.chunks) }
    let chunks = rows.chunks.map {
      UnsafeRawBufferPointer(start: $0.start, count: $0.count)
    }
    return try chunks.withUnsafeBufferPointer { chunks throws(Failure) in
      try rows.places.withUnsafeBufferPointer { places throws(Failure) in
        try ids.starts.withUnsafeBufferPointer { starts throws(Failure) in
          try ids.bytes.withUnsafeBufferPointer { bytes throws(Failure) in
            try body(ElementMemory(bytes, starts, places, chunks))
          }
        }
      }
    }
  }

  private init(
    _ ids: UnsafeBufferPointer<UInt8>, _ idStarts: UnsafeBufferPointer<UInt32>,
    _ places: UnsafeBufferPointer<RowStore.Place>, _ chunks: UnsafeBufferPointer<UnsafeRawBufferPointer>
  ) {
    // Where there are no elements nothing is ever looked at, and any address will do.
    func start<Element>(_ buffer: UnsafeBufferPointer<Element>) -> UnsafePointer<Element> {
      buffer.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
    }
    (self.ids, self.idStarts, self.places, self.chunks) = (start(ids), start(idStarts), start(places), start(chunks))
    count = places.count
  }
}
