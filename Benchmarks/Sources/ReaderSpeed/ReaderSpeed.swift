import Foundation
import HearsayCore
import HearsayLanguage
import Synchronization

/// Reads articles to words, sentences, names and trees, and prints what it took, tab-separated: threads, words, seconds
/// of the processor, seconds of the clock, megabytes resident at most.
///
/// usage: ReaderSpeed FILE THREADS; FILE holds one article a line.
@main struct ReaderSpeed {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let threads = Int(arguments[2]), threads > 0 else {
      print("usage: ReaderSpeed FILE THREADS")
      exit(64)
    }
    let articles = try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n").map {
      String($0.replacing("\u{2028}", with: "\n"))
    }
    let reader = NeuralReader(.embedded)
    read(articles[0], by: reader)
    let next = Atomic(0)
    let words = Atomic(0)
    let (before, started) = (processorSeconds(), ContinuousClock.now)
    // Threads of our own: what is measured is the reader, not how a pool shares work.
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < articles.count else { return }
        words.add(read(articles[index], by: reader), ordering: .relaxed)
      }
    }
    let spent = started.duration(to: .now)
    let seconds = Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
    print(
      [
        "\(threads)", "\(words.load(ordering: .relaxed))", String(format: "%.2f", processorSeconds() - before),
        String(format: "%.2f", seconds), String(format: "%.0f", Double(usage().ru_maxrss) * residentUnit / 1e6),
      ].joined(separator: "\t"))
  }

  /// Reads one article; its words.
  @discardableResult
  private static func read(_ text: String, by reader: NeuralReader) -> Int {
    var document = Document(text: text, source: "")
    Tokenizer().annotate(&document)
    reader.annotate(&document)
    return document.tokens.count
  }

  private static func usage() -> rusage {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    return usage
  }

  private static func processorSeconds() -> Double {
    let usage = usage()
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// Bytes that one unit of `ru_maxrss` stands for.
  private static var residentUnit: Double {
    #if os(Linux)
      1024
    #else
      1
    #endif
  }
}
