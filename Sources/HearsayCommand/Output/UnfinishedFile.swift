import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file that is being written, so that it can be removed when the program is told to stop in the middle.
///
/// The program writes one at a time; of several at once the last to begin is known.
final class UnfinishedFile: Sendable {
  /// The one that `OutputFile` tells of, and that signals ask for.
  static let current = UnfinishedFile()

  /// The address of its path, 0 where there is none. What it points at is never freed: a signal may come while it is read.
  private let path = Atomic<UInt>(0)

  /// Notes that `path` is being written, or that nothing is.
  func note(_ path: String?) {
    self.path.store(path.map { UInt(bitPattern: strdup($0)) } ?? 0, ordering: .releasing)
  }

  /// Removes it. Calls only what a signal handler may.
  func remove() {
    if let path = UnsafePointer<CChar>(bitPattern: path.load(ordering: .acquiring)) { _ = unlink(path) }
  }
}
