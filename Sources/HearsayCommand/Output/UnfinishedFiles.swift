import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files that are being written, so that they can be removed when the program is told to stop in the middle.
final class UnfinishedFiles: Sendable {
  /// Those that `OutputBatch` tells of, and that signals ask for.
  static let current = UnfinishedFiles()

  /// One file: its path, the one before it of the same batch, and the one before it of all. Never freed, since a signal may
  /// come while it is read.
  private struct Node {
    let path: UnsafeMutablePointer<CChar>?
    let next: UInt
    let earlier: UInt
  }

  /// The address of the last one's node, 0 where there is none.
  private let last = Atomic<UInt>(0)
  /// The address of the last node of all: what looks for lost memory finds them here.
  private let newest = Atomic<UInt>(0)
  /// Whether something goes on that nothing should interrupt.
  private let isBusy = Atomic<Bool>(false)
  /// Whether a signal has come.
  private let isStopping = Atomic<Bool>(false)
  /// The signal that came while it was busy, or 0.
  private let signal = Atomic<Int32>(0)

  /// Notes that `path` is being written.
  func note(_ path: String) {
    let node = UnsafeMutablePointer<Node>.allocate(capacity: 1)
    node.initialize(
      to: Node(
        path: strdup(path), next: last.load(ordering: .relaxed), earlier: newest.load(ordering: .relaxed)))
    newest.store(UInt(bitPattern: node), ordering: .relaxed)
    last.store(UInt(bitPattern: node), ordering: .releasing)
  }

  /// Notes that no file is being written.
  func forgetAll() { last.store(0, ordering: .releasing) }

  /// Removes them. Calls only what a signal handler may.
  func removeAll() {
    var address = last.load(ordering: .acquiring)
    while let node = UnsafePointer<Node>(bitPattern: address) {
      if let path = node.pointee.path { _ = unlink(path) }
      address = node.pointee.next
    }
  }

  /// Runs `body`, which opens a file and notes it, or puts files into place, to its end; a signal that came meanwhile ends the
  /// program after it.
  func uninterrupted<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    isBusy.store(true, ordering: .sequentiallyConsistent)
    // A signal may just have come on another thread: then it ends the program, or has seen that this is busy.
    while isStopping.load(ordering: .sequentiallyConsistent) {
      endIfTold()
      usleep(1000)
    }
    defer { endIfTold() }
    return try body()
  }

  /// Is busy no longer, and does what a signal meanwhile told.
  private func endIfTold() {
    isBusy.store(false, ordering: .sequentiallyConsistent)
    let number = signal.load(ordering: .sequentiallyConsistent)
    if number != 0 { stop(number) }
  }

  /// What a signal does: removes what is unfinished and ends the program with 128 and its number. Calls only what a signal
  /// handler may.
  func stop(_ number: Int32) {
    isStopping.store(true, ordering: .sequentiallyConsistent)
    if isBusy.load(ordering: .sequentiallyConsistent) {
      signal.store(number, ordering: .sequentiallyConsistent)
      return
    }
    removeAll()
    _exit(128 + number)
  }
}
