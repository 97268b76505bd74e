public import HearsayCore
struct MentionFinder: Annotator {
  var reads: Set<Layer> { [.tokens, .sentences] }; var fills: Set<Layer> { [.mentions] };
  func annotate(_ document: inout Document) {}
}
struct RoleFinder: Annotator {
  var reads: Set<Layer> { [.mentions] }; var fills: Set<Layer> { [.relations] };
  func annotate(_ document: inout Document) {}
}
struct NameFinder: Annotator {
  var reads: Set<Layer> { [.tokens] }; var fills: Set<Layer> { [.names] }; func annotate(_ document: inout Document) {}
}
/// Stands in.
public struct IdentityIndex: Sendable {

  /// Stands in.
  public init() {};
  /// Stands in.
  public mutating func add(_ document: Document) {};

  /// Stands in.
  public func resolve() -> Resolution { Resolution() }
}
/// Stands in.
public struct Resolution: Sendable {
  /// Stands in.
  public func apply(to document: inout Document) {}
}
