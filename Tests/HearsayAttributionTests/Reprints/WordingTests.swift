import CHearsayTables
import HearsayCore
import Testing

@testable import HearsayAttribution

@Suite struct WordingTests {
  @Test(arguments: [
    ["demonstrator", "demonstrators", "demonstrate", "demonstrated", "demonstration"],
    ["organise", "organized", "organisation"],
    ["defence", "defense"], ["history", "historic", "historical"], ["colour", "color"], ["centre", "center"],
    ["stop", "stopped"],
    ["promise", "promises", "promised"], ["policy", "policies"],
  ])
  func `words of one root have one stem`(words: [String]) {
    #expect(
      Set(words.map { WordStem.stem(Array($0.utf8)) }).count == 1,
      "\(words.map { String(decoding: WordStem.stem(Array($0.utf8)), as: UTF8.self) })")
  }

  @Test(arguments: [
    ("war", "warm"), ("nation", "nature"), ("economy", "ecology"), ("reporter", "reposition"), ("state", "station"),
  ])
  func `other words have other stems`(left: String, right: String) {
    #expect(WordStem.stem(Array(left.utf8)) != WordStem.stem(Array(right.utf8)))
  }

  @Test func `numbers, names and denials are told from other words`() {
    let wording = Wording("We don't owe Norway’s farmers 1,200.50 crowns, the U.S. does.")
    #expect(wording.words.map(\.kind) == [.plain, .name, .plain, .number, .plain, .name] && wording.denials == 1)
  }

  @Test func `every row of the weights is a word and its weight`() {
    let table = hearsay_table_word_weights()
    let rows = TableReader(bytes: table.bytes, count: table.count).rows
    #expect(rows.count > 6000)
    var seen: Set<String> = []
    for row in rows {
      let (word, weight) = (row.text("word") ?? "", row.text("weight").flatMap { Int($0) } ?? -1)
      #expect(word.utf8.allSatisfy { (0x61...0x7A).contains($0) } && seen.insert(word).inserted, "line \(row.line)")
      #expect((0...RewordingTable.greatestWeight).contains(weight) && row.cellCount == 2, "line \(row.line)")
    }
  }

  @Test func `every row of the synonyms is a word and others`() {
    let table = hearsay_table_synonyms()
    let rows = TableReader(bytes: table.bytes, count: table.count).rows
    #expect(rows.count > 5000)
    var seen: Set<String> = []
    for row in rows {
      let (word, others) = (row.text("word") ?? "", row.list("synonyms"))
      #expect(seen.insert(word).inserted && !others.isEmpty && !others.contains(word), "line \(row.line)")
      #expect(([word] + others).allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }, "line \(row.line)")
    }
  }
}
