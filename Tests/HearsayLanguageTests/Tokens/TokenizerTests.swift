import HearsayCore
@testable import HearsayLanguage
import Testing

@Suite struct TokenizerTests {
  /// The tokens of `text`, parted by one space.
  private func parted(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return Tokenizer().tokens(in: text).map { String(decoding: bytes[$0.range.bytes], as: UTF8.self) }
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("I don't know.", "I do n't know ."),
    ("He can’t; we cannot.", "He ca n’t ; we can not ."),
    ("They're Blinken's, they've said.", "They 're Blinken 's , they 've said ."),
    ("She'll go, he'd stay, I'm here", "She 'll go , he 'd stay , I 'm here"),
    ("gonna wanna gotta", "gon na wan na got ta"),
    ("dont wont didnt youre", "do nt wo nt did nt you re"),
    ("the leaders' talks", "the leaders ' talks"),
    ("DON'T PANIC", "DO N'T PANIC"),
    ("O'Rourke, Shi'ite, o'clock", "O'Rourke , Shi'ite , o'clock"),
    ("“Go”’s end", "“ Go ” ’s end"),
  ])
  func `contractions and possessives are parted`(text: String, expected: String) { #expect(parted(text) == expected) }

  @Test(arguments: [
    ("a well-known U.S.-led plan", "a well - known U.S. - led plan"),
    ("an e-mail on re-election and co-operation", "an e-mail on re-election and co-operation"),
    ("al-Qaeda and Kassym-Jomart", "al - Qaeda and Kassym - Jomart"),
    ("mid-2004, 20-year-old", "mid-2004 , 20 - year - old"),
    ("2003-2007 and 5-10", "2003 - 2007 and 5 - 10"),
    ("word—word – word--word", "word — word – word -- word"),
  ])
  func `compounds are parted, prefixes are not`(text: String, expected: String) { #expect(parted(text) == expected) }

  @Test(arguments: [
    ("Mr. Smith of Acme Inc. left the U.S. Senate", "Mr. Smith of Acme Inc. left the U.S. Senate"),
    ("J. K. Rowling met George W. Bush", "J. K. Rowling met George W. Bush"),
    ("at 5 p.m. on Sept. 3", "at 5 p.m. on Sept. 3"),
    ("He left the U.S. The rest stayed.", "He left the U.S . The rest stayed ."),
    ("He went to Washington, D.C.", "He went to Washington , D.C ."),
    ("P.S. I am moving. PS. Love it.", "P.S. I am moving . PS. Love it ."),
    ("No. 10 said no.", "No. 10 said no ."),
    ("Lines end.The next begins", "Lines end . The next begins"),
  ])
  func `the stop of an abbreviation stays with it unless it ends the sentence`(text: String, expected: String) {
    #expect(parted(text) == expected)
  }

  @Test(arguments: [
    ("$1,200.50 or 50% of €3m", "$ 1,200.50 or 50 % of € 3 m"),
    ("9/11, 11/28/2000, 2022-01-07", "9/11 , 11/28/2000 , 2022-01-07"),
    ("08:50 GMT, 5:00pm, 10:30-11:30", "08:50 GMT , 5:00 pm , 10:30 - 11:30"),
    ("1/2 of the 1990s, the 21st, '80s", "1 / 2 of the 1990s , the 21st , '80s"),
    ("713-853-3989 or +44", "713-853-3989 or +44"),
    ("#1 of 20", "# 1 of 20"),
    ("10km and .04", "10 km and .04"),
  ])
  func `numbers, dates and times stay whole and units do not`(text: String, expected: String) {
    #expect(parted(text) == expected)
  }

  @Test(arguments: [
    ("(see https://example.com/a?b=c).", "( see https://example.com/a?b=c ) ."),
    ("write to a.b@example.org, or www.example.com.", "write to a.b@example.org , or www.example.com ."),
    ("example.com said", "example.com said"),
    ("@someone likes #topic", "@someone likes #topic"),
    ("and/or AT&T", "and / or AT&T"),
  ])
  func `addresses, handles and topics stay whole`(text: String, expected: String) { #expect(parted(text) == expected) }

  @Test(arguments: [
    ("“Yes,” he said… “No!”", "“ Yes , ” he said … “ No ! ”"),
    ("What?! Really... [sic] ``so''", "What ?! Really ... [ sic ] `` so ''"),
    ("fine :) ok", "fine :) ok"),
    ("=====> ------", "=====> ------"),
    ("«Да», сказал Путин.", "« Да » , сказал Путин ."),
    ("👩‍👩‍👧🇰🇿👍🏽", "👩‍👩‍👧 🇰🇿 👍🏽"),
    ("naïve\u{A0}café 习近平 Müller’s", "naïve café 习近平 Müller ’s"),
  ])
  func `marks, scripts and pictures are parted`(text: String, expected: String) { #expect(parted(text) == expected) }

  @Test(arguments: [
    "", " ", "'", "\"", ".", "-", "…", "é", "\u{301}", "\u{FE0F}", "\u{200D}", "'s", "''''", "a'", "@", "#", "+", "1-",
    "1.",
    "http://", "a@", "a.", "U.S.", "x\u{0}y", "\u{2028}", "…..", "((((", "`", "n't", "'ll", ":", ":-", "<3",
  ])
  func `every byte but white space lies in one token`(text: String) {
    let bytes = Array(text.utf8)
    var end = 0
    for token in Tokenizer().tokens(in: text) {
      #expect(token.range.start >= end)
      let gap = String(decoding: bytes[end..<token.range.start], as: UTF8.self)
      #expect(gap.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.value < 0x20 })
      end = token.range.end
    }
    let rest = String(decoding: bytes[end...], as: UTF8.self)
    #expect(rest.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.value < 0x20 })
  }

  @Test(arguments: ["a", "1", "a-", "a.", "'", "@a", "1-1", "é", "👍", "a@", "http://", "(", "x/", "a'b", "..!"])
  func `a piece of 200,000 bytes is read in linear time`(unit: String) {
    let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
    #expect(!Tokenizer().tokens(in: text).isEmpty)
  }

  @Test func `a token knows whether white space follows`() {
    let document = tokenized("One, two\n\nthree")
    #expect(document.tokens.map(\.isSpaceAfter) == [false, true, true, true])
  }

  @Test func `every abbreviation has a kind and is given once, in lower case`() {
    let kinds = Abbreviations.kinds
    #expect(kinds.count > 100)
    #expect(kinds.keys.allSatisfy { $0 == $0.lowercased() && !$0.hasSuffix(".") })
  }
}

/// A document of `text` with its tokens.
func tokenized(_ text: String) -> Document {
  var document = Document(text: text, source: "test")
  Tokenizer().annotate(&document)
  return document
}
