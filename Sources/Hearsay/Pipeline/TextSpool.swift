import Foundation
import HearsayCore

/// A nameless file in the system's temporary folder that keeps the texts of a run.
///
/// It has no name from the moment it is made, so nothing is left of it however the program ends. The first megabytes stay in
/// memory, and all do where no such file can be made or the disk is full.
final class TextSpool: TextShelf {
  /// Bytes of text that stay in memory: a run over a few thousand articles touches no disk.
  private static let memory = 16 << 20

  private struct State {
    var inMemory = 0
    var descriptor: Int32 = -1
    var end = 0
    var isBroken = false
    /// The text that was read last: what asks for one piece of a text asks for the next.
    var last: (number: Int, bytes: [UInt8]) = (-1, [])
  }

  private let state = Locked(State())

  deinit {
    state.withLock { state in
      if state.descriptor >= 0 { close(state.descriptor) }
    }
  }

  func keep(_ bytes: [UInt8]) -> Int? {
    state.withLock { state in
      guard !state.isBroken, !bytes.isEmpty else { return nil }
      if state.inMemory + bytes.count <= Self.memory {
        state.inMemory += bytes.count
        return nil
      }
      if state.descriptor < 0 { state.descriptor = Self.namelessFile() }
      guard state.descriptor >= 0, Self.write(bytes, to: state.descriptor, at: state.end) else {
        state.isBroken = true
        return nil
      }
      defer { state.end += bytes.count }
      return state.end
    }
  }

  func bytes(_ number: Int, count: Int) -> [UInt8] {
    state.withLock { state in
      if state.last.number != number { state.last = (number, Self.read(count, from: state.descriptor, at: number)) }
      return state.last.bytes
    }
  }

  private static func namelessFile() -> Int32 {
    var path = Array((FileManager.default.temporaryDirectory.path + "/hearsay-XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    if descriptor >= 0 { unlink(path) }
    return descriptor
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, at offset: Int) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress! + done, $0.count - done, off_t(offset + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func read(_ count: Int, from descriptor: Int32, at offset: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let taken = pread(descriptor, buffer.baseAddress! + filled, count - filled, off_t(offset + filled))
        if taken < 0, errno == EINTR { continue }
        precondition(taken > 0, "a text that was put away in the temporary folder can be read again (errno \(errno))")
        filled += taken
      }
    }
  }
}
