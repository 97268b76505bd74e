/// The program's arguments as the system gave them: a file's name need not be UTF-8, a `String` must be.
public enum ArgumentBytes {
  /// The bytes of `argument`: its own, or where a byte of it is no UTF-8, those of every argument of the command line that
  /// reads like it.
  static func all(of argument: String) -> [[UInt8]] {
    guard argument.unicodeScalars.contains("\u{FFFD}") else { return [Array(argument.utf8)] }
    let alike = raw.filter { String(decoding: $0, as: UTF8.self) == argument }
    return alike.isEmpty ? [Array(argument.utf8)] : alike
  }

  /// Whether an argument is no UTF-8.
  public static var hasBroken: Bool { raw.contains { String(validating: $0, as: UTF8.self) == nil } }

  /// Whether `argument` stands for one of the command line's that is no UTF-8.
  public static func isBroken(_ argument: String) -> Bool {
    argument.unicodeScalars.contains("\u{FFFD}") && all(of: argument) != [Array(argument.utf8)]
  }

  private static var raw: [[UInt8]] {
    (0..<Int(CommandLine.argc)).compactMap { CommandLine.unsafeArgv[$0].map { bytes($0) } }
  }

  /// The bytes from `start` to the zero that ends them.
  private static func bytes(_ start: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    while start[bytes.count] != 0 { bytes.append(UInt8(bitPattern: start[bytes.count])) }
    return bytes
  }
}
