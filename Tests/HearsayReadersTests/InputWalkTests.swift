import Foundation
import HearsayCore
import Testing

@testable import HearsayReaders

/// A folder of files that goes when the test ends.
final class Folder {
  let url = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)")
  var path: String { url.path }

  init(_ files: [String: String] = [:]) throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = url.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: url.appending(path: name).path, withDestinationPath: target)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

@Suite struct InputWalkTests {
  @Test func `a folder is walked in the order of bytes, under its own name`() throws {
    let folder = try Folder([
      "b.txt": "", "B.txt": "", "a/z.txt": "", "a.txt": "", "ä.txt": "", ".hidden": "", ".git/x.txt": "",
    ])
    let name = folder.url.lastPathComponent
    #expect(
      try InputWalk.files(of: [folder.path]).map(\.source)
        == ["B.txt", "a.txt", "a/z.txt", "b.txt", "ä.txt"].map { "\(name)/\($0)" })
    #expect(try InputWalk.files(of: [folder.path + "/"]).map(\.source).first == "\(name)/B.txt")
    #expect(try InputWalk.files(of: [folder.path + "/a/.."]).map(\.source).first == "\(name)/B.txt")
  }

  @Test func `the order of the inputs makes no difference, and what is named twice comes once`() throws {
    let folder = try Folder(["one.txt": "", "two.txt": "", "in/three.txt": ""])
    let (one, two) = (folder.path + "/one.txt", folder.path + "/two.txt")
    let files = try InputWalk.files(of: [two, one, one, folder.path + "/in", folder.path + "/in/"])
    #expect(files.map(\.source) == ["in/three.txt", "one.txt", "two.txt"])
    #expect(
      try InputWalk.files(of: [folder.path + "/in/", folder.path + "/in", one, two]).map(\.source)
        == files.map(\.source))
  }

  @Test func `a hidden file that is named is read`() throws {
    let folder = try Folder([".hidden": "x"])
    #expect(try InputWalk.files(of: [folder.path + "/.hidden"]).map(\.source) == [".hidden"])
  }

  @Test func `links in a circle end`() throws {
    let folder = try Folder(["a/b/x.txt": ""])
    try folder.link("a/b/up", to: "../..")
    try folder.link("a/self", to: ".")
    let files = try InputWalk.files(of: [folder.path])
    #expect(files.count { $0.source.hasSuffix("x.txt") } == 1)
  }

  @Test func `a link to nothing is a diagnostic when it is read`() throws {
    let folder = try Folder()
    try folder.link("gone.txt", to: "nowhere")
    let files = try InputWalk.files(of: [folder.path])
    let read = try Read(#require(files.first))
    #expect(read.documents.isEmpty && read.diagnostics.first?.message.hasPrefix("cannot be read: No such file") == true)
  }

  @Test func `a folder without files gives none`() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(at: folder.url.appending(path: "empty"), withIntermediateDirectories: true)
    #expect(try InputWalk.files(of: [folder.path]).isEmpty)
  }

  @Test func `what is not there is an error that names it`() {
    #expect(throws: ReaderError.noSuchInput("/no/such/file")) { try InputWalk.files(of: ["/no/such/file"]) }
    #expect("\(ReaderError.noSuchInput("x"))" == "x: no such file or folder")
    #expect(
      "\(ReaderError.unreadable(path: "x", reason: "Permission denied"))" == "x: cannot be read: Permission denied")
  }

  @Test func `standard input is named so`() throws {
    #expect(try InputWalk.files(of: ["-", "-"]) == [InputFile(path: nil, source: "stdin")])
  }

  @Test func `a file is read whole, whatever its name`() throws {
    let text = String(repeating: "The quay is closed and the ships moor in the south. ", count: 4_000)
    let folder = try Folder(["page.bin": "<html><body><p>\(text)</p></body></html>"])
    let read = try Read(#require(InputWalk.files(of: [folder.path]).first))
    #expect(read.text == String(text.dropLast()))
  }

  @Test func `lines of JSON come as from bytes`() throws {
    let body = String(repeating: "The quay is closed and the ships moor in the south. ", count: 40)
    let lines = (1...100).map { "{\"id\":\"\($0)\",\"text\":\"\($0) \(body)\"}" }.joined(separator: "\n")
    let folder = try Folder(["x.txt": lines])
    let read = try Read(#require(InputWalk.files(of: [folder.path + "/x.txt"]).first))
    #expect(read.documents.map(\.text) == Read(lines).documents.map(\.text))
    #expect(read.documents.map(\.sources) == (1...100).map { ["x.txt#\($0)"] })
  }

  @Test func `an article over the limit is not taken in`() throws {
    let folder = try Folder(["big.txt": ""])
    let handle = try FileHandle(forWritingTo: folder.url.appending(path: "big.txt"))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data("The quay is closed. ".utf8))
    try handle.seek(toOffset: 49_999_999)
    try handle.write(contentsOf: Data(".".utf8))
    try handle.close()
    // Its middle is a hole, which reads as NULs; the size alone must decide, before it is read.
    var limits = Limits()
    limits.articleBytes = 1_000
    let file = try Folder(["x.txt": String(repeating: "The quay is closed. ", count: 100)])
    let read = try Read(#require(InputWalk.files(of: [file.path]).first), limits: limits)
    #expect(
      read.diagnostics.first?.message.hasPrefix("2000 bytes, over the limit of 1000 for one article: split it") == true)
    #expect(try Read(#require(InputWalk.files(of: [folder.path]).first)).documents.isEmpty)
  }
}
