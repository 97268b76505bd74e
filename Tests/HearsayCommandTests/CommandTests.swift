import Foundation
import HearsayExporters
import HearsayTestSupport
import Testing

@testable import HearsayCommand

/// What each command prints, and what it ends with.
@Suite struct CommandTests {
  @Test(arguments: [
    ["statements", "seeds", "--min-confidence", "1.5"], ["export", "seeds", "--min-confidence", "-1"],
    ["annotate", "seeds", "--jobs", "9223372036854775807"],
    ["annotate", "seeds", "--limit", "article-bytes=9223372036854775807"],
  ])
  func `a number that makes no sense ends with 64`(arguments: [String]) throws {
    #expect(try ProgramRun(arguments).status == 64)
  }

  @Test func `export says which statements tie nobody`() throws {
    let folder = try TemporaryFolder()
    try folder.write(goodArticle, to: "road.txt")
    let run = try ProgramRun(["export", "road.txt"], folder: folder.url)
    #expect(run.errors.contains("not in the view actors: 1 statement that nobody known says"), "\(run.errors)")
  }

  @Test func `statements prints a table with a line for each report`() throws {
    let run = try ProgramRun(["statements", "seeds"])
    #expect(run.status == 0)
    let lines = run.text.components(separatedBy: "\r\n")
    #expect(lines.first == "date,speaker,act,target,words,article,source")
    #expect(lines.contains { $0.contains("Antony Blinken") && $0.hasSuffix("seeds/02-wire-story-without-a-title.txt") })
    let sure = try ProgramRun(["statements", "seeds", "--min-confidence", "0.9"])
    #expect(sure.text.utf8.count < run.text.utf8.count)
  }

  @Test func `inspect marks names in brackets where nobody looks at a terminal`() throws {
    let folder = try TemporaryFolder()
    try folder.write(goodArticle, to: "road.txt")
    let run = try ProgramRun(["inspect", "road.txt"], folder: folder.url)
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("== road.txt"))
    #expect(run.text.contains("[Kari Lund]"))
    #expect(!run.text.contains("\u{1B}"))
  }

  @Test func `explain tells the rule of each mention`() throws {
    let run = try ProgramRun(["explain", "country.RU", "seeds"])
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("country.RU: Russia, country\n"))
    #expect(run.text.contains("country by adjective"))
  }

  @Test func `explain of a node that is not there ends with 65`() throws {
    let run = try ProgramRun(["explain", "person.nobody-at-all", "seeds"])
    #expect(run.status == 65)
    #expect(run.errors.contains("person.nobody-at-all"))
    #expect(run.output.isEmpty)
  }

  @Test func `formats lists every format with what it loses`() throws {
    let run = try ProgramRun(["formats"])
    #expect(run.status == 0)
    for format in GraphFormat.table {
      let names = format.files.map { ".\($0.fileExtension)" }.joined(separator: " ")
      #expect(run.text.contains("\(format.name) (\(names))\n  \(format.title)\n"))
      #expect(run.text.contains(format.specification))
    }
  }

  @Test(arguments: ["Exports/seeds.graphml", "Exports/seeds.evidence.graphml"])
  func `validate passes what export wrote`(file: String) throws {
    let run = try ProgramRun(["validate", file])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors == "\(file): valid\n")
  }

  @Test(arguments: [
    ("\"edge_weight\">1.0<", "\"edge_weight\">0.0<", "weight is not above 0"),
    ("\"kind\">country<", "\"kind\">planet<", "no kind of node is called planet"),
    ("</graphml>", "", "end"),
  ])
  func `validate names the line and the fault`(good: String, bad: String, fault: String) throws {
    let folder = try TemporaryFolder()
    let text = try String(contentsOf: Repository.file("Exports/seeds.graphml"), encoding: .utf8)
    let place = try #require(text.range(of: good))
    try folder.write(text.replacingCharacters(in: place, with: bad), to: "bad.graphml")
    let run = try ProgramRun(["validate", "bad.graphml"], folder: folder.url)
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("bad.graphml:") && run.errors.contains(fault), "\(run.errors)")
    let line = run.errors.split(separator: ":").dropFirst().first ?? ""
    #expect(Int(line) != nil, "\(run.errors)")
  }

  @Test(.enabled(if: (try? Graphviz()) != nil))
  func `render draws a file of DOT beside it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("digraph { a -> b }\n", to: "two.picture.dot")
    let run = try ProgramRun(["render", "two.picture.dot", "--format", "svg,png"], folder: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(names == ["two.picture.dot", "two.png", "two.svg"])
    #expect(try ProgramRun(["render", "none.dot"], folder: folder.url).status == 66)
  }

  // Graphviz's place is taken by a program that fails at the second picture.
  @Test(arguments: ["digraph { a -> b }\n", nil])
  func `render leaves all pictures or none`(text: String?) throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\ntest \"$1\" = -Tsvg && echo picture\n", to: "bin/dot")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: "bin/dot").path)
    let graph = try text ?? String(contentsOf: Repository.file("Exports/seeds.dot"), encoding: .utf8)
    try folder.write(graph, to: "two.dot")
    let path = folder.url.appending(path: "bin").path + ":/usr/bin:/bin"
    let run = try ProgramRun(
      ["render", "two.dot", "--format", "svg,png", "--theme", "light,dark"], folder: folder.url,
      environment: ["PATH": path])
    #expect(run.status == 65, "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["bin", "two.dot"])
    let good = try ProgramRun(["render", "two.dot"], folder: folder.url, environment: ["PATH": path])
    #expect(good.status == 0, "\(good.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["bin", "two.dot", "two.svg"])
  }
}
