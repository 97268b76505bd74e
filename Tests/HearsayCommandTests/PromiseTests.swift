import Foundation
import HearsayTestSupport
import Testing

/// What docs/SECURITY.md promises of the program as a whole.
@Suite struct PromiseTests {
  #if os(Linux)
    // What connects needs one of these from the system; libxml2, whose own code for it is told not to, has them itself.
    @Test func `the program has nothing to connect with`() throws {
      let nm = Process()
      let output = Pipe()
      nm.executableURL = URL(filePath: "/usr/bin/env")
      nm.arguments = ["nm", "--dynamic", ProgramRun.program.path]
      nm.standardOutput = output
      try nm.run()
      let symbols = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      nm.waitUntilExit()
      // A sanitizer's own code asks for much.
      if symbols.contains(" __asan_init") || symbols.contains(" __tsan_init") { return }
      let names = symbols.split(separator: "\n").compactMap {
        $0.split(separator: " ").last?.split(separator: "@").first
      }
      #expect(names.contains("write"), "the program's symbols are listed")
      let sockets: Set<Substring> = ["socket", "connect", "bind", "listen", "getaddrinfo", "gethostbyname", "sendto"]
      #expect(sockets.isDisjoint(with: names))
      #expect(!symbols.contains("URLSession") && !symbols.contains("xmlNanoHTTP") && !symbols.contains("curl_"))
    }
  #endif

  @Test(arguments: ["../x", "/tmp/x", "a/b", "x/", ""])
  func `a name that leads elsewhere ends with 64`(name: String) throws {
    let run = try ProgramRun(["export", "seeds", "--output", TemporaryFolder().url.path, "--name", name])
    #expect(run.status == 64, "\(run.errors)")
  }

  @Test func `nothing that an input says of itself becomes a file's name`() throws {
    let folder = try TemporaryFolder()
    let text = "Kari Lund told NATO on Monday that Norway would go.\\n\\n“We will go,” Lund said."
    let records = ["../../out", "/etc/out", "a/../../b"].map {
      "{\"id\":\"\($0)\",\"title\":\"\($0)\",\"outlet\":\"\($0)\",\"url\":\"file://\($0)\",\"text\":\"\(text)\"}\n"
    }
    try folder.write(records.joined(), to: "work/in/a.jsonl")
    let run = try ProgramRun(
      ["export", "in", "--output", "out", "--view", "actors,evidence"], folder: folder.url.appending(path: "work"))
    #expect(run.status == 0, "\(run.errors)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).sorted()
    #expect(
      files == [
        "work", "work/in", "work/in/a.jsonl", "work/out", "work/out/in.dot", "work/out/in.evidence.dot",
        "work/out/in.evidence.graphml", "work/out/in.graphml",
      ])
  }
}
