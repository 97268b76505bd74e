import HearsayCore
import Testing

@testable import HearsayReaders

@Suite struct JSONLinesTests {
  private static let body = "The council of the port agreed on Monday to close the eastern quay for repairs."

  @Test func `a line's text stays as it is`() {
    let text = "  Read more\\r\\n\(Self.body)\\n\\n\(Self.body)\\u00a0\\n"
    let read = Read(
      "{\"text\":\"\(text)\",\"title\":\"Quay\",\"published\":\"2022-01-22T08:00:00Z\",\"outlet\":\"The Post\",\"url\":\"https://x.example/1\",\"id\":\"a7\"}\n"
    )
    #expect(read.text == "  Read more\r\n\(Self.body)\n\n\(Self.body)\u{A0}\n")
    #expect(
      read.metadata.title == "Quay" && read.metadata.outlet == "The Post" && read.metadata.url == "https://x.example/1")
    #expect(read.metadata.published?.description == "2022-01-22")
    #expect(read.documents.first?.source == "x.txt#a7")
  }

  @Test func `a line without an id is known by its number, a number is an id`() {
    let read = Read("\n{\"text\":\"\(Self.body)\"}\n{\"id\": 12, \"text\": \"\(Self.body) Twice.\"}")
    #expect(read.documents.map(\.source) == ["x.txt#2", "x.txt#12"])
  }

  @Test func `what fields do not say is read off the text`() {
    let read = Read("{\"text\":\"Port to close its quay\\n\\nGENEVA, Jan 21, 2022 (Reuters) - \(Self.body)\"}")
    #expect(read.metadata.title == "Port to close its quay" && read.metadata.outlet == "Reuters")
    #expect(read.metadata.published?.description == "2022-01-21")
    #expect(read.documents.first?.titleRange == TextRange(0, 22))
  }

  @Test func `a line of html is read as a page`() {
    let read = Read(
      "{\"html\":\"<html><body><nav>Menu of the day</nav><p>\(Self.body)</p></body></html>\",\"title\":\"Quay closes\"}"
    )
    #expect(read.metadata.title == "Quay closes")
    #expect(read.text?.contains("Menu of the day") == false && read.text?.contains(Self.body) == true)
  }

  @Test(arguments: [
    ("{\"text\":\"The quay", "not JSON: a string is not closed"), ("{\"text\":1}", "without text"),
    ("{\"title\":\"x\"}", "without text"),
    ("[1,2]", "not an object"), ("nothing", "not JSON: no value begins here"), ("{\"text\":\"\"}", "without text"),
    ("{\"text\":\"12 34 56\"}", "no letters"), ("{\"text\":\"a\" \"b\"}", "not JSON"),
    ("{\"text\":\"a\"} b", "not JSON"),
  ])
  func `a line that is no article is left out by its number, and the rest is read`(line: String, message: String) {
    let read = Read("{\"text\":\"\(Self.body)\"}\n\(line)\n{\"text\":\"\(Self.body) Twice.\"}\n")
    #expect(read.documents.count == 2)
    #expect(read.diagnostics.map(\.line) == [2])
    #expect(read.diagnostics.first?.severity == .skipped && read.diagnostics.first?.source == "x.txt")
    #expect(read.diagnostics.first?.message.hasPrefix(message) == true, "\(read.diagnostics)")
  }

  @Test func `a broken first line does not make it plain text`() {
    let read = Read("{\"text\" \"The quay\n{\"text\":\"\(Self.body)\"}\n")
    #expect(read.documents.count == 1 && read.diagnostics.map(\.line) == [1])
  }

  @Test func `a line over the limit is left out and the next is read`() {
    var limits = Limits()
    limits.articleBytes = 200
    let long = String(repeating: "The quay is long. ", count: 20)
    let read = Read("{\"text\":\"\(long)\"}\n{\"text\":\"\(Self.body)\"}\n", limits: limits)
    #expect(read.documents.count == 1 && read.diagnostics.map(\.line) == [1])
  }

  @Test func `one object over several lines is one article`() {
    let read = Read("{\n  \"title\": \"Quay closes\",\n  \"text\": \"\(Self.body)\"\n}\n")
    #expect(read.documents.count == 1 && read.metadata.title == "Quay closes")
  }

  @Test func `a list of objects says what would help`() {
    let read = Read("[{\"text\": \"\(Self.body)\"}]")
    #expect(read.documents.isEmpty && read.diagnostics.first?.message.contains("one object a line") == true)
  }

  static let values: [(String, JSONValue?)] = [
    ("null", .null), ("[true,false]", .array([.bool(true), .bool(false)])), ("-1.5e3", .number("-1.5e3")),
    ("\"\\u0041\\n\\ud83d\\ude00\"", .string("A\n😀")), ("\"\\ud83d\"", .string("\u{FFFD}")),
    ("\"\\ud83d\\u0041\"", .string("\u{FFFD}A")),
    ("{\"a\":{}}", .object([("a", .object([]))])), (" [ ] ", .array([])), ("[1,]", nil), ("{\"a\" 1}", nil),
    ("\"\\x\"", nil),
    ("\"a\nb\"", nil), ("tru", nil), ("1 2", nil), ("", nil), ("\"\\u12\"", nil), ("{a:1}", nil), ("-", nil),
  ]

  @Test(arguments: values.indices) func `JSON is read by its grammar`(index: Int) {
    let (text, value) = Self.values[index]
    #expect((try? JSONParser.value(of: Array(text.utf8)[...])) == value, "\(text)")
  }

  @Test func `JSON nested too deep is refused, not followed`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONParser.Failure.self) { try JSONParser.value(of: Array(deep.utf8)[...]) }
  }
}
