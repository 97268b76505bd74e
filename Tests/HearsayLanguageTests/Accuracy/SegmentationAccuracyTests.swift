import Foundation
import HearsayCore
import HearsayLanguage
import HearsayTestSupport
import Testing

/// How well words and sentences are found in running text, against the treebanks beside the checkout.
///
/// Figures and how they were tuned: docs/MEASUREMENTS.md#words-and-sentences.
@Suite(.enabled(if: Repository.shared("corpora/trees") != nil, "the treebanks are not on this machine"))
struct SegmentationAccuracyTests {
  /// Floors, percent: lowering one needs a reason.
  @Test(arguments: [("ud_ewt_dev", 99.2, 83.0), ("ud_ewt_test", 99.0, 80.0), ("gum_open_dev", 99.4, 88.0)])
  func `words and sentences are found`(treebank: String, words: Double, sentences: Double) throws {
    let gold = try Treebank(treebank)
    var document = Document(text: gold.text, source: treebank)
    Tokenizer().annotate(&document)
    SentenceSplitter().annotate(&document)
    let wordScore = SpanScore(gold: gold.words, found: document.tokens.map(\.range))
    let sentenceScore = SpanScore(gold: gold.sentences, found: document.sentences.map(\.range))
    print("\(treebank): words \(wordScore), sentences \(sentenceScore)")
    #expect(wordScore.f1 >= words)
    #expect(sentenceScore.f1 >= sentences)
  }
}

/// Precision, recall and their harmonic mean over exact spans, percent.
struct SpanScore: CustomStringConvertible {
  let precision: Double
  let recall: Double

  init(gold: [TextRange], found: [TextRange]) {
    let right = Double(Set(gold).intersection(found).count)
    precision = 100 * right / Double(max(1, found.count))
    recall = 100 * right / Double(max(1, gold.count))
  }

  var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  var description: String {
    func rounded(_ value: Double) -> String { String((value * 100).rounded() / 100) }
    return "P \(rounded(precision)) R \(rounded(recall)) F1 \(rounded(f1))"
  }
}

/// A treebank in CoNLL-U as running text: its words and sentences as ranges of it.
///
/// https://universaldependencies.org/format.html
struct Treebank {
  private(set) var text = ""
  private(set) var words: [TextRange] = []
  private(set) var sentences: [TextRange] = []
  private var length = 0
  private var separator = ""

  /// The treebank `name` of the corpora beside the checkout.
  init(_ name: String) throws {
    let file = try #require(Repository.shared("corpora/trees/\(name).conllu.gz"))
    let lines = try Repository.unpacked(file).split(separator: "\n", omittingEmptySubsequences: false)
    var rows: [[Substring]] = []
    var beginsParagraph = false
    for line in lines {
      if line.hasPrefix("# newpar") || line.hasPrefix("# newdoc") { beginsParagraph = true }
      if line.isEmpty, !rows.isEmpty {
        append(sentences.isEmpty ? "" : beginsParagraph ? "\n\n" : separator)
        addSentence(rows)
        (rows, beginsParagraph) = ([], false)
      } else if !line.isEmpty, !line.hasPrefix("#") {
        rows.append(line.split(separator: "\t"))
      }
    }
  }

  private mutating func append(_ piece: some StringProtocol) {
    text += piece
    length += piece.utf8.count
  }

  private mutating func addSentence(_ rows: [[Substring]]) {
    let start = length
    var end = start
    /// The last word of the contraction that is being read, and whether a space follows it.
    var contraction: (last: Int, misc: Substring)?
    for row in rows {
      if let dash = row[0].firstIndex(of: "-") {
        contraction = (Int(row[0][row[0].index(after: dash)...]) ?? 0, row[9])
        continue
      }
      guard let index = Int(row[0]) else { continue }
      if end > start || length > start { append(separator) }
      words.append(TextRange(length, length + row[1].utf8.count))
      append(row[1])
      end = length
      let isInside = contraction.map { index < $0.last } ?? false
      let misc = contraction.map { index == $0.last ? $0.misc : row[9] } ?? row[9]
      separator = isInside || misc.contains("SpaceAfter=No") ? "" : " "
      if !isInside { contraction = nil }
    }
    sentences.append(TextRange(start, end))
  }
}
