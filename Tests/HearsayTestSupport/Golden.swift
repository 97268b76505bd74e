import Foundation
public import Testing

/// Compares `actual` with the golden file `Tests/Goldens/NAME`, byte for byte.
///
/// `make goldens` (HEARSAY_GOLDENS=1) rewrites a golden that differs, and the test fails once all the same, so that
/// the difference is read before it is committed.
public func expectGolden(
  _ actual: some Sequence<UInt8>, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = Repository.file("Tests/Goldens/\(name)")
  let bytes = Data(actual)
  let golden = try? Data(contentsOf: file)
  if golden == bytes { return }
  if ProcessInfo.processInfo.environment["HEARSAY_GOLDENS"] == "1" {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
    Issue.record("golden \(name) was rewritten: read its difference, then commit it", sourceLocation: sourceLocation)
    return
  }
  let problem = golden == nil ? "is missing" : "differs: \(firstDifference(golden!, bytes))"
  Issue.record("golden \(name) \(problem); make goldens rewrites it", sourceLocation: sourceLocation)
}

/// Compares a text with the golden file `Tests/Goldens/NAME`.
public func expectGolden(
  _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectGolden(Array(actual.utf8), name, sourceLocation: sourceLocation)
}

private func firstDifference(_ golden: Data, _ actual: Data) -> String {
  let expected = String(decoding: golden, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  let found = String(decoding: actual, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  for (index, (left, right)) in zip(expected, found).enumerated() where left != right {
    return "line \(index + 1) was\n\(left)\nand is\n\(right)"
  }
  return "\(expected.count) lines were, \(found.count) are"
}
