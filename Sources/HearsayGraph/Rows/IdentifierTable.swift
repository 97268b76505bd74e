/// Ids in the order in which they came, none twice, one after another as bytes.
struct IdentifierTable: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each begins, and the end of the last; ids of more than 4 GiB are no graph of one machine's.
  private(set) var starts: [UInt32] = [0]
  /// Open addressing: in each slot nothing (0) or the number of an id, from 1. At most half are taken.
  private var slots = [UInt32](repeating: 0, count: 16)

  /// The number of ids.
  var count: Int { starts.count - 1 }

  /// The id at `index`.
  subscript(index: Int) -> String { withBytes(at: index) { String(decoding: $0, as: UTF8.self) } }

  /// The index of `id`, or nil where it is not there.
  func index(of id: String) -> Int? {
    var id = id
    return id.withUTF8 { slot(of: $0).index }
  }

  /// Adds `id` at the end, or says that it was there before.
  mutating func insert(_ id: String) -> Bool {
    var id = id
    return id.withUTF8 { new in
      let (slot, known) = slot(of: new)
      if known != nil { return false }
      bytes.append(contentsOf: new)
      starts.append(UInt32(bytes.count))
      slots[slot] = UInt32(count)
      if count * 2 > slots.count { grow() }
      return true
    }
  }

  /// Calls `body` with the bytes of the id at `index`.
  private func withBytes<Result>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let range = Int(starts[index])..<Int(starts[index + 1])
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The slot of an id, or the empty one where it belongs.
  private func slot(of id: UnsafeBufferPointer<UInt8>) -> (slot: Int, index: Int?) {
    var slot = Self.hash(of: id) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if withBytes(at: index, { $0.elementsEqual(id) }) { return (slot, index) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (slot, nil)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for index in 0..<count {
      var slot = withBytes(at: index, Self.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// Seeded anew in every process, so no one can write ids that meet; the order of ids does not depend on it.
  private static func hash(of id: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(id))
    return hasher.finalize()
  }
}
