import Foundation
import HearsayLanguage

/// A file of weights that the user names.
enum ModelFile {
  /// The tagger with the weights in the file at `path`.
  static func tagger(_ path: String) throws(CommandError) -> Tagger {
    guard FileManager.default.fileExists(atPath: path) else { throw CommandError(.noInput, "\(path): no such file") }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandError(.inputOutput, "\(path): cannot be read")
    }
    do {
      return try Tagger(weights: Array(data))
    } catch {
      throw CommandError(.data, "\(path): \(error): make it by Training/, or leave --model out")
    }
  }
}
