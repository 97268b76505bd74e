import Foundation
import HearsayExporters
import HearsayGraph

/// Writes a synthetic graph in some formats, then the same bytes plainly, and prints what each took, tab-separated:
/// who, format, megabytes, megabytes per second of the processor, megabytes by which memory grew.
///
/// Both are done in turn `rounds` times and the least time of each counts: what else runs on the machine only adds.
///
/// usage: ExportSpeed FOLDER NODES EDGES FORMAT...
@main struct ExportSpeed {
  private static let rounds = 5

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 4, let nodes = Int(arguments[2]), let edges = Int(arguments[3]) else {
      print("usage: ExportSpeed FOLDER NODES EDGES FORMAT...")
      exit(64)
    }
    let graph = SyntheticGraph.make(nodes: nodes, edges: edges)
    print("graph\tmemory\t\t\t\(Int(Cost.usage().memory))")
    for name in arguments[4...] {
      guard let format = GraphFormat.named(name) else {
        print("no format is called \(name)")
        exit(64)
      }
      for file in format.files {
        let path = "\(arguments[1])/graph.\(file.fileExtension)"
        let exporter = file.exporter(.none)
        var (written, plain): ([Cost], [Cost]) = ([], [])
        for _ in 0..<rounds {
          written.append(try Cost { try write(graph, by: exporter, to: path) })
          plain.append(try plainWrite(path))
        }
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        report("hearsay", file.fileExtension, size, written)
        report("plain write", file.fileExtension, size, plain)
      }
    }
  }

  private static func write(_ graph: Graph, by exporter: some GraphExporter, to path: String) throws {
    var sink = try FileSink(path)
    try exporter.write(graph, to: &sink)
    sink.finish()
  }

  /// What it takes to write the bytes of a file again, through a buffer of 64 KiB, from lines that lie in memory.
  private static func plainWrite(_ path: String) throws -> Cost {
    let data = try Data(contentsOf: URL(filePath: path))
    return try data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      return try Cost {
        var sink = try FileSink(path + ".plain")
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
        defer { buffer.deallocate() }
        var count = 0
        func flush() throws {
          try sink.write(UnsafeBufferPointer(rebasing: buffer.bindMemory(to: UInt8.self)[..<count]).span)
          count = 0
        }
        for line in lines {
          if count + line.count + 1 > buffer.count { try flush() }
          buffer[count...].copyBytes(from: line)
          count += line.count
          buffer[count] = UInt8(ascii: "\n")
          count += 1
          if count >= 1 << 16 { try flush() }
        }
        try flush()
        sink.finish()
      }
    }
  }

  private static func report(_ who: String, _ format: String, _ size: Int, _ costs: [Cost]) {
    let megabytes = Double(size) / 1e6
    let seconds = costs.map(\.seconds).min() ?? 0
    let speed = String(format: "%.1f", megabytes / max(seconds, 1e-6))
    // Memory grows once, if at all: reading a file again for the plain write may not count as that.
    let memory = String(format: "%.1f", costs.first?.memory ?? 0)
    print("\(who)\t\(format)\t\(Int(megabytes))\t\(speed)\t\(memory)")
  }
}
