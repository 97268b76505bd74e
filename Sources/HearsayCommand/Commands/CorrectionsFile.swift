import Foundation
import HearsayCore
import HearsayIdentity

/// The file that `--corrections` names.
struct CorrectionsFile {
  let path: String

  /// The greatest size in bytes; a larger file was not written by a person.
  private static let greatestSize = 16_000_000

  /// Its corrections.
  ///
  /// - Throws: `CommandError` (66) where it is missing, (74) where it cannot be read; `CorrectionError` where it is wrong.
  func corrections() throws -> Corrections {
    guard let text = try text() else {
      throw CommandError(.noInput, "\(path): no such file")
    }
    return try Corrections(yaml: text, file: path)
  }

  /// Its text, or nil where there is no such file.
  func text() throws -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw CommandError(.inputOutput, "\(path): cannot be read: \(Self.reason(error))")
    }
    guard bytes.count <= Self.greatestSize else {
      throw CommandError(.data, "\(path): \(bytes.count) bytes are no corrections: \(Self.greatestSize) at most")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let valid = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
      throw CommandError(.data, "\(path):\(valid.count { $0.isNewline } + 1): not UTF-8: save it as UTF-8")
    }
    return text
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return underlying.map { String(cString: strerror(Int32($0.code))).lowercased() } ?? "it is no readable file"
  }
}
