import HearsayCore
import Testing

@testable import HearsayReaders

@Suite struct PlainTextTests {
  private static let body =
    "The council of the port agreed on Monday to close the eastern quay for repairs, its chairwoman said."

  @Test func `the title comes first, then paragraphs parted by one blank line`() {
    let read = Read(
      "Port to close its eastern quay\n\n\(Self.body)\r\n\r\n\r\nShips will moor in the south, she added.  \n")
    #expect(
      read.text == "Port to close its eastern quay\n\n\(Self.body)\n\nShips will moor in the south, she added.")
    #expect(read.metadata.title == "Port to close its eastern quay")
    #expect(read.documents[0].titleRange == TextRange(0, 30))
  }

  @Test func `a first paragraph that is a sentence is no title`() {
    let read = Read("\(Self.body)\nShips will moor in the south, she added.")
    #expect(read.metadata.title == nil)
    #expect(read.documents[0].paragraphs.count == 2)
  }

  @Test func `wrapped lines are joined into paragraphs`() {
    let read = Read(
      """
      The council of the port agreed on Monday to close the eastern quay for
      repairs that will last until the autumn, its chairwoman said after the
      meeting. Ships will moor in the south.

      Fishermen had asked for the western quay to be kept open, since their
      boats cannot use the southern one at low tide, and the council agreed
      to that.
      """)
    #expect(read.documents[0].paragraphs.count == 2)
    #expect(read.text?.contains("quay for repairs that will last") == true)
  }

  @Test func `icon names before the headline, a stamp and a doubled headline leave`() {
    let icons = "glyph-arrow glyph-bell glyph-book glyph-close glyph-cloud glyph-down glyph-edit glyph-flag glyph-heart"
    let read = Read(
      "\(icons)\n12 Mar, 2021 09:15\n\nPort closes quay\n\nShips moor in the south\nPort closes quay\n\n\(Self.body)")
    #expect(read.text == "Port closes quay\n\nShips moor in the south\n\n\(Self.body)")
    #expect(read.metadata.published?.description == "2021-03-12")
  }
}
