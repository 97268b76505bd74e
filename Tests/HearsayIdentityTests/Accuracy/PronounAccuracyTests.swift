import Foundation
import HearsayCore
import HearsayLanguage
import HearsayTestSupport
import Testing

@testable import HearsayIdentity

/// The GAP task (Webster et al. 2018): a pronoun and two names of a paragraph; is each name whom the pronoun means?
@Suite struct PronounAccuracyTests {
  private static let file = Repository.shared("corpora/coreference/gap_development.tsv.gz")

  @Test(.enabled(if: Self.file != nil, "the GAP development set is not on this machine"))
  func `pronouns reach the floor on the GAP development set`() throws {
    var counts = (right: 0, wrong: 0, missed: 0)
    for line in try Self.lines().dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 10 else { continue }
      Self.score(cells, &counts)
    }
    let precision = Double(counts.right) / Double(counts.right + counts.wrong)
    let recall = Double(counts.right) / Double(counts.right + counts.missed)
    let measure = 2 * precision * recall / (precision + recall)
    print("GAP development: precision \(precision) recall \(recall) F1 \(measure)")
    #expect(measure >= 0.61)
  }

  private static func score(_ cells: [String], _ counts: inout (right: Int, wrong: Int, missed: Int)) {
    let text = cells[1]
    func byte(_ offset: String) -> Int {
      text.unicodeScalars.prefix(Int(offset) ?? 0).reduce(0) { $0 + UTF8.width($1) }
    }
    var document = Document(text: text, source: "gap")
    Tokenizer().annotate(&document)
    SentenceSplitter().annotate(&document)
    NameFinder().annotate(&document)
    let candidates = [(cells[4], cells[5], cells[6]), (cells[7], cells[8], cells[9])].map { name, offset, label in
      (range: TextRange(byte(offset), byte(offset) + name.utf8.count), isMeant: label.uppercased() == "TRUE")
    }
    // The task gives the two names.
    document.names.removeAll { name in candidates.contains { $0.range.overlaps(name.range) } }
    document.names += candidates.map { Name($0.range, kind: .person, confidence: 0.95) }
    document.names.sort { $0.range < $1.range }
    MentionFinder().annotate(&document)
    let pronoun = byte(cells[3])
    let answer = document.mentions.first { $0.range.start == pronoun }?.entity
    for candidate in candidates {
      let entity = document.mentions.first { $0.range.overlaps(candidate.range) }?.entity
      switch (answer != nil && entity == answer, candidate.isMeant) {
      case (true, true): counts.right += 1
      case (true, false): counts.wrong += 1
      case (false, true): counts.missed += 1
      case (false, false): continue
      }
    }
  }

  private static func lines() throws -> [Substring] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file?.path ?? ""]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
  }
}
