import ArgumentParser
import HearsayCore

/// `--limit NAME=VALUE`: one of the limits, with another value.
struct LimitOption: ExpressibleByArgument {
  private let row: Limits.Row
  private let value: Int

  /// The option that `argument` is, or nil where there is no such limit, or it cannot be that.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let row = Limits.table.first(where: { $0.name == parts[0] }),
      let value = Int(parts[1].filter { $0 != "_" }), row.range.contains(value)
    else { return nil }
    self.row = row
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
