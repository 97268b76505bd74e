import HearsayCore
import Testing

struct DiagnosticTests {
  @Test(arguments: [
    (7, "seeds/x.jsonl:7: not JSON"), (nil, "seeds/x.jsonl: not JSON"),
  ])
  func `a diagnostic prints as a compiler's does`(line: Int?, text: String) {
    let diagnostic = Diagnostic(.skipped, source: "seeds/x.jsonl", line: line, message: "not JSON")
    #expect(diagnostic.description == text)
  }
}
