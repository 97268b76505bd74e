import HearsayGraph
import Testing

struct JSONTextTests {
  @Test(arguments: [
    ("", #""""#), ("Sergey Lavrov", #""Sergey Lavrov""#), (#"say "no" \ twice"#, #""say \"no\" \\ twice""#),
    ("a\nb\r\tc", #""a\nb\r\tc""#), ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
    ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("Нұр-Сұлтан 🇰🇿 العربية", #""Нұр-Сұлтан 🇰🇿 العربية""#),
    ("a/b", #""a/b""#),
    // A carriage return and a line feed are one Character but two code points.
    ("\r\n", #""\r\n""#),
  ])
  func `a text is quoted by the grammar of JSON`(text: String, quoted: String) {
    #expect(JSONText.quoted(text) == quoted)
  }

  @Test(arguments: [([], "[]"), (["a"], #"["a"]"#), (["a", "b\"c"], #"["a","b\"c"]"#)])
  func `texts in order are an array`(texts: [String], array: String) {
    #expect(JSONText.array(texts) == array)
  }
}
