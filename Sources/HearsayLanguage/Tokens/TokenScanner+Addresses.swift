extension TokenScanner {
  /// The end of an address or file name that begins at `start`, or nil: "https://…", "www.…", "name@example.com".
  func addressEnd(_ start: Int) -> Int? {
    for scheme: StaticString in ["http://", "https://", "www.", "ftp://", "mailto:"] where matches(scheme, start) {
      let end = trimmedAddressEnd(start)
      return end > start + scheme.utf8CodeUnitCount ? end : nil
    }
    return mailEnd(start) ?? siteEnd(start)
  }

  /// The end of the piece without the marks that follow an address: "(see https://example.com/a)." keeps the bracket and
  /// the stop outside.
  private func trimmedAddressEnd(_ start: Int) -> Int {
    var end = start
    var depth = 0
    scan: while end < piece.upperBound {
      switch bytes[end] {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "]"), UInt8(ascii: "|"): break scan
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      case 0xE2: break scan
      default: break
      }
      end += 1
    }
    while end > start {
      switch bytes[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: "'"):
        end -= 1
      default: return end
      }
    }
    return end
  }

  /// The end of an e-mail address. The part before the "@" has at most 64 bytes (RFC 5321, 4.5.3.1.1).
  private func mailEnd(_ start: Int) -> Int? {
    var at = start
    while at < piece.upperBound, at - start <= 64, isMailByte(bytes[at]) { at += 1 }
    guard at > start, at + 1 < piece.upperBound, bytes[at] == UInt8(ascii: "@"), bytes[at + 1].isAlphanumeric
    else { return nil }
    var end = at + 1
    while end < piece.upperBound, bytes[end].isAlphanumeric || [0x2D, 0x2E, 0x5F].contains(bytes[end]) { end += 1 }
    while end > at, !bytes[end - 1].isAlphanumeric { end -= 1 }
    return end
  }

  private func isMailByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || [0x2D, 0x2E, 0x5F, 0x2B, 0x25].contains(byte)
  }

  /// The end of an address that begins with its host: "example.com/a/b".
  private func siteEnd(_ start: Int) -> Int? {
    var dot: Int?
    var host = start
    while host < piece.upperBound, host - start <= 253,
      bytes[host].isAlphanumeric || bytes[host] == UInt8(ascii: "-") || bytes[host] == UInt8(ascii: ".")
    {
      if bytes[host] == UInt8(ascii: ".") { dot = host }
      host += 1
    }
    guard let dot, host < piece.upperBound, bytes[host] == UInt8(ascii: "/"),
      Addresses.isDomain(lowered(dot + 1, host)), bytes[start].isLetter
    else { return nil }
    return trimmedAddressEnd(start)
  }
}

/// What stands behind the last stop of an address or a file's name.
enum Addresses {
  /// Whether `ending`, in lower case, ends the names of sites or files.
  static func isDomain(_ ending: String) -> Bool {
    switch ending {
    case "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "co", "uk", "us", "eu", "de", "fr", "ru", "cn",
      "jp", "in", "au", "ca", "tv", "io", "ai", "ua", "kz", "ir", "il", "ch", "nl", "es", "pl", "se", "news", "doc",
      "docx", "xls", "xlsx", "pdf", "txt", "jpg", "jpeg", "png", "gif", "htm", "html", "zip", "exe", "mp3", "mp4",
      "csv", "ppt", "url":
      // "in" and "us" are words: "over.in" is a missing space.
      return ending != "in" && ending != "us"
    default: return false
    }
  }
}
