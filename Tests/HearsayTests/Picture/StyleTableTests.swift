import Hearsay
import HearsayExporters
import Testing

/// The relative luminance of a colour, 0...1, as WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
private func luminance(_ color: GraphStyle.Color) -> Double {
  let value = Int(color.hex.dropFirst(), radix: 16) ?? 0
  // 2.2 in place of the standard's two pieces: the difference is below 1 %.
  let parts = [16, 8, 0].map { Double(value >> $0 & 0xFF) / 255 }.map { pow22($0) }
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
}

private func pow22(_ value: Double) -> Double {
  // value^2.2 = value^2 · value^0.2, the fifth root by Newton.
  guard value > 0 else { return 0 }
  var root = 1.0
  for _ in 0..<40 { root -= (root * root * root * root * root - value) / (5 * root * root * root * root) }
  return value * value * root
}

private func contrast(_ first: GraphStyle.Color, _ second: GraphStyle.Color) -> Double {
  let (low, high) = (min(luminance(first), luminance(second)), max(luminance(first), luminance(second)))
  return (high + 0.05) / (low + 0.05)
}

@Suite struct StyleTableTests {
  private let table = StyleTable.standard

  @Test(arguments: [StyleTable.standard, .dark])
  func `every speech act, kind of node and kind of edge has one look`(table: StyleTable) {
    #expect(table.acts.flatMap(\.acts).sorted() == Vocabulary.acts.sorted())
    #expect(table.nodes.map(\.kind) == Vocabulary.rules.nodes.map(\.kind))
    let spoken: Set<String> = ["said", "statement"]
    #expect(
      table.ties.flatMap(\.kinds).sorted()
        == Vocabulary.rules.edges.map(\.kind).filter { !spoken.contains($0) }.sorted())
  }

  @Test(arguments: [StyleTable.standard, .dark])
  func `every label can be read`(table: StyleTable) {
    for row in table.nodes { #expect(contrast(row.look.text, row.look.fill) >= 4.5, "\(row.kind)") }
    for look in table.acts.map(\.look) + table.ties.map(\.look) { #expect(contrast(look.text, table.ground) >= 4.5) }
    #expect(contrast(table.ink, table.ground) >= 7)
  }

  @Test(arguments: [StyleTable.standard, .dark])
  func `people, organizations and countries differ in shape, and in brightness for print`(table: StyleTable) {
    let looks = table.nodes.prefix(3).map(\.look)
    for (index, look) in looks.enumerated() {
      for other in looks[..<index] {
        #expect(look.shape != other.shape && look.fill != other.fill)
        #expect(contrast(look.fill, other.fill) >= 1.25)
      }
    }
  }

  @Test func `exporters take the same looks`() {
    let style = table.graphStyle
    #expect(style.nodes.first?.looks.count == table.nodes.count)
    #expect(style.edges.map(\.attribute) == ["act", "kind"])
  }
}
