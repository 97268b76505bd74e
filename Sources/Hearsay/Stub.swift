import HearsayCore

/// Stands in.
public struct IdentityIndex: Sendable {
  mutating func add(_ document: Document) {}
  func resolve() -> Resolution { Resolution() }
}
/// Stands in.
public struct Resolution: Sendable { func apply(to document: inout Document) {} }
