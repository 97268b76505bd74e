/// What letters a text is made of, and its words in Latin letters.
struct LetterCensus {
  /// Letters of any script.
  private(set) var letters = 0
  /// Digits and marks.
  private(set) var others = 0
  /// Words in Latin letters, in lower case.
  private(set) var words: [String] = []
  private var scripts: [Script: Int] = [:]
  private var telling: Set<UInt32> = []
  private var strange = 0
  private var pairs = 0
  private var commonPairs = 0

  private enum Script: Hashable {
    case latin, cyrillic, greek, arabic, hebrew, devanagari, thai, han, kana, hangul, other
  }

  init(_ bytes: ArraySlice<UInt8>) {
    var word = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.isASCII, !scalar.properties.isAlphabetic {
        if scalar.value > 0x20 { others += 1 }
        end(&word)
      } else if scalar.properties.isAlphabetic {
        letters += 1
        let script = Self.script(scalar.value)
        scripts[script, default: 0] += 1
        if script == .latin { word.unicodeScalars.append(scalar) } else { telling.insert(scalar.value) }
      } else {
        if !scalar.properties.isWhitespace { others += 1 }
        // A mark over a letter belongs to its word; an apostrophe parts "l'eau".
        end(&word)
      }
    }
    end(&word)
  }

  private mutating func end(_ word: inout String) {
    guard !word.isEmpty else { return }
    let lowered = word.lowercased()
    words.append(lowered)
    if Self.isStrange(lowered) { strange += 1 }
    countPairs(lowered)
    word = ""
  }

  private mutating func countPairs(_ word: String) {
    var pair: UInt16 = 0
    for (index, byte) in word.utf8.enumerated() {
      pair = pair << 8 | UInt16(byte)
      guard index > 0, byte.isASCII, pair >> 8 < 0x80 else { continue }
      pairs += 1
      if Self.frequentPairs.contains(pair) { commonPairs += 1 }
    }
  }

  /// Whether two words in five could be of no language, or the letters do not stand beside each other as they do in
  /// any: in prose of European languages half of all pairs are common ones, in random letters a seventh.
  var isGibberish: Bool { strange * 5 >= words.count * 2 || (pairs >= 50 && commonPairs * 100 < pairs * 28) }

  /// The hundred pairs of letters that are most frequent in the languages of Europe together. Own compilation.
  private static let frequentPairs: Set<UInt16> = {
    let pairs =
      """
      th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al de se le sa si ar ve ra ld ur
      io ic li ri ne me la ro ce co ta el ll ch ma di om us il el na ni os ie tr un em ec un ei ge qu do be sc ca po da ad
      no lo so mi vi id pe mo ac su op am ns ss ay ai ol tu wa ho wi ee ut ul rs sh ec ct ke ir lu ig im pr ts ry
      """
    return Set(pairs.split { $0 == " " || $0 == "\n" }.map { pair in pair.utf8.reduce(0) { $0 << 8 | UInt16($1) } })
  }()

  /// A word of 25 letters or more, or of four or more without a vowel, or with six consonants in a row.
  private static func isStrange(_ word: String) -> Bool {
    var (count, vowels, row, longestRow) = (0, 0, 0, 0)
    for byte in word.utf8 {
      count += 1
      switch byte {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
        UInt8(ascii: "y"), 0x80...:
        vowels += 1
        row = 0
      default:
        row += 1
        longestRow = max(longestRow, row)
      }
    }
    return count >= 25 || (vowels == 0 && count >= 4) || longestRow >= 6
  }

  /// What a text that is mostly not in Latin letters is written in; nil where it is in Latin letters.
  var foreignScript: LanguageIdentifier.Verdict? {
    let latin = scripts[.latin] ?? 0
    guard letters >= 20, (letters - latin) * 2 > letters else { return nil }
    if (scripts[.kana] ?? 0) * 10 > letters { return .other("ja") }
    let order: [Script] = [.cyrillic, .arabic, .han, .hangul, .greek, .hebrew, .devanagari, .thai, .other]
    var most = Script.other
    for script in order where (scripts[script] ?? 0) > (scripts[most] ?? 0) { most = script }
    switch most {
    case .cyrillic: return .other(cyrillic)
    // U+067E, U+0686 and U+06AF are Persian's; Urdu has U+0679 and U+06D2 too.
    case .arabic: return .other(has(0x0679, 0x06D2) ? "ur" : has(0x067E, 0x0686, 0x06AF) ? "fa" : "ar")
    case .han: return .other("zh")
    case .hangul: return .other("ko")
    case .greek: return .other("el")
    case .hebrew: return .other("he")
    case .devanagari: return .other("hi")
    case .thai: return .other("th")
    case .latin, .kana, .other: return .other(nil)
    }
  }

  /// By letters that only one of them has.
  private var cyrillic: String? {
    if has(0x04D9, 0x049B, 0x04A3) { return "kk" }
    if has(0x0457, 0x0454) { return "uk" }
    if has(0x045E) { return "be" }
    if has(0x0459, 0x045A, 0x0458) { return has(0x0453, 0x045C) ? "mk" : "sr" }
    if has(0x044B, 0x044D) { return "ru" }
    return has(0x044A) ? "bg" : nil
  }

  private func has(_ scalars: UInt32...) -> Bool { scalars.contains { telling.contains($0) } }

  private static func script(_ scalar: UInt32) -> Script {
    switch scalar {
    case 0x41...0x24F, 0x1E00...0x1EFF, 0x250...0x2AF: .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x590...0x5FF: .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: .arabic
    case 0x900...0x97F: .devanagari
    case 0xE00...0xE7F: .thai
    case 0x3040...0x30FF: .kana
    case 0x3400...0x9FFF, 0x20000...0x2FA1F: .han
    case 0xAC00...0xD7AF, 0x1100...0x11FF: .hangul
    default: .other
    }
  }
}
