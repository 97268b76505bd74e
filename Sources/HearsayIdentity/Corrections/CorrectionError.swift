/// Why a corrections file cannot be used. Nothing is written where one is thrown.
public struct CorrectionError: Error, Hashable {
  /// What is wrong.
  public enum Fault: Hashable, Sendable {
    /// The file is no YAML; what its parser says.
    case brokenYAML(String)
    /// What stands there is not what a correction is made of; what would be.
    case malformed(expected: String)
    /// A key that no correction has, and those that it may have.
    case unknownKey(String, allowed: [String])
    /// A correction lacks this key.
    case missingKey(String, of: String)
    /// A kind, country code, Wikidata id or node id that there is none of; what it should look like.
    case badValue(String, expected: String)
    /// No document of the run has this node; nodes of a similar name.
    case missingNode(String, similar: [String])
    /// Each of these nodes is merged into the next, and the last into the first.
    case cycle([String])
    /// It says the opposite of an earlier line.
    case contradiction(String, line: Int)
  }

  /// The file's name, as it was given.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong.
  public let fault: Fault

  init(_ fault: Fault, file: String, line: Int) {
    (self.fault, self.file, self.line) = (fault, file, line)
  }
}

extension CorrectionError: CustomStringConvertible {
  /// `corrections.yaml:3: …`, as a compiler would print it.
  public var description: String { "\(file):\(line): \(sentence)" }

  private var sentence: String {
    switch fault {
    case .brokenYAML(let problem): "no YAML: \(problem)"
    case .malformed(let expected): "not what a correction is made of: \(expected)"
    case .unknownKey(let key, let allowed): "unknown key \(key): there are \(allowed.joined(separator: ", "))"
    case .missingKey(let key, let of): "\(of) lacks \(key)"
    case .badValue(let value, let expected): "\(value.isEmpty ? "nothing" : value) is not \(expected)"
    case .missingNode(let node, let similar):
      "no node is called \(node) in these documents"
        + (similar.isEmpty
          ? ": hearsay annotate lists the ids of each document's entities"
          : "; is it \(similar.joined(separator: ", "))?")
    case .cycle(let nodes): "a cycle: " + (nodes + [nodes[0]]).joined(separator: " into ")
    case .contradiction(let what, let line): "\(what), but line \(line) says otherwise"
    }
  }
}
