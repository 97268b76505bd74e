import HearsayCore
import Testing

struct TableReaderTests {
  private static let table = """
    # Sources: made up for this test.
    code\tname\tdemonyms

    FR\t France \tFrench; Frenchman;; Frenchwoman
    # A comment between rows.
    XX\t\t
    YY\tYland
    """

  @Test func `the first line that is not a comment names the columns`() {
    #expect(TableReader(Self.table).columns == ["code", "name", "demonyms"])
  }

  @Test func `comments and empty lines are no rows`() {
    #expect(TableReader(Self.table).rows.map { $0.text("code") } == ["FR", "XX", "YY"])
  }

  @Test func `a cell loses the spaces at its ends`() {
    #expect(TableReader(Self.table).rows[0].text("name") == "France")
  }

  @Test func `a cell holds several values`() {
    #expect(TableReader(Self.table).rows[0].list("demonyms") == ["French", "Frenchman", "Frenchwoman"])
  }

  @Test func `an empty or missing cell has no value`() {
    let rows = TableReader(Self.table).rows
    for row in rows.dropFirst() {
      #expect(row.text("demonyms") == nil)
      #expect(row.list("demonyms").isEmpty)
    }
    #expect(rows[1].text("name") == nil)
    #expect(rows.map(\.cellCount) == [3, 3, 2])
  }

  @Test func `a row knows its line`() {
    #expect(TableReader(Self.table).rows.map(\.line) == [4, 6, 7])
  }

  @Test func `line ends may be those of Windows`() {
    let table = TableReader("a\tb\r\n\r\n1\t2\r\n")
    #expect(table.columns == ["a", "b"])
    #expect(table.rows.map { $0.text("b") } == ["2"])
  }

  @Test func `a table is read from memory`() {
    let bytes = Array("a\né\n".utf8)
    let rows = bytes.withUnsafeBufferPointer { TableReader(bytes: $0.baseAddress!, count: $0.count).rows }
    #expect(rows.map { $0.text("a") } == ["é"])
  }
}
