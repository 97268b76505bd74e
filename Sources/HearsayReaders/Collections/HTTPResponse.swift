import HearsayCore

/// An HTTP/1 response as crawlers keep it.
struct HTTPResponse {
  /// Why a response has no page.
  enum Fault: Error {
    /// It is over the limit for an article.
    case tooLong
    /// It cannot be unpacked; the reason is in words.
    case unreadable(String)
  }

  /// The media types of pages.
  static let pages: Set<String> = ["text/html", "application/xhtml+xml"]

  /// The status: 200.
  let status: Int
  let fields: HeaderFields
  private let content: [UInt8]

  /// The response that `block` holds, or nil where it is none.
  init?(_ block: [UInt8]) {
    let bytes = ByteReader(block)
    guard let line = bytes.line(most: 1_024), line.starts(with: "HTTP/".utf8) else { return nil }
    let words = line.split(separator: 0x20)
    guard words.count > 1, let status = Int(String(decoding: words[1], as: UTF8.self)) else { return nil }
    self.status = status
    fields = HeaderFields(bytes)
    content = bytes.take(block.count)
  }

  /// Whether it is a page that was found.
  var isPage: Bool { status == 200 && Self.pages.contains(fields.mediaType ?? "") }

  /// What was sent, out of its chunks and unpacked.
  ///
  /// Crawlers often undo either and leave the header as it was: what does not look chunked or packed is taken as it is.
  func body(limits: Limits) -> Result<[UInt8], Fault> {
    var body = content
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true { body = Chunks.joined(body) ?? body }
    let coding = fields["content-encoding"]?.lowercased() ?? ""
    var stream: (any ByteStream)?
    if body.starts(with: [0x1F, 0x8B]) {
      stream = InflateStream(ByteReader(body), limits: limits)
    } else if body.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      stream = ZstdStream(ByteReader(body), limits: limits)
    } else if coding.contains("deflate"), BinaryCheck.reason(against: body.prefix(FormatHead.size)) != nil {
      let isBare = body.first.map { $0 & 0x0F != 8 } ?? true
      stream = InflateStream(ByteReader(body), wrapping: isBare ? .none : .header, limits: limits)
    } else if coding == "br", BinaryCheck.reason(against: body.prefix(FormatHead.size)) != nil {
      return .failure(.unreadable("packed by Brotli, which is not read: have the crawler ask for gzip"))
    }
    if let stream {
      let unpacked = ByteReader(stream)
      body = unpacked.take(limits.articleBytes + 1)
      // The first part of a page is worth reading where the rest did not arrive.
      if let fault = unpacked.fault, fault != .cut(format: "gzip"), fault != .cut(format: "zstd") {
        return .failure(.unreadable("\(fault)"))
      }
    }
    return body.count > limits.articleBytes ? .failure(.tooLong) : .success(body)
  }
}

/// Chunked transfer coding (RFC 9112, section 7.1).
enum Chunks {
  /// What `bytes` hold without the lines between chunks; nil where they do not begin as a chunk. What is missing at the
  /// end is not there.
  static func joined(_ bytes: [UInt8]) -> [UInt8]? {
    var joined: [UInt8] = []
    var index = 0
    var isFirst = true
    while index < bytes.count {
      let end = bytes[index...].prefix(1_024).firstIndex(of: 0x0A)
      let digits = bytes[index...].prefix {
        $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0.lowercased)
      }
      let after = bytes[(index + digits.count)...].first
      let isSize =
        !digits.isEmpty && digits.count <= 8 && (after == 0x0D || after == 0x0A || after == 0x20 || after == 0x3B)
      guard let end, isSize, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16) else {
        return isFirst ? nil : joined
      }
      if size == 0 { return joined }
      joined += bytes[min(end + 1, bytes.count)..<min(end + 1 + size, bytes.count)]
      index = end + 1 + size
      if index < bytes.count, bytes[index] == 0x0D { index += 1 }
      if index < bytes.count, bytes[index] == 0x0A { index += 1 }
      isFirst = false
    }
    return joined
  }
}
