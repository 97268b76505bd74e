import HearsayExporters

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file or pipe that takes bytes, as the system calls have it.
struct FileDescriptor {
  /// The number by which the system knows it.
  let number: Int32

  /// Standard output.
  static let standardOutput = FileDescriptor(number: STDOUT_FILENO)

  /// Writes all of `bytes`; throws the `errno` of the call that failed.
  func write(_ bytes: Span<UInt8>) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBufferPointer { buffer in
      var rest = UnsafeRawBufferPointer(buffer)
      while !rest.isEmpty {
        // The system's function, not this one.
        #if canImport(Glibc)
          let count = Glibc.write(number, rest.baseAddress, rest.count)
        #else
          let count = Darwin.write(number, rest.baseAddress, rest.count)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          failure = SystemError(code: errno)
          return
        }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
    }
    if let failure { throw failure }
  }
}

/// What a system call says went wrong.
struct SystemError: Error, Equatable {
  /// An `errno`.
  let code: Int32
}

/// Standard output as a sink.
struct StandardOutput: ByteSink {
  /// Writes `bytes`; a broken pipe or a full disk is an error, not the end of the program: see `ignoreWriteSignals()`.
  mutating func write(_ bytes: Span<UInt8>) throws(OutputError) {
    do {
      try FileDescriptor.standardOutput.write(bytes)
    } catch {
      throw .cannotWrite(path: "standard output", code: error.code)
    }
  }
}

/// Turns the signals by which the system ends a program that writes to a broken pipe, or past a limit on file sizes, into
/// errors of `write`. Called once, before anything is written.
func ignoreWriteSignals() {
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
}
