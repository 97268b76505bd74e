import Foundation
import HearsayTestSupport
import Testing

@testable import HearsayCommand

/// Views, filters, slices and pictures, as the command line has them.
@Suite struct ViewOptionTests {
  private static let articles = [
    (
      "first", "2022-01-05", "Kari Lund accused Norway of breaking its word. Kari Lund criticized Norway for the delay."
    ),
    ("second", "2022-03-09", "Rana Haddad accused Norway of greed. Kari Lund said Sweden would build a road."),
  ].map { id, day, text in
    "{\"id\":\"\(id)\",\"published\":\"\(day)\",\"url\":\"https://example.org/\(id)\",\"text\":\"\(text)\"}\n"
  }.joined()

  private func export(_ options: String...) throws -> (run: ProgramRun, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write(Self.articles, to: "news.jsonl")
    let run = try ProgramRun(["export", "news.jsonl", "--output", "out"] + options, folder: folder.url)
    return (run, folder)
  }

  private func files(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "out").path).sorted()
  }

  @Test(arguments: [
    (["--view", "speaker"], "did you mean speakers?"), (["--act", "acuse"], "did you mean accuse?"),
    (["--kind", "persons"], "did you mean person?"), (["--count", "article"], "there are reports, documents"),
    (["--by", "months"], "did you mean month?"), (["--measures", "pagernak"], "did you mean pagerank?"),
    (["--since", "yesterday"], "is no date"), (["--since", "2022-02", "--until", "2022-01"], "is after"),
    (["--hops", "2"], "--actor"), (["--backbone", "0"], "0.05"), (["--theme", "drk"], "did you mean dark?"),
    (["--view", "speakers", "--kind", "said"], "has no said"),
    (["--view", "evidence", "--backbone", "0.1"], "evidence"),
    (["--view", "co-mention", "--act", "say"], "co-mention has none"), (["--min-weight", "nan"], "--min-weight"),
  ])
  func `what makes no sense ends with 64 and says what would`(options: [String], words: String) throws {
    let run = try ProgramRun(["export", "seeds"] + options)
    #expect(run.status == 64)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func `an actor whom nobody names ends with 65 and names that are like it`() throws {
    let (run, _) = try export("--actor", "Kari Lunt")
    #expect(run.status == 65)
    #expect(run.errors.contains("did you mean Kari Lund?"), "\(run.errors)")
  }

  @Test func `each view has files of its name`() throws {
    let (run, folder) = try export("--view", "speakers,two-mode,conflict", "--format", "graphml")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try files(folder) == ["news.conflict.graphml", "news.speakers.graphml", "news.two-mode.graphml"])
    #expect(run.errors.contains("speakers: "))
  }

  @Test func `each month has files of its name`() throws {
    let (run, folder) = try export("--view", "actors,speakers", "--by", "month", "--format", "gexf")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try files(folder) == [
        "news.2022-01.gexf", "news.2022-03.gexf", "news.speakers.2022-01.gexf", "news.speakers.2022-03.gexf",
      ])
    #expect(run.errors.contains("2 slices"))
  }

  @Test func `a filter that leaves nothing says so, and writes an empty graph`() throws {
    let (run, folder) = try export("--view", "speakers", "--min-weight", "50", "--format", "graphml")
    #expect(run.status == 0)
    #expect(run.errors.contains("nothing is left of the view speakers: --min-weight 50"), "\(run.errors)")
    let text = try String(contentsOf: folder.url.appending(path: "out/news.speakers.graphml"), encoding: .utf8)
    #expect(!text.contains("<node ") && text.hasSuffix("</graphml>\n"))
  }

  @Test func `the closing line counts the statements that are kept`() throws {
    let (all, _) = try export("--format", "graphml")
    let (few, _) = try export("--format", "graphml", "--until", "2022-02")
    let (none, _) = try export("--format", "graphml", "--min-confidence", "1")
    let counts = [all, few, none].map { run in
      run.errors.firstMatch(of: /([0-9]+) statements?/).flatMap { Int($0.1) } ?? -1
    }
    #expect(counts[0] > counts[1] && counts[1] > 0 && counts[2] == 0, "\(counts)")
  }

  @Test func `measures are attributes of nodes, and the file keeps to the vocabulary`() throws {
    let (run, folder) = try export("--measures", "degree,pagerank,betweenness,community", "--format", "graphml")
    #expect(run.status == 0, "\(run.errors)")
    let file = folder.url.appending(path: "out/news.graphml")
    let text = try String(contentsOf: file, encoding: .utf8)
    for name in ["degree", "in_degree", "out_degree", "pagerank", "betweenness", "community"] {
      #expect(text.contains("<data key=\"\(name)\">"))
    }
    #expect(try ProgramRun(["validate", file.path]).status == 0)
  }

  @Test(.enabled(if: (try? Graphviz()) != nil))
  func `pictures are light, dark, and lead to their articles`() throws {
    let (run, folder) = try export("--render", "svg", "--theme", "light,dark", "--format", "dot")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try files(folder) == ["news.dark.picture.dot", "news.dark.svg", "news.dot", "news.picture.dot", "news.svg"])
    let svg = try String(contentsOf: folder.url.appending(path: "out/news.svg"), encoding: .utf8)
    #expect(svg.contains("xlink:href=\"https://example.org/first\""))
    #expect(svg.contains("Kari Lund → Norway: 2 statements"))
  }

  @Test(.enabled(if: (try? Graphviz()) != nil))
  func `links in pictures are the articles' own, whatever the picture`() throws {
    let folder = try TemporaryFolder()
    let article =
      "{\"id\":\"a\",\"url\":\"https://example.org/é?a=1&amp=2&b=\\\"3\",\"text\":\"Kari Lund accused Norway of spying.\"}"
    let file = try folder.write(article, to: "news.jsonl")
    let run = try ProgramRun([
      "export", file.path, "--output", folder.url.path, "--name", "news", "--format", "dot", "--render", "svg,pdf",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let svg = try String(contentsOf: folder.url.appending(path: "news.svg"), encoding: .utf8)
    #expect(svg.contains("xlink:href=\"https://example.org/%C3%A9?a=1&amp;amp=2&amp;b=%223\""))
    let pdf = String(decoding: try Data(contentsOf: folder.url.appending(path: "news.pdf")), as: UTF8.self)
    #expect(pdf.contains("(https://example.org/%C3%A9?a=1&amp=2&b=%223)"))
  }

  @Test(.enabled(if: (try? Graphviz()) != nil))
  func `render prunes a graph of ours, and says what it left out`() throws {
    let folder = try TemporaryFolder()
    let dot = Repository.file("Exports/seeds.dot").path
    let run = try ProgramRun(["render", dot, "--output", "out", "--theme", "dark"], folder: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try files(folder) == ["seeds.dark.svg"])
    #expect(run.errors.contains("not drawn: +"), "\(run.errors)")
  }
}
