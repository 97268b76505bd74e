internal import HearsayCore

/// Words that may hold a time, and how each form of time resolves.
struct TimePhrase {
  /// A time found.
  struct Match {
    let date: ResolvedDate?
    /// Whether something may have been said then: not "by Friday", not "next week".
    let isPast: Bool
  }

  let words: [String]
  let isCapitalized: [Bool]?
  /// The day that "a day earlier" counts from, where the text before has named one.
  var told: CalendarDate?
  /// The day, month or year that "the following year" counts from.
  var toldPeriod: ResolvedDate?
  /// The time of the event that "the day after the vote" names, where the text has told of it.
  var event: () -> ResolvedDate? = { nil }

  private var dayOfEvent: CalendarDate? {
    event().flatMap { $0.resolution == .day ? CalendarDate(iso8601: $0.text) : nil }
  }

  /// The time that begins at word `index`, with the words before it that change it.
  func match(at index: Int, published: CalendarDate?) -> Match? {
    if let found = calendarDay(at: index, published: published) { return checked(index, found) }
    if let found = dayOfMonth(at: index, published: published) { return checked(index, found) }
    if let found = isoDay(at: index) { return checked(index, found) }
    guard let published else { return yearOnly(at: index) }
    return checked(
      index,
      weekday(at: index, published) ?? dayWord(at: index, published) ?? ago(at: index, published)
        ?? period(at: index, published) ?? season(at: index, published) ?? periodAfter(at: index)
        ?? monthOnly(at: index, published))
      ?? yearOnly(at: index)
  }

  /// `found`, unless the words before it say that it is yet to come, or only bounds a time.
  func checked(_ index: Int, _ found: ResolvedDate?) -> Match? {
    guard let found else { return nil }
    var before = index - 1
    while before >= 0,
      ["early", "late", "the", "of", "last", "this", "mid", "-", ",", "end", "middle"].contains(words[before])
        || words[before] == "beginning" && word(before + 1) == "of"
    {
      before -= 1
    }
    let bounds = [
      "by", "until", "till", "since", "before", "from", "next", "coming", "starting", "beginning", "for", "through",
      "scheduled", "planned", "between", "to", "ahead", "upcoming", "into",
    ]
    // "in a tweet from Monday", "in her diary for Monday"
    let isOfText =
      before > 0
      && (words[before] == "from" && Occasion.isText(words[before - 1])
        || words[before] == "for" && Self.datedAhead.contains(words[before - 1]))
    // "dates from January", "goes back to March": when it was.
    let isOrigin = isOrigin(before)
    if before >= 0, bounds.contains(words[before]), !isOfText, !isOrigin {
      // "since 21 May": a day that was told of, though nothing was said then.
      return Match(date: words[before] == "since" ? found : nil, isPast: false)
    }
    // "every New Year's Day"
    if before >= 0, ["every", "each"].contains(words[before]) { return Match(date: nil, isPast: false) }
    // "anticipated to begin | in January", "will resume on Monday"
    let verb = before >= 0 && ["on", "in", "at"].contains(words[before]) ? before - 1 : before
    if verb > 0, Self.beginnings.contains(words[verb]), ["to", "will", "would"].contains(words[verb - 1]) {
      return Match(date: nil, isPast: false)
    }
    // "to be released on Monday"
    if verb > 1, words[verb - 1] == "be", ["to", "will"].contains(words[verb - 2]) {
      return Match(date: nil, isPast: false)
    }
    // "between Monday and Tuesday"
    if before > 0, words[before] == "and", words[..<before].contains("between") {
      return Match(date: nil, isPast: false)
    }
    return Match(date: shifted(found, at: index), isPast: true)
  }

  /// Whether a time behind the word at `index` is when something began: "dates | from", "goes back | to".
  func isOrigin(_ index: Int) -> Bool {
    word(index) == "from" && ["date", "dated", "dates", "dating"].contains(word(index - 1))
      || word(index) == "to" && word(index - 1) == "back"
  }

  /// "a day after the vote on Sunday": the day that is counted from the one found at `index`.
  private func shifted(_ found: ResolvedDate, at index: Int) -> ResolvedDate {
    guard found.resolution == .day, let day = CalendarDate(iso8601: found.text),
      let after = (max(2, index - 6)..<max(2, index)).last(where: {
        ["after", "before", "following"].contains(words[$0])
      }),
      !words[after..<index].contains(where: { [",", "|", ":", ";"].contains($0) }),
      ["day", "days"].contains(words[after - 1]),
      let count = Self.counts[words[after - 2]] ?? (words[after - 2] == "the" ? 1 : nil)
    else { return found }
    return day.adding(days: words[after] == "before" ? -count : count).map { ResolvedDate("\($0)", .day) } ?? found
  }

  // MARK: Days

  /// "January 7, 2021", "7 January 2021", "Jan 7", "7th of January".
  private func calendarDay(at index: Int, published: CalendarDate?) -> ResolvedDate? {
    // "on the last day of January"
    if word(index + 1) == "day", word(index + 2) == "of", ["last", "first", "final"].contains(words[index]),
      let month = month(index + 3)
    {
      let year = year(word(index + 4) == "," ? index + 5 : index + 4)
      let days = words[index] == "first" ? [1] : [31, 30, 29, 28]
      return days.lazy.compactMap { resolved($0, month, year: year, published) }.first
    }
    if let month = month(index) {
      guard let day = day(skippingStop(index)) else { return nil }
      let next = skippingStop(index) + 1
      if isOwner(next) { return nil }
      if let year = yearNamed(at: next, published) { return resolved(day, month, year: year, published) }
      return resolved(day, month, year: year(word(next) == "," ? next + 1 : next), published)
    }
    if let day = day(index) {
      let at = word(index + 1) == "of" ? index + 2 : index + 1
      guard let month = month(at) else { return nil }
      let next = skippingStop(at)
      return resolved(
        day, month, year: yearNamed(at: next, published) ?? year(word(next) == "," ? next + 1 : next), published)
    }
    return nil
  }

  /// "on the 17th": the last such day, or the one near the day that was told of.
  private func dayOfMonth(at index: Int, published: CalendarDate?) -> ResolvedDate? {
    guard word(index - 1) == "the", ["on", "of"].contains(word(index - 2)), words[index].last?.isLetter == true,
      let day = day(index),
      let published, !(word(index + 1).first?.isLetter ?? false) || Self.afterDays.contains(word(index + 1))
    else { return nil }
    // "in March. … on the 16th"
    let monthTold = toldPeriod.flatMap { $0.resolution == .month ? CalendarDate(iso8601: $0.text + "-28") : nil }
    let start = (monthTold ?? told).flatMap { $0 <= published ? $0 : nil } ?? published
    for back in [0, 1] {
      let month = start.year * 12 + start.month - 1 - back
      if let date = CalendarDate(year: month / 12, month: month % 12 + 1, day: day), date <= published {
        return ResolvedDate("\(date)", .day)
      }
    }
    return nil
  }

  private func resolved(_ day: Int, _ month: Int, year: Int?, _ published: CalendarDate?) -> ResolvedDate? {
    if let year { return CalendarDate(year: year, month: month, day: day).map { ResolvedDate("\($0)", .day) } }
    guard let published else { return nil }
    if let told, told.year < published.year - 1 || told.year < published.year && told.month <= month,
      let date = CalendarDate(year: told.year, month: month, day: day), told <= date, date.ordinal - told.ordinal < 100
    {
      return ResolvedDate("\(date)", .day)
    }
    // "In October 2011 … dated 3 November": of the year told of.
    if let toldPeriod, toldPeriod.resolution == .month, let told = CalendarDate(iso8601: toldPeriod.text + "-01"),
      told.year < published.year,
      let date = CalendarDate(year: month < told.month ? told.year + 1 : told.year, month: month, day: day),
      (0..<120).contains(date.ordinal - told.ordinal), date <= published
    {
      return ResolvedDate("\(date)", .day)
    }
    for year in [published.year, published.year - 1] {
      if let date = CalendarDate(year: year, month: month, day: day), date <= published {
        return ResolvedDate("\(date)", .day)
      }
    }
    return nil
  }

  /// "2022-01-07", "07.01.2022".
  private func isoDay(at index: Int) -> ResolvedDate? {
    let text = words[index]
    if text.utf8.count == 10, let date = CalendarDate(iso8601: text) { return ResolvedDate("\(date)", .day) }
    let parts = text.split(separator: ".").compactMap { Int($0) }
    guard parts.count == 3, text.utf8.count == 10,
      let date = CalendarDate(year: parts[2], month: parts[1], day: parts[0])
    else { return nil }
    return ResolvedDate("\(date)", .day)
  }

  private func weekday(at index: Int, _ published: CalendarDate) -> ResolvedDate? {
    guard let weekday = Self.weekdays[words[index]], capitalized(index), !isOwner(index + 1) || isOfPaper(index),
      !isAttribute(index), !isInName(index)
    else { return nil }
    // "on Friday, January 7": the fuller date counts.
    for ahead in 1...2 where word(index + ahead) == "," || ahead == 1 {
      let at = word(index + 1) == "," ? index + 2 : index + 1
      if at < words.count, let day = calendarDay(at: at, published: published) { return day }
    }
    var back = (published.weekday - weekday + 7) % 7
    let ofWeek = word(index + 1) == "of" ? index + 2 : index + 1
    if word(ofWeek) == "last", word(ofWeek + 1) == "week" { back = published.weekday - weekday + 7 }
    if word(index - 1) == "last", back == 0 { back = 7 }
    return published.adding(days: -back).map { ResolvedDate("\($0)", .day) }
  }

  /// Whether what may be short for a day is the first word of a name: "the Mon Valley".
  private func isInName(_ index: Int) -> Bool {
    !words[index].hasSuffix("day") && month(index + 1) == nil && isKnownCapital(index + 1)
  }

  /// "in Saturday's Daily Globe"
  private func isOfPaper(_ index: Int) -> Bool {
    ["in", "told", "", "|"].contains(word(index - 1)) && isKnownCapital(index + 2)
  }

  private func dayWord(at index: Int, _ published: CalendarDate) -> ResolvedDate? {
    let next = word(index + 1)
    func day(_ offset: Int) -> ResolvedDate? { published.adding(days: offset).map { ResolvedDate("\($0)", .day) } }
    func back(_ days: Int) -> ResolvedDate? {
      (told ?? published).adding(days: -days).map { ResolvedDate("\($0)", .day) }
    }
    switch words[index] {
    case "today", "tonight": return isOwner(index + 1) || isProgramme(index) ? nil : day(0)
    case "yesterday": return isOwner(index + 1) ? nil : day(-1)
    case "this" where ["morning", "afternoon", "evening"].contains(next): return day(0)
    case "last" where ["night", "evening"].contains(next): return day(-1)
    // "a day before, on Monday": the day that is named.
    case "day"
    where ["earlier", "before"].contains(next) && word(index + 2) == "," && word(index + 3) == "on":
      return nil
    case "day" where ["earlier", "before"].contains(next) && ["a", "one", "the"].contains(word(index - 1)):
      // "the day before the vote" counts from the vote.
      return next == "earlier" || ["", ",", ".", ":", "that"].contains(word(index + 2)) ? back(1) : nil
    // "the night before, in a telex"
    case "night" where next == "before" && word(index - 1) == "the",
      "evening" where next == "before" && word(index - 1) == "the":
      return told != nil && ["", ",", ".", "that", "|"].contains(word(index + 2)) ? back(1) : nil
    case "previous" where next == "day": return back(1)
    case "previous" where Self.partsOfDay.contains(next): return told == nil ? nil : back(1)
    case "following" where next == "day" || Self.partsOfDay.contains(next),
      "next" where next == "day" || Self.partsOfDay.contains(next):
      return told == nil ? nil : back(-1)
    // "the day after the announcement", "an hour after the vote", "within an hour of the vote": of an event told of
    case "eve" where word(index - 1) == "the" && next == "of":
      return isEventTold(at: index + 2) ? dayOfEvent.flatMap { $0.adding(days: -1) }.map(Self.day) : nil
    case "day" where next == "after" && ["a", "one", "the"].contains(word(index - 1)),
      "morning" where next == "after" && word(index - 1) == "the":
      return isEventTold(at: index + 2) ? dayOfEvent.flatMap { $0.adding(days: 1) }.map(Self.day) : nil
    case "hours" where isSoonAfter(index), "hour" where isSoonAfter(index), "minutes" where isSoonAfter(index),
      "shortly" where isSoonAfter(index), "immediately" where isSoonAfter(index), "soon" where isSoonAfter(index):
      return dayOfEvent.map(Self.day)
    case "shortly" where next.hasPrefix("afterward"), "immediately" where next.hasPrefix("afterward"),
      "soon" where next.hasPrefix("afterward"):
      return told.map(Self.day)
    // "minutes before, in a ballroom", "three hours later"
    case "hours", "hour", "minutes", "moments":
      return ["before", "earlier", "later"].contains(next) && ["", ",", ".", "|", "in", "at"].contains(word(index + 2))
        || ["earlier", "later"].contains(next) ? told.map { ResolvedDate("\($0)", .day) } : nil
    case "day" where next == "later" && ["a", "one"].contains(word(index - 1)): return told == nil ? nil : back(-1)
    case "christmas" where ["eve", "day"].contains(next) || ["at", "that", "last"].contains(word(index - 1)):
      return resolved(next == "eve" ? 24 : 25, 12, year: word(index - 1) == "that" ? yearTold : nil, published)
    case "new" where next == "year" && ["eve", "day"].contains(word(index + 3)):
      return resolved(word(index + 3) == "eve" ? 31 : 1, word(index + 3) == "eve" ? 12 : 1, year: nil, published)
    case "earlier" where isInTheDay(index + 1), "later" where isInTheDay(index + 1), "same" where next == "day",
      "that" where next == "day" && word(index - 1) != "", "same" where Self.partsOfDay.contains(next),
      "that" where Self.partsOfDay.contains(next):
      return told.map { ResolvedDate("\($0)", .day) }
    default: return nil
    }
  }

  /// Whether the words from `index` on name an event that was told of, and no day: "the vote", not "the vote on Sunday".
  func isEventTold(at index: Int) -> Bool {
    Self.definite.contains(word(index))
      && !(index + 1..<index + 7).contains { at in
        Self.weekdays[word(at)] != nil || month(at) != nil || word(at).first?.isNumber == true
      }
  }

  /// "hours | after the vote", "within an hour | of the vote"
  private func isSoonAfter(_ index: Int) -> Bool {
    (word(index + 1) == "after" || word(index + 1) == "of" && word(index - 2) == "within") && isEventTold(at: index + 2)
  }

  /// The year that "of that year", "of this year" or "of last year" from word `index` on names behind a day.
  private func yearNamed(at index: Int, _ published: CalendarDate?) -> Int? {
    let which = word(index) == "of" ? index + 1 : index
    guard word(which + 1) == "year" else { return nil }
    switch word(which) {
    case "that": return yearTold
    case "this": return published?.year
    case "last": return published.map { $0.year - 1 }
    default: return nil
    }
  }

  /// The year that was told of.
  private var yearTold: Int? { toldPeriod.flatMap { Int($0.text.prefix(4)) } }

  /// Whether the word at `index` is the name of an outlet: "USA Today", "the BBC's Today programme".
  private func isProgramme(_ index: Int) -> Bool {
    guard isKnownCapital(index) else { return false }
    return ["'s", "usa", "4"].contains(word(index - 1)) || ["programme", "program", "show"].contains(word(index + 1))
      || isKnownCapital(index - 1) && word(index - 1).first?.isLetter ?? false
  }

  /// "earlier | in the day"
  private func isInTheDay(_ index: Int) -> Bool {
    word(index) == "in" && word(index + 1) == "the" && word(index + 2) == "day"
  }

  /// "two days ago", "a week ago", "three months earlier".
  func ago(at index: Int, _ published: CalendarDate) -> ResolvedDate? {
    // No further back than the calendar: "5000 years ago" is no date of saying.
    guard let count = count(at: index), (1...9999).contains(count) else { return nil }
    // "three days before the meeting": counted from the day that was told of.
    if count > 1, word(index + 1) == "days", ["after", "before"].contains(word(index + 2)), isEventTold(at: index + 3) {
      let day = dayOfEvent?.adding(days: word(index + 2) == "before" ? -count : count)
      return day.flatMap { $0 <= published ? Self.day($0) : nil }
    }
    guard ["ago", "earlier", "later"].contains(word(index + 2)) else { return nil }
    if word(index + 2) == "later" {
      // "two days later" counts on from the day that was told of.
      let days = ["day": 1, "days": 1, "week": 7, "weeks": 7]
      guard let told, let length = days[word(index + 1)], let day = told.adding(days: length * count), day <= published
      else { return nil }
      return length == 1 ? ResolvedDate("\(day)", .day) : Self.week(day)
    }
    // "two days earlier" counts from the day that was told of, "two days ago" from today.
    let published = word(index + 2) == "earlier" ? told ?? published : published
    switch word(index + 1) {
    case "day", "days": return published.adding(days: -count).map { ResolvedDate("\($0)", .day) }
    case "week", "weeks": return published.adding(days: -7 * count).map(Self.week)
    case "fortnight": return published.adding(days: -14 * count).map(Self.week)
    case "month", "months": return Self.month(published.year * 12 + published.month - 1 - count)
    case "year", "years": return Self.year(published.year - count)
    case "hours", "hour", "minutes": return count <= 12 ? ResolvedDate("\(published)", .day) : nil
    default: return nil
    }
  }

  /// "two", "22", "twenty-two".
  func count(at index: Int) -> Int? {
    guard let units = Self.counts[words[index]] ?? Int(words[index]) else { return nil }
    guard word(index - 1) == "-" else { return units }
    return Self.tens[word(index - 2)].map { $0 + units }
  }

  /// Whether what stands before `index` owns something that is no kind of saying: "Friday's vote", not "Friday's speech".
  func isOwner(_ index: Int) -> Bool {
    isPossessive(index) && !namesOccasion(index + 1) && !namesEvent(after: index)
      && !Occasion.papers.contains(word(index + 1))
  }

  /// "at Friday's | rally": whether the event that the day at the token before `index` owns is where something was said.
  private func namesEvent(after index: Int) -> Bool {
    // "the day after Sunday's vote", "hours after Sunday's vote"
    if ["after", "before"].contains(word(index - 2)), Self.shortTimes.contains(word(index - 3)) { return true }
    // "said after Sunday's match"
    if word(index - 2) == "after", Self.matches.contains(word(index + 1)) || Self.matches.contains(word(index + 2)) {
      return true
    }
    // "on Monday's visit to Malmo"
    if word(index - 2) == "on", ["visit", "trip", "tour"].contains(word(index + 1)) { return true }
    // "told | Monday's meeting"
    guard ["at", "during", "", "|"].contains(word(index - 2)) else { return false }
    return (index + 1..<index + 4).contains { Occasion.events.contains(word($0)) }
  }

  /// Whether the weekday at `index` stands between an article and a noun that is no kind of saying: "the Friday killing",
  /// "its Saturday launch", not "the Friday speech".
  private func isAttribute(_ index: Int) -> Bool {
    guard ["the", "a", "its", "his", "her", "their"].contains(word(index - 1)), !namesOccasion(index + 1) else {
      return false
    }
    // "hours after the Sunday crash"
    if word(index - 2) == "after", Self.shortTimes.contains(word(index - 3)), !word(index - 3).hasPrefix("day") {
      return false
    }
    let next = word(index + 1)
    return next.first?.isLetter == true && !isKnownCapital(index + 1) && !Self.afterDays.contains(next)
  }

  // MARK: Words

  func word(_ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }
  private func capitalized(_ index: Int) -> Bool { isCapitalized.map { $0[index] } ?? true }
  /// Whether there is a word at `index` that begins with a capital, as far as that is known.
  func isKnownCapital(_ index: Int) -> Bool {
    isCapitalized.map { $0.indices.contains(index) && $0[index] } ?? false
  }
  func isPossessive(_ index: Int) -> Bool { word(index) == "'s" || word(index) == "'" }
  func skippingStop(_ index: Int) -> Int { word(index + 1) == "." ? index + 2 : index + 1 }

  func month(_ index: Int) -> Int? {
    guard words.indices.contains(index), capitalized(index) else { return nil }
    return Self.months[words[index]]
  }

  func day(_ index: Int) -> Int? {
    let text = word(index)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let day = Int(digits), (1...31).contains(day),
      ["", "st", "nd", "rd", "th"].contains(text.dropFirst(digits.count))
    else { return nil }
    return day
  }

  func year(_ index: Int) -> Int? {
    guard word(index).utf8.count == 4, let year = Int(word(index)), (1800...2200).contains(year) else { return nil }
    return year
  }

  static func day(_ date: CalendarDate) -> ResolvedDate { ResolvedDate("\(date)", .day) }

  static func week(_ date: CalendarDate) -> ResolvedDate {
    // ISO 8601: a week belongs to the year of its Thursday.
    guard let thursday = date.adding(days: 4 - date.weekday),
      let newYear = CalendarDate(year: thursday.year, month: 1, day: 1)
    else { return ResolvedDate("\(date)", .day) }
    let week = (thursday.ordinal - newYear.ordinal) / 7 + 1
    return ResolvedDate("\(padded(thursday.year))-W\(week < 10 ? "0" : "")\(week)", .week)
  }

  static func year(_ year: Int) -> ResolvedDate? {
    (1...9999).contains(year) ? ResolvedDate(padded(year), .year) : nil
  }

  /// The month that is `count` months after January of the year 0; nil before the year 1.
  static func month(_ count: Int) -> ResolvedDate? {
    guard count >= 12 else { return nil }
    let month = count % 12 + 1
    return ResolvedDate("\(padded(count / 12))-\(month < 10 ? "0" : "")\(month)", .month)
  }

  static func padded(_ year: Int) -> String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
