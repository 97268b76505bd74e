import Foundation
import Testing

@testable import HearsayCommand

private let isInstalled = (try? Graphviz()) != nil

@Suite struct GraphvizTests {
  @Test(.enabled(if: isInstalled, "Graphviz is not installed"), arguments: Graphviz.Picture.allCases)
  func `a picture is drawn`(picture: Graphviz.Picture) throws {
    let scratch = try Scratch()
    try scratch.put("digraph { a -> b }", "a.dot")
    let destination = "\(scratch.path)/a.\(picture.rawValue)"
    let warnings = try Graphviz().draw("\(scratch.path)/a.dot", as: picture, to: destination)
    #expect(warnings.isEmpty)
    let data = try Data(contentsOf: URL(filePath: destination))
    let beginning: [UInt8] =
      switch picture {
      case .svg: Array("<?xml".utf8)
      case .png: [0x89, 0x50, 0x4E, 0x47]
      case .pdf: Array("%PDF".utf8)
      }
    #expect(data.starts(with: beginning))
    #expect(scratch.names == ["a.\(picture.rawValue)", "a.dot"].sorted())
  }

  @Test(.enabled(if: isInstalled, "Graphviz is not installed"))
  func `what Graphviz cannot read is named, and no picture is left`() throws {
    let scratch = try Scratch()
    try scratch.put("digraph { a -> ", "a.dot")
    let error = #expect(throws: GraphvizError.self) {
      try Graphviz().draw("\(scratch.path)/a.dot", as: .svg, to: "\(scratch.path)/a.svg")
    }
    #expect(error?.status == .data && error?.description.contains("syntax error") == true)
    #expect(scratch.names == ["a.dot"])
  }

  @Test(.enabled(if: isInstalled, "Graphviz is not installed"))
  func `a file that is not there is named`() throws {
    #expect(throws: GraphvizError.unreadable(file: "/no/such.dot")) {
      try Graphviz().draw("/no/such.dot", as: .svg, to: "/no/such.svg")
    }
  }

  @Test func `without Graphviz the error says what brings it`() throws {
    let error = #expect(throws: GraphvizError.missing) { try Graphviz(path: "/no/such/folder:") }
    #expect(error?.status == .unavailable)
    #expect(error?.description.contains("apt-get install graphviz") == true)
  }

  // A program that never ends, in the place of dot.
  @Test func `a drawing that takes too long is stopped`() throws {
    let scratch = try Scratch()
    try scratch.put("#!/bin/sh\nexec sleep 60\n", "dot")
    try scratch.put("digraph {}", "a.dot")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(scratch.path)/dot")
    let graphviz = try Graphviz(path: scratch.path)
    #expect(throws: GraphvizError.tooSlow(file: "\(scratch.path)/a.dot", seconds: 0)) {
      try graphviz.draw(
        "\(scratch.path)/a.dot", as: .svg, to: "\(scratch.path)/a.svg", limit: .milliseconds(300))
    }
    #expect(scratch.names == ["a.dot", "dot"])
  }

  // More complaints than a pipe holds.
  @Test func `a program that complains at length is heard to the end`() throws {
    let scratch = try Scratch()
    try scratch.put("#!/bin/sh\nseq 50000 >&2\necho picture\n", "dot")
    try scratch.put("digraph {}", "a.dot")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(scratch.path)/dot")
    let warnings = try Graphviz(path: scratch.path).draw(
      "\(scratch.path)/a.dot", as: .svg, to: "\(scratch.path)/a.svg")
    #expect(warnings.count == 50_000 && scratch.text("a.svg") == "picture\n")
  }
}
