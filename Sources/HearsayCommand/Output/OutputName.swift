import Foundation

/// What the files of an export are called.
enum OutputName {
  /// The name of the folder, or of the file without its extension, that sorts first among `inputs`; `stdin` for `-`.
  static func name(of inputs: [String]) -> String {
    inputs.map(name).min() ?? "stdin"
  }

  private static func name(of input: String) -> String {
    if input == "-" { return "stdin" }
    // The absolute path, so that `.` has a name too.
    let url = URL(filePath: input).standardizedFileURL.absoluteURL
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    let name = isFolder.boolValue ? url.lastPathComponent : url.deletingPathExtension().lastPathComponent
    // The root folder has no name, and a name with a slash would be a folder.
    return name.isEmpty || name == "/" ? "graph" : name
  }
}
