import HearsayCore
import Testing

struct ParagraphsTests {
  @Test(arguments: [
    ("", []),
    (" \n\t\n", []),
    ("One line.", ["One line."]),
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("One.\n\n\n\nTwo.\n", ["One.", "Two."]),
    ("One.\n \t \nTwo.", ["One.", "Two."]),
    // Where blank lines part paragraphs, a single break is only where the line was full.
    ("One is\nwrapped.\n\nTwo.", ["One is\nwrapped.", "Two."]),
    // Where there are none, every line is a paragraph, as agencies print it.
    ("One.\nTwo.\nThree.\n", ["One.", "Two.", "Three."]),
    ("  One.  \r\n\r\n\tTwo.\r\n", ["One.", "Two."]),
    ("Ольга.\n\n🙂", ["Ольга.", "🙂"]),
  ])
  func `blank lines part paragraphs, and line breaks where there are none`(text: String, paragraphs: [String]) {
    let document = Document(text: text, source: "a.txt")
    #expect(document.paragraphs.map { String(document[$0]) } == paragraphs)
  }
}
