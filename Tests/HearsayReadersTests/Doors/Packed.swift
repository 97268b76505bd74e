import CLibZip
import CZlib
import CZstd
import Foundation

/// Packs bytes as the programs do that people pack with, for tests.
enum Packed {
  /// Each of `members` as a gzip member of its own, one after another.
  static func gzip(_ members: [UInt8]...) throws -> [UInt8] {
    let folder = try Folder()
    let path = folder.path + "/packed.gz"
    for member in members {
      let file = gzopen(path, "ab")
      _ = gzwrite(file, member, UInt32(member.count))
      gzclose(file)
    }
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  /// One frame of Zstandard.
  static func zstd(_ bytes: [UInt8]) -> [UInt8] {
    var packed = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let count = ZSTD_compress(&packed, packed.count, bytes, bytes.count, 3)
    return Array(packed.prefix(count))
  }

  /// A ZIP archive of files, in order.
  static func zip(_ files: [(path: String, text: String)]) throws -> [UInt8] {
    let folder = try Folder()
    let path = folder.path + "/packed.zip"
    var fault: Int32 = 0
    let archive = zip_open(path, ZIP_CREATE, &fault)
    let contents = files.map { Array($0.text.utf8) }
    let memory = contents.map { bytes in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
      copy.copyBytes(from: bytes)
      return copy
    }
    defer { for copy in memory { copy.deallocate() } }
    for (index, file) in files.enumerated() {
      let source = zip_source_buffer(archive, memory[index].baseAddress, UInt64(contents[index].count), 0)
      zip_file_add(archive, file.path, source, 0)
    }
    zip_close(archive)
    return Array(try Data(contentsOf: URL(filePath: path)))
  }
}

/// Sentences for articles of tests.
enum Port {
  static let body =
    "The council of the port agreed on Monday to close the eastern quay for repairs, its chairwoman said."
  static let more = "Ships will moor in the south until the spring, the harbour master told fishermen on Tuesday."
  /// A page with both.
  static let page =
    "<html><head><title>Port to close its quay</title></head><body><h1>Port to close its quay</h1>"
    + "<p>\(body)</p><p>\(more)</p></body></html>"
  static let text = "Port to close its quay\n\n\(body)\n\n\(more)"
}
