import Foundation
import HearsayExporters
import Testing

@testable import HearsayCommand

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that is removed after the test.
final class Scratch {
  let path = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)").path

  init() throws { try OutputFile.createFolder(path) }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
  func text(_ name: String) -> String? { try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }
  func put(_ text: String, _ name: String) throws { try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)")) }
}

private func write(_ text: String, to path: String) throws {
  try OutputFile.write(to: path) { file in
    let bytes = Array(text.utf8)
    try file.write(bytes.span)
  }
}

@Suite struct OutputFileTests {
  struct Stop: Error {}

  @Test func `a file appears whole, and nothing beside it`() throws {
    let scratch = try Scratch()
    try OutputFile.write(to: "\(scratch.path)/a.dot") { file in
      #expect(scratch.names == ["a.dot.tmp-hearsay"])
      let bytes: [UInt8] = Array("one".utf8)
      try file.write(bytes.span)
      try file.write(bytes.span)
    }
    #expect(scratch.names == ["a.dot"] && scratch.text("a.dot") == "oneone")
  }

  @Test func `what fails leaves the file that was there`() throws {
    let scratch = try Scratch()
    try scratch.put("old", "a.dot")
    #expect(throws: Stop.self) {
      try OutputFile.write(to: "\(scratch.path)/a.dot") { file in
        let bytes: [UInt8] = [1, 2, 3]
        try file.write(bytes.span)
        throw Stop()
      }
    }
    #expect(scratch.names == ["a.dot"] && scratch.text("a.dot") == "old")
  }

  @Test func `what a killed run left is replaced`() throws {
    let scratch = try Scratch()
    try scratch.put("half", "a.dot.tmp-hearsay")
    try write("new", to: "\(scratch.path)/a.dot")
    #expect(scratch.names == ["a.dot"] && scratch.text("a.dot") == "new")
  }

  @Test func `files of a batch appear together or not at all`() throws {
    let scratch = try Scratch()
    try scratch.put("old", "a.dot")
    #expect(throws: Stop.self) {
      try OutputBatch.write { batch in
        for name in ["a.dot", "a.graphml"] {
          try batch.write(to: "\(scratch.path)/\(name)") { try $0.write([1, 2].span) }
        }
        #expect(scratch.text("a.dot") == "old" && scratch.names.count == 3)
        throw Stop()
      }
    }
    #expect(scratch.names == ["a.dot"] && scratch.text("a.dot") == "old")
    try OutputBatch.write { batch in
      for name in ["a.dot", "a.graphml"] { try batch.write(to: "\(scratch.path)/\(name)") { try $0.write([65].span) } }
    }
    #expect(scratch.names == ["a.dot", "a.graphml"] && scratch.text("a.dot") == "A")
  }

  @Test func `what killed runs left of other formats is removed too`() throws {
    let scratch = try Scratch()
    for name in ["a.svg.tmp-hearsay", "b.dot.tmp-hearsay", "a.dot"] { try scratch.put("half", name) }
    OutputBatch.removeLeftovers(of: "\(scratch.path)/a")
    #expect(scratch.names == ["a.dot", "b.dot.tmp-hearsay"])
  }

  // What the program does when it is told to stop in the middle.
  @Test func `an unfinished file can be removed at any time`() throws {
    let scratch = try Scratch()
    let unfinished = UnfinishedFiles()
    unfinished.removeAll()
    for name in ["a", "b"] {
      try scratch.put("half", name)
      unfinished.note("\(scratch.path)/\(name)")
    }
    unfinished.removeAll()
    #expect(scratch.names.isEmpty)
    try scratch.put("whole", "a")
    unfinished.forgetAll()
    unfinished.removeAll()
    #expect(scratch.names == ["a"])
  }

  // On a busy machine the signal came between the two, and the file stayed.
  @Test func `a signal between opening a file and noting it removes it`() async throws {
    let scratch = try Scratch()
    let path = "\(scratch.path)/a"
    await #expect(processExitsWith: .exitCode(143)) { [path = path as String] in
      let unfinished = UnfinishedFiles()
      unfinished.uninterrupted {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        unfinished.stop(15)
        unfinished.note(path)
      }
      exit(0)
    }
    #expect(scratch.names.isEmpty)
  }

  @Test func `a link in the temporary file's place is not written through`() throws {
    let scratch = try Scratch()
    try scratch.put("precious", "other")
    symlink("other", "\(scratch.path)/a.dot.tmp-hearsay")
    try write("new", to: "\(scratch.path)/a.dot")
    #expect(scratch.text("other") == "precious" && scratch.text("a.dot") == "new")
  }

  @Test func `a folder in the file's place is named`() throws {
    let scratch = try Scratch()
    try OutputFile.createFolder("\(scratch.path)/a.dot")
    #expect(throws: OutputError.cannotCreate(path: "\(scratch.path)/a.dot", code: EISDIR)) {
      try write("x", to: "\(scratch.path)/a.dot")
    }
    #expect(throws: OutputError.cannotCreate(path: "\(scratch.path)/none/a", code: ENOENT)) {
      try write("x", to: "\(scratch.path)/none/a")
    }
  }

  @Test func `a file in a folder's place is named`() throws {
    let scratch = try Scratch()
    try scratch.put("", "file")
    #expect(throws: OutputError.cannotCreate(path: "\(scratch.path)/file", code: EEXIST)) {
      try OutputFile.createFolder("\(scratch.path)/file")
    }
    #expect(throws: OutputError.cannotCreate(path: "\(scratch.path)/file", code: EEXIST)) {
      try OutputFile.createFolder("\(scratch.path)/file/below")
    }
  }

  @Test func `folders are made as deep as needed, and may be there`() throws {
    let scratch = try Scratch()
    for _ in 1...2 { try OutputFile.createFolder("\(scratch.path)/a/b//c/") }
    try write("x", to: "\(scratch.path)/a/b/c/d")
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write anywhere"))
  func `a folder without permission is named`() throws {
    let scratch = try Scratch()
    chmod(scratch.path, 0o555)
    defer { chmod(scratch.path, 0o755) }
    #expect(throws: OutputError.cannotCreate(path: "\(scratch.path)/a", code: EACCES)) {
      try write("x", to: "\(scratch.path)/a")
    }
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0, "this system has no /dev/full"))
  func `a full disk is an error of writing`() throws {
    let number = open("/dev/full", O_WRONLY)
    defer { close(number) }
    let bytes: [UInt8] = [1]
    #expect(throws: SystemError(code: ENOSPC)) { try FileDescriptor(number: number).write(bytes.span) }
  }

  @Test func `a broken pipe is an error of writing`() throws {
    ignoreWriteSignals()
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let bytes: [UInt8] = [1]
    #expect(throws: SystemError(code: EPIPE)) { try FileDescriptor(number: ends[1]).write(bytes.span) }
  }

  @Test(
    arguments: [
      (OutputError.cannotCreate(path: "a", code: EACCES), 73, "a: cannot be created: permission denied"),
      (.cannotWrite(path: "b", code: ENOSPC), 74, "b: cannot be written: no space is left on the device"),
      (.cannotWrite(path: "b", code: EIO), 74, "b: cannot be written: input/output error"),
    ] as [(OutputError, Int32, String)])
  func `an error names the file and the reason`(error: OutputError, exitCode: Int32, beginning: String) {
    #expect(error.status.rawValue == exitCode && error.description.hasPrefix(beginning))
  }
}
