import HearsayCore

/// Adds a correction to a file's text: what stands there, comments and all, stays as it is.
public struct CorrectionText: Sendable {
  /// The file's name, for errors.
  private let file: String

  /// Adds to the file `file`.
  public init(file: String) { self.file = file }

  /// What a new file begins with.
  static let heading = """
    # Corrections of who is who, for hearsay --corrections. What each line may say: docs/CORRECTIONS.md.

    """

  /// `text` with `action` as its last entry, or nil where it has it already.
  ///
  /// - Parameters:
  ///   - text: The file's text; empty where there is none yet.
  ///   - comment: What is written above the entry, behind `#`.
  /// - Throws: where `text` is no corrections file, or would be none with the entry.
  public func adding(
    _ action: Correction.Action, to text: String, comment: String? = nil
  ) throws(CorrectionError) -> String? {
    let before = try Corrections(yaml: text, file: file)
    if before.all.contains(where: { $0.action == action }) { return nil }
    var result = text.isEmpty ? Self.heading : text
    if let last = result.unicodeScalars.last, last != "\n" { result += "\n" }
    // As far to the right as the entries that are there.
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let indent = before.all.last.map { String(lines[$0.line - 1].prefix { $0 == " " }) } ?? ""
    for line in (comment ?? "").split(whereSeparator: \.isNewline) { result += "\(indent)# \(line)\n" }
    result += Self.lines(of: action).map { indent + $0 + "\n" }.joined()
    let after = try Corrections(yaml: result, file: file)
    guard after.all.map(\.action) == before.all.map(\.action) + [action] else {
      throw CorrectionError(
        .malformed(expected: "a list with each entry on a line of its own, behind a dash"), file: file, line: 1)
    }
    return result
  }

  /// An entry, a line for each key.
  static func lines(of action: Correction.Action) -> [String] {
    func list(_ items: [String]) -> String { "[" + items.map(scalar).joined(separator: ", ") + "]" }
    var lines: [String]
    switch action {
    case .merge(let nodes), .neverMerge(let nodes): lines = ["\(action.key): \(list(nodes))"]
    case .split(let node, let documents, let context, let name):
      lines = ["split: \(scalar(node))"]
      if !documents.isEmpty { lines.append("documents: \(list(documents))") }
      if let context { lines.append("context: \(scalar(context))") }
      if let name { lines.append("as: \(scalar(name))") }
    case .rename(let node, let label): lines = ["rename: \(scalar(node))", "to: \(scalar(label))"]
    case .retype(let node, let kind): lines = ["retype: \(scalar(node))", "to: \(kind.rawValue)"]
    case .ignore(let name): lines = ["ignore: \(scalar(name))"]
    case .pin(let node, let country, let wikidata):
      lines = ["pin: \(scalar(node))"]
      if let country { lines.append("country: \(scalar(country))") }
      if let wikidata { lines.append("wikidata: \(scalar(wikidata))") }
    }
    return lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
  }

  /// `text` as YAML: bare where it is letters, digits, full stops, hyphens and single spaces, else in quotation marks.
  static func scalar(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.isASCII && ".-_ 0123456789".unicodeScalars.contains($0)
    }
    let first = text.unicodeScalars.first
    if isPlain, let first, first.properties.isAlphabetic, text.last != " ", !text.contains("  ") { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
