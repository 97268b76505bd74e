import Foundation
import HearsayTestSupport
import Testing

@testable import HearsayCommand

/// A rectangle of a drawing, in points.
private struct Box {
  let owner: String
  let what: String
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// Whether the two share more than a touch.
  func overlaps(_ other: Box) -> Bool {
    let slack = 1.0
    return left + slack < other.right && other.left + slack < right && top + slack < other.bottom
      && other.top + slack < bottom
  }
}

/// The labels and the outlines of nodes in an SVG by Graphviz, which writes each element on one line.
private struct Drawing {
  private(set) var labels: [Box] = []
  private(set) var nodes: [Box] = []
  private(set) var ids: Set<String> = []

  init(svg: String) {
    var owner = ""
    var isNode = false
    for line in svg.split(separator: "\n") {
      if line.hasPrefix("<g id="), let kind = Self.attribute("class", of: line) {
        owner = Self.attribute("id", of: line) ?? ""
        isNode = kind == "node"
        if isNode { ids.insert(owner) }
      } else if line.hasPrefix("<text"), let box = Self.label(line, owner) {
        labels.append(box)
      } else if isNode, let box = Self.outline(line, owner) {
        nodes.append(box)
      }
    }
  }

  /// Letters are half as wide as high, on average, and none of a label sinks below its line by more than a fifth.
  private static func label(_ line: Substring, _ owner: String) -> Box? {
    guard let x = number("x", of: line), let y = number("y", of: line), let size = number("font-size", of: line),
      let start = line.firstIndex(of: ">"), let end = line.range(of: "</text>")
    else { return nil }
    // An entity is one letter.
    let text = line[line.index(after: start)..<end.lowerBound].replacing(/&#?[a-z0-9]+;/, with: "-")
    let width = Double(text.count) * size * 0.5
    let left = attribute("text-anchor", of: line) == "middle" ? x - width / 2 : x
    return Box(
      owner: owner, what: String(text), left: left, right: left + width, top: y - size * 0.7, bottom: y + size * 0.2)
  }

  private static func outline(_ line: Substring, _ owner: String) -> Box? {
    if line.hasPrefix("<ellipse"), let x = number("cx", of: line), let y = number("cy", of: line),
      let width = number("rx", of: line), let height = number("ry", of: line)
    {
      return Box(owner: owner, what: "outline", left: x - width, right: x + width, top: y - height, bottom: y + height)
    }
    guard line.hasPrefix("<polygon"), let points = attribute("points", of: line) else { return nil }
    let pairs = points.split(separator: " ").map { $0.split(separator: ",").compactMap { Double($0) } }
    let (xs, ys) = (pairs.compactMap(\.first), pairs.compactMap(\.last))
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return nil }
    return Box(owner: owner, what: "outline", left: left, right: right, top: top, bottom: bottom)
  }

  private static func number(_ name: String, of line: Substring) -> Double? {
    attribute(name, of: line).flatMap { Double($0) }
  }

  private static func attribute(_ name: String, of line: Substring) -> String? {
    guard let start = line.range(of: " \(name)=\"")?.upperBound else { return nil }
    return String(line[start...].prefix { $0 != "\"" }).replacing("&#45;", with: "-")
  }
}

private let isInstalled = (try? Graphviz()) != nil

/// The pictures that stand in the repository.
private let pictures: [URL] = ["Tests/Goldens", "Exports"].flatMap { folder in
  let files = try? FileManager.default.contentsOfDirectory(at: Repository.file(folder), includingPropertiesForKeys: nil)
  return (files ?? []).filter { $0.path.hasSuffix(".picture.dot") }.sorted { $0.path < $1.path }
}

@Suite(.enabled(if: isInstalled, "Graphviz is not installed"))
struct PictureGeometryTests {
  private func drawing(of picture: URL) throws -> Drawing {
    let scratch = try Scratch()
    let warnings = try Graphviz().draw(picture.path, as: .svg, to: "\(scratch.path)/picture.svg")
    #expect(warnings == [])
    return Drawing(svg: try #require(scratch.text("picture.svg")))
  }

  @Test(arguments: pictures)
  func `no label lies on another, or on an actor`(picture: URL) throws {
    let drawing = try drawing(of: picture)
    #expect(drawing.labels.count > 20 && drawing.nodes.count > 10)
    for (index, label) in drawing.labels.enumerated() {
      for other in drawing.labels[..<index] where other.owner != label.owner {
        #expect(!label.overlaps(other), "\(label.what) of \(label.owner) lies on \(other.what) of \(other.owner)")
      }
      for node in drawing.nodes where node.owner != label.owner {
        #expect(!label.overlaps(node), "\(label.what) of \(label.owner) lies on \(node.owner)")
      }
    }
  }

  @Test(arguments: pictures)
  func `every actor of the file is drawn under its id`(picture: URL) throws {
    let text = try String(contentsOf: picture, encoding: .utf8)
    let actors = text.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("  \""), !line.contains(" -> "), let end = line.range(of: "\" [") else { return nil }
      return String(line[line.index(line.startIndex, offsetBy: 3)..<end.lowerBound])
    }
    let drawn = try drawing(of: picture).ids
    #expect(!actors.isEmpty && Set(actors).isSubset(of: drawn))
  }
}
