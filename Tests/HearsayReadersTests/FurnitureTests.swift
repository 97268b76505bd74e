import CHearsayTables
import HearsayCore
import Testing

@testable import HearsayReaders

@Suite struct FurnitureTests {
  private static let body =
    "The council of the port agreed on Monday to close the eastern quay for repairs, its chairwoman said."
  private static let end = "Ships will moor in the south until the work is done, she told reporters after the meeting."

  /// Paragraphs that are the site's.
  static let furniture = [
    "Read more", "READ MORE »", "Continue reading…", "Subscribe", "Subscribe now", "Post a Comment", "Leave a reply",
    "Comments (12)", "0 Comments", "Share", "Share this article", "Share Tweet Email Print", "Share on Facebook",
    "Follow us",
    "Follow us on Twitter and Instagram", "Advertisement", "ADVERTISEMENT", "Story continues below",
    "Sign up for our newsletter.",
    "We use cookies to give you the best experience.", "This website uses cookies. By staying you accept them.",
    "Your email address will not be published. Required fields are marked *", "Photo: Jane Roe / The Post",
    "Photo by Jane Roe",
    "REUTERS/Jane Roe", "AP Photo/Jane Roe", "Jane Roe/Getty Images", "[Image credit: The Post]",
    "© 2022 The Post. All rights reserved.",
    "Copyright © 2022 The Post", "Read more: Ten quays that fell into the sea",
    "ALSO READ | Ten quays that fell into the sea",
    "Related: Why quays fall", "Tags: port, quay, repairs", "Filed under: Harbours",
    "Home | News | Sport | Weather | Jobs",
    "Home » News » Harbours » Quays", "Print", "Loading...", "Most read", "Recommended for you",
    "Please enable JavaScript to view the comments.",
    "Teilen", "Mehr zum Thema", "Lesen Sie auch: Der Kai war alt", "Partager", "À lire aussi",
    "Click to share on Facebook",
  ]

  /// Paragraphs that are the article's, however close they come.
  static let sentences = [
    "Share prices fell by a third.", "“Subscribe to nothing,” he said.", "Comments by the minister caused outrage.",
    "Read more than one paper, she advises.", "The advertisement cost two million.", "Home is where the port is.",
    "Follow the money, the old rule says.", "Photographs of the quay were found in his flat.",
    "Cookies were sold at the gate.",
    "By clicking a link in the mail, the clerk let them in.", "Copyright law protects the plans of the quay.",
    "The picture agency Getty denied it.", "JavaScript is a language that few dockers speak.",
    "Related charges were dropped.",
    "Print is dead, the publisher said.", "Russia, Russian, Russians: who is who in the port", "More than words",
    "What do you think he should have said?",
    "He asked them to sign up for the militia.", "“Your email address will not be published,” the clerk had promised.",
    "Menu prices rose again in spring.", "Watch the birds, not the boats, he said.", "Background", "The deal",
    "No comment",
    "Photo finish: the yacht won by a plank, and the crowd, which had waited since dawn for the end of the longest race, cheered.",
  ]

  @Test(arguments: furniture) func `furniture leaves the text`(line: String) {
    #expect(
      Read("Port to close its eastern quay\n\n\(Self.body)\n\n\(line)\n\n\(Self.end)").text?.contains(line) == false)
  }

  @Test(arguments: sentences) func `sentences stay`(line: String) {
    #expect(
      Read("Port to close its eastern quay\n\n\(Self.body)\n\n\(line)\n\n\(Self.end)").text?.contains(line) == true)
  }

  @Test(arguments: [
    ("The quay is closed, he said. read more", "The quay is closed, he said."),
    ("The quay is closed, he said. Read more...", "The quay is closed, he said."),
    ("“The quay is closed.” Continue reading »", "“The quay is closed.”"),
    ("The quay is closed. Read more Read more", "The quay is closed."),
    ("He likes to read more", "He likes to read more"),
    ("He was told to read more.", "He was told to read more."),
    ("Children, he said, should read more", "Children, he said, should read more"),
  ])
  func `what is glued on to a paragraph's end is cut off`(text: String, expected: String) {
    #expect(Furniture.known.trimmedEnd(text) == expected)
  }

  @Test(arguments: [
    "icon-close icon-share icon-search icon-menu icon-user icon-mail icon-print icon-play icon-next",
    "fa-facebook fa-twitter fa-youtube fa-search fa-bars fa-times fa-user fa-heart",
    "arrow upsvg arrow downsvg closesvg menusvg searchsvg sharesvg mailsvg playsvg stopsvg",
    "Ad Ad Ad Ad Ad Ad Ad Ad",
  ])
  func `runs of names are debris`(line: String) { #expect(Debris.isRunOfNames(line)) }

  @Test(arguments: [
    "Ministers, ministries and ministerial aides meet",
    "The men, the women, the children and the old all stayed on the quay",
    "port port port port", "the quay and the port and the town and the sea and the sky",
    "Who's who: the port, its council and its chairwoman",
    "北京 上海 广州 深圳 天津 重庆 成都 杭州 武汉",
  ])
  func `words are not`(line: String) { #expect(!Debris.isRunOfNames(line)) }

  @Test func `menus before the headline and after the article leave`() {
    let read = Read(
      "Home\nWorld\nSport\nWeather\nPort to close its eastern quay\n\(Self.body)\n\(Self.end)\nHarbours\nQuays\nRepairs\nCouncils"
    )
    #expect(read.text == "Port to close its eastern quay\n\n\(Self.body)\n\n\(Self.end)")
  }

  @Test func `a headline printed twice stands once, first`() {
    let read = Read(
      "Harbours\nPort to close its eastern quay\nShips will moor in the south\nPort to close its eastern quay\n\(Self.body)"
    )
    #expect(read.text == "Port to close its eastern quay\n\nHarbours\n\nShips will moor in the south\n\n\(Self.body)")
  }

  @Test func `a paragraph printed twice stands once`() {
    #expect(Read("\(Self.body)\n\n\(Self.end)\n\n\(Self.body)").text == "\(Self.body)\n\n\(Self.end)")
  }

  @Test func `a short answer given twice stands twice`() {
    let text = "“No,” she said.\n\n\(Self.body)\n\n“No,” she said.\n\n\(Self.end)"
    #expect(Read(text).text == text)
  }

  @Test(arguments: [
    ("Port to close its eastern quay", true), ("PORT TO CLOSE ITS EASTERN QUAY", true),
    ("Will the port close its quay?", true),
    ("‘We close the quay’ – chairwoman", true), ("By Jane Roe and John Doe", false),
    ("The port closed its quay.", false), ("Port Closes Its Eastern Quay After Storm.", true),
    ("closed since Monday", false), ("Quay", false), ("Dear readers,", false), ("She said this:", false),
  ])
  func `headlines are known by their form`(text: String, isHeadline: Bool) {
    #expect(Headline.looksLikeHeadline(text) == isHeadline)
  }

  @Test func `every row of the tables is whole`() {
    let furniture = hearsay_table_furniture()
    for row in TableReader(bytes: furniture.bytes, count: furniture.count).rows {
      #expect(["line", "glued", "label", "notice", "credit"].contains(row.text("kind") ?? ""), "line \(row.line)")
      for phrase in row.list("phrase") { #expect(phrase == phrase.lowercased(), "line \(row.line): \(phrase)") }
    }
    let markup = hearsay_table_markup()
    for row in TableReader(bytes: markup.bytes, count: markup.count).rows {
      #expect(["drop", "aside", "layout", "content"].contains(row.text("kind") ?? ""), "line \(row.line)")
      for name in row.list("names") {
        #expect(name.utf8.allSatisfy { $0.isLowercase || $0.isDigit || $0 == 0x20 }, "line \(row.line): \(name)")
      }
    }
    let stamps = hearsay_table_stamps()
    for row in TableReader(bytes: stamps.bytes, count: stamps.count).rows {
      #expect(
        ["month", "weekday", "zone", "label", "update", "filler", "ago", "unit", "length"].contains(
          row.text("kind") ?? ""))
      #expect(
        (row.text("kind") == "month") == (row.text("value").flatMap { Int($0) }.map((1...12).contains) == true),
        "line \(row.line)")
    }
    let agencies = hearsay_table_agencies()
    let names = TableReader(bytes: agencies.bytes, count: agencies.count).rows.compactMap { $0.text("name") }
    #expect(Set(names).count == names.count)
  }
}
