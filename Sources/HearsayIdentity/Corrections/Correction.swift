public import HearsayCore

/// One thing that a person has decided about identity, as a corrections file says it.
public struct Correction: Hashable, Sendable {
  /// What is decided. Nodes are named by their ids.
  public enum Action: Hashable, Sendable {
    /// All are one, which goes by the first's id and label.
    case merge([String])
    /// No two of them are one.
    case neverMerge([String])
    /// What `documents` (ids or sources) say of `node`, or those that have the word `context` in a sentence that
    /// mentions it, is someone else, called `name`.
    case split(node: String, documents: [String], context: String?, name: String?)
    /// `node` is called `label`; its id stays.
    case rename(node: String, label: String)
    /// `node` is of another kind; its id begins with it.
    case retype(node: String, kind: Entity.Kind)
    /// What is called exactly `name`, or the node of that id, is nobody.
    case ignore(name: String)
    /// `node` belongs to `country` (an ISO 3166 code), or is the Wikidata item `wikidata`.
    case pin(node: String, country: String?, wikidata: String?)
  }

  /// What is decided.
  public let action: Action
  /// The line of the file that begins it, from 1.
  public let line: Int

  /// A decision.
  public init(_ action: Action, line: Int) {
    self.action = action
    self.line = line
  }
}

extension Correction.Action {
  /// The key that begins it in a file.
  public var key: String {
    switch self {
    case .merge: "merge"
    case .neverMerge: "never-merge"
    case .split: "split"
    case .rename: "rename"
    case .retype: "retype"
    case .ignore: "ignore"
    case .pin: "pin"
    }
  }
}
