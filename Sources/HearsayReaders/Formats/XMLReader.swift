import HearsayCore

/// Reads XML that is no web page and of no language that is known (exports of editorial systems) by the same rules as pages.
enum XMLReader {
  static func matches(_ head: ArraySlice<UInt8>) -> Bool {
    let rest = head.drop { $0.isBlank }
    if rest.starts(with: "<?xml".utf8) { return true }
    guard rest.first == UInt8(ascii: "<"), let second = rest.dropFirst().first,
      second.isLetter || second == UInt8(ascii: "!")
    else { return false }
    return rest.contains(UInt8(ascii: ">")) && rest.contains(UInt8(ascii: "/"))
  }

  static func article(_ utf8: [UInt8], limits: Limits, declared: Metadata = Metadata()) -> ArticleContent {
    guard let page = PageParser.xml(utf8, limits: limits) else {
      return HTMLReader.article(utf8, limits: limits, declared: declared)
    }
    return HTMLReader.article(page, declared: declared)
  }
}
