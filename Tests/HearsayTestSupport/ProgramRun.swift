public import Foundation

/// One run of the built program `hearsay`, to its end.
public struct ProgramRun: Sendable {
  /// The exit status; a signal's number plus 128 where one ended it.
  public let status: Int32
  /// What it wrote to standard output.
  public let output: Data
  /// What it wrote to standard error.
  public let errors: String

  /// Standard output as text.
  public var text: String { String(decoding: output, as: UTF8.self) }

  /// The built program, beside the tests' own.
  public static var program: URL {
    // On Linux the tests run from the build folder; on Apple systems they are a bundle inside it.
    var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    while !FileManager.default.isExecutableFile(atPath: folder.appending(path: "hearsay").path), folder.path != "/" {
      folder.deleteLastPathComponent()
    }
    let beside = folder.appending(path: "hearsay")
    return folder.path == "/" ? Repository.file(".build/debug/hearsay") : beside
  }

  /// Runs `hearsay` with `arguments`.
  ///
  /// - Parameters:
  ///   - input: What standard input holds.
  ///   - folder: The working directory.
  ///   - environment: Variables that are set besides the inherited ones; a nil value removes one.
  ///   - shell: A shell command to put before the program, as in `ulimit -f 1;`.
  public init(
    _ arguments: [String], input: Data = Data(), folder: URL = Repository.root,
    environment: [String: String?] = [:], shell: String? = nil
  ) throws {
    let scratch = try TemporaryFolder()
    let (outputFile, errorFile) = (scratch.url.appending(path: "out"), scratch.url.appending(path: "err"))
    let inputFile = scratch.url.appending(path: "in")
    try input.write(to: inputFile)
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    let process = Process()
    if let shell {
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", shell, Self.program.path] + arguments
    } else {
      process.executableURL = Self.program
      process.arguments = arguments
    }
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for (name, value) in environment { variables[name] = value }
    process.environment = variables
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    output = try Data(contentsOf: outputFile)
    errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
  }
}
