public import HearsayCore

/// Which statements of which documents are one: word for word, shortened, with other marks, translated twice, reworded.
///
/// The result does not depend on the order in which documents are added. Statements are compared within one speaker, and
/// of a speaker who said much only those that share rare words, so that time grows near linearly.
public struct ReportIndex: Sendable {
  /// One wording, with the documents that carry it.
  struct Entry: Sendable {
    /// The statement's id where there is no other wording.
    let id: String
    let speaker: String?
    let polarity: Statement.Polarity
    var speech: Statement.Speech
    let wording: Wording
    /// Indices of documents, ascending, each once.
    var documents: [Int32]
  }

  /// Documents by number: id and date.
  private var documents: [(id: String, date: CalendarDate?)] = []
  private var entries: [Entry] = []
  private var entryOfID: [String: Int] = [:]

  /// An index of no documents.
  public init() {}

  /// Remembers the statements of `document`, whose entities must have the ids of the whole run.
  ///
  /// A document is added once.
  /// `Statement.wordingID` of each is filled.
  public mutating func add(_ document: inout Document) {
    let number = Int32(documents.count)
    documents.append((document.id, document.metadata.published))
    for index in document.statements.indices {
      let statement = document.statements[index]
      let id = Self.id(of: statement, in: document)
      document.statements[index].wordingID = id
      if let entry = entryOfID[id] {
        if entries[entry].documents.last != number { entries[entry].documents.append(number) }
        if statement.speech == .direct { entries[entry].speech = .direct }
      } else {
        entryOfID[id] = entries.count
        entries.append(
          Entry(
            id: id, speaker: statement.speaker, polarity: statement.polarity, speech: statement.speech,
            wording: Wording(document.text(of: statement.content)), documents: [number]))
      }
    }
  }

  /// `statement.` and the first 12 hexadecimal digits of a digest of the speaker and the words: what the statement's id
  /// is as long as nobody reports it in other words.
  ///
  /// Marks, spaces and case do not count: outlets print one quotation with different ones. What nobody known said stays
  /// with its document.
  private static func id(of statement: Statement, in document: Document) -> String {
    let speaker = statement.speaker ?? document.id
    let words = String(
      String.UnicodeScalarView(
        document.text(of: statement.content).lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
    return "statement." + SHA256(speaker + "\n" + statement.polarity.rawValue + "\n" + words).hex.prefix(12)
  }

  /// The statements of all documents added.
  public func resolve() -> ReportResolution {
    // By their own order, not that of addition: the earliest report first, then the id.
    let firsts = entries.map { entry in entry.documents.map { documents[Int($0)] }.min(by: Self.isEarlier)! }
    let order = entries.indices.sorted { left, right in
      if Self.isEarlier(firsts[left], firsts[right]) { return true }
      return Self.isEarlier(firsts[right], firsts[left]) ? false : entries[left].id < entries[right].id
    }
    let sorted = order.map { entries[$0] }
    var groups = ReprintGroups(sorted)
    var heads: [String: String] = [:]
    for members in groups.groups() where members.count > 1 {
      let dates = members.map { firsts[order[$0]].date }
      let head = members.indices.min { left, right in
        Self.isBetterHead(sorted[members[left]], dates[left], sorted[members[right]], dates[right])
      }!
      for member in members where member != members[head] { heads[sorted[member].id] = sorted[members[head]].id }
    }
    return ReportResolution(heads: heads)
  }

  /// Whether a statement is called by the wording `left` rather than `right`: by one whose speaker is known, by the
  /// speaker's own words, by the earliest, which later documents do not change, by what most carry, by the fullest.
  private static func isBetterHead(
    _ left: Entry, _ leftDate: CalendarDate?, _ right: Entry, _ rightDate: CalendarDate?
  ) -> Bool {
    func rank(_ entry: Entry, _ date: CalendarDate?) -> [Int] {
      [
        entry.speaker == nil ? 1 : 0, Statement.Speech.allCases.firstIndex(of: entry.speech)! == 0 ? 0 : 1,
        date?.ordinal ?? Int.max, -entry.documents.count, -entry.wording.weight,
      ]
    }
    let (first, second) = (rank(left, leftDate), rank(right, rightDate))
    return first == second ? left.id < right.id : first.lexicographicallyPrecedes(second)
  }

  /// By date, undated last, then by id.
  private static func isEarlier(
    _ left: (id: String, date: CalendarDate?), _ right: (id: String, date: CalendarDate?)
  ) -> Bool {
    switch (left.date, right.date) {
    case (let mine?, let theirs?) where mine != theirs: mine < theirs
    case (nil, .some): false
    case (.some, nil): true
    default: left.id < right.id
    }
  }
}

/// The ids of statements that documents report in several wordings.
public struct ReportResolution: Sendable {
  /// For a wording that does not give its statement the id: the one that does.
  private let heads: [String: String]

  init(heads: [String: String]) { self.heads = heads }

  /// Gives every statement of `document`, which has been added to the index, its id.
  public func apply(to document: inout Document) {
    for index in document.statements.indices {
      let id = document.statements[index].wordingID
      document.statements[index].id = heads[id] ?? id
    }
  }
}
