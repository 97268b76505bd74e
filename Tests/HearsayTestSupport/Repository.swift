public import Foundation

/// Where this checkout's files are, for tests that read fixtures, goldens and the sets beside the checkout.
public enum Repository {
  /// The package's root folder.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The file or folder `path` below the root.
  public static func file(_ path: String) -> URL { root.appending(path: path) }

  /// The file or folder `path` of `../shared`, or nil where this machine has none: such tests are skipped, saying so.
  public static func shared(_ path: String) -> URL? {
    let url = root.deletingLastPathComponent().appending(path: "shared").appending(path: path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// The text of the gzipped file at `url`.
  public static func unpacked(_ url: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", url.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
