import ArgumentParser
import HearsayCore

/// `--limit NAME=VALUE`: one of the limits, with another value.
struct LimitOption {
  private let row: Limits.Row
  private let value: Int

  /// - Throws: where `argument` names no limit, or a value that it cannot have.
  init(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    row = try ListOption.value(parts.first ?? "", "limit", Limits.table.map(\.name)) { name in
      Limits.table.first { $0.name == name }
    }
    guard parts.count == 2, let value = Int(parts[1].filter { $0 != "_" }), row.range.contains(value) else {
      let most = row.range.upperBound == .max ? " or more" : " to \(row.range.upperBound)"
      throw ValidationError("\(row.name) (\(row.caption)) is \(row.range.lowerBound)\(most): write \(row.name)=NUMBER")
    }
    self.value = value
  }

  /// Sets it in `limits`.
  func apply(to limits: inout Limits) { limits[keyPath: row.value] = value }

  /// Every limit with what it is unless told otherwise, for the help.
  static var list: String {
    let limits = Limits()
    return Limits.table.map { "\($0.name) \(limits[keyPath: $0.value]) (\($0.caption))" }.joined(separator: "; ")
  }
}
