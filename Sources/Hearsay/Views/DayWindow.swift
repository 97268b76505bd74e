public import HearsayCore

/// Days from one to another, both included; either may be open.
public struct DayWindow: Hashable, Sendable {
  /// The first day, or nil where there is none.
  public var first: CalendarDate?
  /// The last day, or nil where there is none.
  public var last: CalendarDate?

  /// The days from `first` to `last`.
  public init(first: CalendarDate? = nil, last: CalendarDate? = nil) {
    self.first = first
    self.last = last
  }

  /// Whether every day is in it, and what has no date too.
  public var isOpen: Bool { first == nil && last == nil }

  /// Whether all of `days` lie in it: what may have been outside is outside. Nothing dated is only in an open window.
  public func contains(_ days: ClosedRange<CalendarDate>?) -> Bool {
    guard !isOpen else { return true }
    guard let days else { return false }
    return first.map { $0 <= days.lowerBound } ?? true && last.map { days.upperBound <= $0 } ?? true
  }

  /// The days that are in both.
  public func intersection(_ other: DayWindow) -> DayWindow {
    DayWindow(
      first: [first, other.first].compactMap(\.self).max(), last: [last, other.last].compactMap(\.self).min())
  }
}

/// A stretch of the calendar, by which a graph is cut into slices.
public enum Period: String, CaseIterable, Sendable {
  case day, week, month, year

  /// The slice that all of `days` lie in: its name (ISO 8601: `2022-01-07`, `2022-W01`, `2022-01`, `2022`) and its days;
  /// nil where they lie in more than one.
  public func slice(of days: ClosedRange<CalendarDate>) -> Slice? {
    guard let name = name(of: days.lowerBound), name == self.name(of: days.upperBound),
      let covered = ResolvedDate(name, resolution).days
    else { return nil }
    return Slice(name: name, days: DayWindow(first: covered.lowerBound, last: covered.upperBound))
  }

  /// One stretch: its name and its days.
  public struct Slice: Hashable, Sendable {
    /// ISO 8601.
    public let name: String
    /// Its first and last day.
    public let days: DayWindow
  }

  private var resolution: ResolvedDate.Resolution {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .year: .year
    }
  }

  private func name(of day: CalendarDate) -> String? {
    switch self {
    case .day: return day.description
    case .month: return String(day.description.prefix(7))
    case .year: return String(day.description.prefix(4))
    case .week:
      // A week is of the year that its Thursday is of.
      guard let thursday = day.adding(days: 4 - day.weekday),
        let january = CalendarDate(year: thursday.year, month: 1, day: 1)
      else { return nil }
      let number = (thursday.ordinal - january.ordinal) / 7 + 1
      return thursday.description.prefix(4) + "-W" + (number < 10 ? "0" : "") + String(number)
    }
  }
}
