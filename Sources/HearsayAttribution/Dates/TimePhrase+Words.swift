/// The words that make times.
extension TimePhrase {
  /// What is yet to happen at a time: "to begin on Monday".
  static let beginnings: Set<String> = [
    "begin", "start", "resume", "open", "reopen", "end", "expire", "conclude", "launch", "premiere", "continue", "meet",
    "vote", "return", "arrive", "leave", "close",
  ]
  /// What follows a day that is no attribute: "on the Friday before", "the Friday he left".
  static let afterDays: Set<String> = [
    "morning", "afternoon", "evening", "night", "before", "after", "when", "that", "and", "or", "of", "in", "at", "on",
    "to", "he", "she", "they", "it", "we", "following", "with", "as", "said", "says", "told",
  ]
  /// What ends so soon after something that it is the same day, and the days that are counted on from it.
  static let shortTimes: Set<String> = [
    "day", "days", "hours", "hour", "minutes", "moments", "shortly", "soon", "just",
  ]
  /// After which players and winners speak on the same day.
  static let matches: Set<String> = [
    "bout", "defeat", "final", "fight", "game", "loss", "match", "race", "semi-final", "semifinal", "stage", "victory",
    "win",
  ]
  /// What bears the time that it is for: "in her diary for Monday", "the newsletter for May".
  static let datedAhead: Set<String> = [
    "bulletin", "diary", "edition", "entry", "forecast", "issue", "magazine", "newsletter", "number", "warning",
  ]
  /// What an event that was told of begins with: "the vote", "her arrest".
  static let definite: Set<String> = ["the", "that", "this", "his", "her", "their", "its"]
  static let partsOfDay: Set<String> = ["morning", "afternoon", "evening", "night"]
  static let yearOpeners: Set<String> = [
    "in", "early", "late", "mid", "of", "during", "spring", "summer", "autumn", "fall", "winter",
  ]

  /// The seasons that lie in one year, and the month in which each ends.
  static let seasons = ["spring": 5, "summer": 8, "autumn": 11, "fall": 11]

  static let weekdays = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7, "mon": 1,
    "tue": 2,
    "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
  ]
  static let months = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
  ]
  static let tens = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
  static let counts = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
  ]
}
