import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files that are being written, so that they can be removed when the program is told to stop in the middle.
///
/// The program writes one format at a time; of several at once the last to begin is known.
final class UnfinishedFile: Sendable {
  /// The one that `OutputFile` tells of, and that signals ask for.
  static let current = UnfinishedFile()

  /// The address of a list of paths that ends with nil, 0 where there is none. What it points at is never freed: a signal
  /// may come while it is read.
  private let paths = Atomic<UInt>(0)

  /// Notes that `paths` are being written, or, where there are none, that nothing is.
  func note(_ paths: [String]) {
    guard !paths.isEmpty else { return self.paths.store(0, ordering: .releasing) }
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: paths.count + 1)
    list.initialize(repeating: nil, count: paths.count + 1)
    for (index, path) in paths.enumerated() { list[index] = strdup(path) }
    self.paths.store(UInt(bitPattern: list), ordering: .releasing)
  }

  /// Removes them. Calls only what a signal handler may.
  func remove() {
    guard var next = UnsafePointer<UnsafeMutablePointer<CChar>?>(bitPattern: paths.load(ordering: .acquiring)) else {
      return
    }
    while let path = next.pointee {
      _ = unlink(path)
      next += 1
    }
  }
}
