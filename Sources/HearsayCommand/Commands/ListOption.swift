import ArgumentParser
import Foundation
import HearsayCore

/// Options that take several values, parted by commas.
enum ListOption {
  /// The values that `text` names, in its order, each once.
  ///
  /// - Parameters:
  ///   - noun: What one is called: "view".
  ///   - known: The names that there are, for the message.
  ///   - value: The value of a name, or nil where there is none.
  static func values<Value>(
    _ text: String, _ noun: String, _ known: [String], _ value: (String) -> Value?
  ) throws -> [Value] {
    var seen: Set<String> = []
    let values = try text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
      .filter { seen.insert($0).inserted }
      .map { name in
        guard let found = value(name) else {
          throw ValidationError(unknown(name, noun, known))
        }
        return found
      }
    if values.isEmpty { throw ValidationError("name a \(noun): \(known.joined(separator: ", "))") }
    return values
  }

  /// The value that `text` names, as in `values`.
  static func value<Value>(
    _ text: String, _ noun: String, _ known: [String], _ value: (String) -> Value?
  ) throws -> Value {
    guard let found = value(text.lowercased()) else { throw ValidationError(unknown(text, noun, known)) }
    return found
  }

  /// That no `noun` is called `name`, with the names that are near it, or all.
  private static func unknown(_ name: String, _ noun: String, _ known: [String]) -> String {
    let near = NearNames.near(name, among: known)
    return "no \(noun) is called \(name); "
      + (near.isEmpty ? "" : "did you mean \(near.joined(separator: " or "))? ")
      + "there are \(known.joined(separator: ", "))"
  }
}
