import CLibZip
import HearsayCore

/// A ZIP archive in memory, read by libzip. Nothing of it is ever written to a file.
final class ZipArchive {
  private let packed: [UInt8]
  private let limits: Limits
  private var archive: OpaquePointer?
  /// The bytes as libzip sees them, which it does not own.
  private let memory: UnsafeMutableRawBufferPointer

  /// The archive that `packed` is, or nil where it is damaged.
  init?(_ packed: [UInt8], limits: Limits) {
    self.packed = packed
    self.limits = limits
    memory = .allocate(byteCount: packed.count, alignment: 1)
    memory.copyBytes(from: packed)
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(memory.baseAddress, zip_uint64_t(packed.count), 0, &error) else {
      return nil
    }
    archive = zip_open_from_source(source, ZIP_RDONLY, &error)
    guard archive != nil else {
      zip_source_free(source)
      return nil
    }
  }

  deinit {
    if let archive { zip_discard(archive) }
    memory.deallocate()
  }

  /// What the file at `path` in the archive holds.
  func bytes(of path: String) -> Result<[UInt8], StreamFault> {
    var entry = zip_stat_t()
    zip_stat_init(&entry)
    guard zip_stat(archive, path, 0, &entry) == 0, let file = zip_fopen(archive, path, 0) else {
      return .failure(.corrupt(format: "ZIP"))
    }
    defer { zip_fclose(file) }
    var gauge = ExpansionGauge(limits)
    // The directory is the archive's own word: it counts only as far as the archive is large.
    var size = Int(clamping: min(entry.comp_size, zip_uint64_t(packed.count)))
    var bytes: [UInt8] = []
    while bytes.count <= limits.articleBytes {
      var taken = 0
      bytes += [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        taken = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count)))
        count = max(0, taken)
      }
      if taken == 0 { break }
      guard taken > 0 else { return .failure(.corrupt(format: "ZIP")) }
      do { try gauge.note(packed: size, unpacked: taken) } catch { return .failure(error) }
      size = 0
    }
    return .success(bytes)
  }
}
