import Foundation
import HearsayFuzz
import HearsayTestSupport
import Testing

/// What once broke something, and what is near it: Tests/Crashes/TARGET/*.
@Suite struct CrashTests {
  @Test(arguments: FuzzTarget.allCases) func `what once broke something breaks nothing now`(target: FuzzTarget) throws {
    let folder = Repository.file("Tests/Crashes/\(target.rawValue)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
    for name in names { target.run(Array(try Data(contentsOf: folder.appending(path: name)))) }
  }

  /// A fuzzer of a second: the same on each run, blind, and enough to see that the targets work.
  @Test(arguments: FuzzTarget.allCases) func `changed bytes of good files are taken`(target: FuzzTarget) throws {
    var bytes: [UInt8] = []
    for path in ["seeds/02-wire-story-without-a-title.txt", "Tests/HearsayReadersTests/Pages/weblog.html"] {
      bytes += (try? Data(contentsOf: Repository.file(path))).map { Array($0.prefix(3_000)) } ?? []
    }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
    for _ in 0..<10 {
      let start = random(bytes.count)
      var piece = Array(bytes[start..<min(bytes.count, start + 800)])
      for _ in 0..<random(20) where !piece.isEmpty { piece[random(piece.count)] = UInt8(random(256)) }
      target.run(piece)
    }
  }
}
