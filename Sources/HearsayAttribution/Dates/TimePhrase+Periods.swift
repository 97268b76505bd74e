internal import HearsayCore

/// Longer times: weeks, months, seasons, years.
extension TimePhrase {
  /// "this week", "last month", "the past year".
  func period(at index: Int, _ published: CalendarDate) -> ResolvedDate? {
    // "at the beginning of the month"
    if ["beginning", "start", "middle"].contains(words[index]), word(index + 1) == "of", word(index + 2) == "the",
      !isOwner(index + 4)
    {
      switch word(index + 3) {
      case "week": return Self.week(published)
      case "month": return Self.month(published.year * 12 + published.month - 1)
      case "year": return Self.year(published.year)
      default: return nil
      }
    }
    // Before the next one, the weekend is that of the last Saturday and Sunday.
    if words[index] == "weekend", ["the", "last", "past", "this"].contains(word(index - 1)), !isOwner(index + 1) {
      return published.adding(days: published.weekday >= 6 ? 0 : -7).map(Self.week)
    }
    let back: Int
    switch words[index] {
    case "this": back = 0
    case "last", "previous": back = 1
    case "following" where word(index + 1) == "week", "same" where word(index + 1) == "week":
      return told?.adding(days: words[index] == "same" ? 0 : 7).map(Self.week)
    default: return nil
    }
    // "This Week" is a programme.
    if isOwner(index + 2) || isKnownCapital(index + 1) { return nil }
    switch word(index + 1) {
    case "week": return published.adding(days: -7 * back).map(Self.week)
    case "month": return Self.month(published.year * 12 + published.month - 1 - back)
    case "year": return Self.year(published.year - back)
    default: return nil
    }
  }

  /// The year that was told of, and its month where that was told too.
  private var yearAndMonthTold: (year: Int, month: Int?)? {
    guard let toldPeriod, let year = Int(toldPeriod.text.prefix(4)) else { return nil }
    return (year, toldPeriod.resolution == .year ? nil : Int(toldPeriod.text.dropFirst(5).prefix(2)))
  }

  /// "last spring", "that autumn", "the following summer": the year of a season.
  func season(at index: Int, _ published: CalendarDate) -> ResolvedDate? {
    guard let lastMonth = Self.seasons[word(index + 1)], !isOwner(index + 2) else { return nil }
    switch words[index] {
    case "this": return Self.year(published.year)
    case "last": return Self.year(published.month > lastMonth ? published.year : published.year - 1)
    case "that", "same": return yearAndMonthTold.flatMap { Self.year($0.year) }
    case "following":
      return yearAndMonthTold.flatMap { Self.year($0.month ?? 12 < lastMonth - 2 ? $0.year : $0.year + 1) }
    default: return nil
    }
  }

  /// "that month", "the following year", "two years later", counted from the time that was told of.
  func periodAfter(at index: Int) -> ResolvedDate? {
    // "on the night of the count", "on the day of the vote"
    if Self.partsOfDay.contains(words[index]) || words[index] == "day", word(index + 1) == "of",
      word(index - 1) == "the",
      ["on", "dated"].contains(word(index - 2)), isEventTold(at: index + 2)
    {
      return event()
    }
    guard let toldPeriod, let year = Int(toldPeriod.text.prefix(4)) else { return nil }
    func month(_ offset: Int) -> ResolvedDate? {
      guard toldPeriod.text.utf8.count >= 7, let month = Int(toldPeriod.text.dropFirst(5).prefix(2)) else { return nil }
      return Self.month(year * 12 + month - 1 + offset)
    }
    let next = word(index + 1)
    switch words[index] {
    case "that" where index == 0 || ["later", "earlier", "late", "early", "in", ",", "|"].contains(word(index - 1)):
      return next == "month" ? month(0) : next == "year" ? Self.year(year) : nil
    case "same":
      return next == "month" ? month(0) : next == "year" ? Self.year(year) : nil
    case "following" where word(index - 1) == "the", "next" where word(index - 1) == "the":
      return next == "month" ? month(1) : next == "year" ? Self.year(year + 1) : nil
    default:
      guard let number = count(at: index), (1...99).contains(number), word(index + 2) == "later" else { return nil }
      return ["month", "months"].contains(next)
        ? month(number) : ["year", "years"].contains(next) ? Self.year(year + number) : nil
    }
  }

  /// "in August", "last August", "in August 2021", "that August", "an August speech".
  func monthOnly(at index: Int, _ published: CalendarDate) -> ResolvedDate? {
    guard let month = month(index), !isOwner(index + 1) else { return nil }
    let next = skippingStop(index)
    if let year = year([",", "of"].contains(word(next)) ? next + 1 : next) { return Self.month(year * 12 + month - 1) }
    // "in November last year", "in June of this year"
    let after = word(next) == "of" ? next + 1 : next
    if word(after + 1) == "year", ["last", "this"].contains(word(after)) {
      return Self.month((word(after) == "last" ? published.year - 1 : published.year) * 12 + month - 1)
    }
    // "in August of that year"
    if word(next) == "of", ["that", "same"].contains(word(after + (word(after) == "the" ? 1 : 0))),
      word(after + (word(after) == "the" ? 2 : 1)) == "year", let year = yearAndMonthTold?.year
    {
      return Self.month(year * 12 + month - 1)
    }
    // "That August", "the following August": the one after the time that was told of.
    if word(index - 1) == "that" || word(index - 1) == "following" && word(index - 2) == "the" {
      guard let (year, before) = told.map({ ($0.year, $0.month) }) ?? yearAndMonthTold else { return nil }
      let isLater = word(index - 1) == "that" ? month >= before ?? 1 : month > before ?? 12
      return Self.month((isLater ? year : year + 1) * 12 + month - 1)
    }
    guard
      ["in", "last", "early", "late", "mid", "earlier", "since", "-", "this", "of"].contains(word(index - 1))
        || isFar(index) || isOrigin(index - 1) || Occasion.nouns.contains(word(next))
    else { return nil }
    if let told, told.year < published.year, (0...3).contains(month - told.month), word(index - 1) == "in" {
      return Self.month(told.year * 12 + month - 1)
    }
    // "in December 2018. In January": the next one.
    if let toldPeriod, let year = Int(toldPeriod.text.prefix(4)), year < published.year, word(index - 1) == "in",
      toldPeriod.text.utf8.count >= 7, let before = Int(toldPeriod.text.dropFirst(5).prefix(2)),
      (0...3).contains((month - before + 12) % 12)
    {
      return Self.month((month < before ? year + 1 : year) * 12 + month - 1)
    }
    let isBack = month > published.month || (month == published.month && word(index - 1) == "last")
    return Self.month((isBack ? published.year - 1 : published.year) * 12 + month - 1)
  }

  /// "in 2016", with or without a day of publication; "in August 2021" without one.
  func yearOnly(at index: Int) -> Match? {
    if let month = month(index), let year = year(word(skippingStop(index)) == "," ? index + 2 : skippingStop(index)) {
      return Self.month(year * 12 + month - 1).map { Match(date: $0, isPast: true) }
    }
    guard let year = year(index) else { return nil }
    let found = ResolvedDate(Self.padded(year), .year)
    if namesOccasion(index + 1) { return Match(date: found, isPast: true) }
    let before = word(index - 1) == "-" ? word(index - 2) : word(index - 1)
    // "during the 2016 campaign"
    if word(index - 1) == "the", word(index - 2) == "during" { return Match(date: found, isPast: true) }
    // "at a 2016 | meeting"
    if ["a", "the"].contains(word(index - 1)), ["at", "during", "of", "in"].contains(word(index - 2)),
      Occasion.events.contains(word(index + 1))
    {
      return Match(date: found, isPast: true)
    }
    // "in a 2012 | brochure"
    if ["a", "an", "its", "his", "her", "their"].contains(word(index - 1)), word(index - 2) == "in",
      word(index + 1).first?.isLetter == true
    {
      return Match(date: found, isPast: true)
    }
    guard Self.yearOpeners.contains(before) || isFar(index) || isOrigin(index - 1), !isPossessive(index + 1) else {
      return nil
    }
    return checked(index - 1, found)
  }

  /// "as recently as | December", "as early as | 2019".
  private func isFar(_ index: Int) -> Bool {
    word(index - 1) == "as" && ["recently", "early", "late", "lately", "back", "ago"].contains(word(index - 2))
  }

  /// "in her 1976 | memoir": whether a kind of saying is named at `index` or a word or two after it.
  func namesOccasion(_ index: Int) -> Bool {
    for at in index..<min(index + 3, max(index, words.count)) {
      if Occasion.isText(words[at]) || NounCueTable.standard[words[at]] != nil { return true }
      if !(words[at].first?.isLetter ?? false) || ["and", "of", "in", "the", "for", "to", "on"].contains(words[at]) {
        return false
      }
    }
    return false
  }
}
