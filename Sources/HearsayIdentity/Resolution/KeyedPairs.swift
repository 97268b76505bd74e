/// Which of many things share a key: eight bytes for each key of each thing, sorted, instead of a table of lists.
struct KeyedPairs {
  /// The key's hash in the upper bits, the thing's index in the lower.
  private var entries: [UInt64] = []
  private let indexMask: UInt64

  /// - Parameter count: how many things there are.
  init(count: Int) {
    precondition(count >= 0, "there are no fewer than no things, got \(count)")
    var bits = 1
    while 1 << bits < count { bits += 1 }
    indexMask = (1 << UInt64(bits)) - 1
  }

  /// Notes that the thing `index` has the key that `hash` stands for. Two keys of one hash are one key.
  mutating func add(_ hash: UInt64, _ index: Int) {
    entries.append(hash & ~indexMask | UInt64(index))
  }

  /// The pairs that share a key, each once, in order. A key that more than `largest` things share says nothing.
  consuming func pairs(largest: Int) -> [(Int, Int)] {
    entries.sort()
    var packed: [UInt64] = []
    var block: [Int] = []
    var start = 0
    while start < entries.count {
      let key = entries[start] & ~indexMask
      block.removeAll(keepingCapacity: true)
      while start < entries.count, entries[start] & ~indexMask == key {
        let index = Int(entries[start] & indexMask)
        if block.last != index { block.append(index) }
        start += 1
      }
      guard block.count > 1, block.count <= largest else { continue }
      for (position, left) in block.enumerated() {
        for right in block[(position + 1)...] { packed.append(UInt64(left) << 32 | UInt64(right)) }
      }
    }
    packed.sort()
    var last: UInt64?
    return packed.compactMap { pair in
      defer { last = pair }
      return pair == last ? nil : (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
    }
  }
}
