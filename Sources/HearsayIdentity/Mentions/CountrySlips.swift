import HearsayCore

/// Which countries' names a word is a slip of: "Paksitan", "Malawai", "Saudia Arabia".
///
/// A slip has one letter more, less or other than the country's name, or two changed about, but the first letter is right; another letter
/// only in a name of ten or more. Names of places that
/// the table knows, common words, surnames and given names are no slips.
enum CountrySlips {
  /// From how many letters on a slip is believed.
  private static let shortest = 7

  /// The names of states, as `Folding.key` leaves them, under each hash of the name and of the name without a letter.
  private static let names: [UInt64: [(key: String, code: String)]] = {
    var names: [UInt64: [(key: String, code: String)]] = [:]
    for country in CountryTable.standard.countries where country.status == .state {
      for name in Set([country.name] + country.names) {
        let key = Folding.key(name)
        guard key.utf8.count >= 6, CountryTable.standard.forms(of: name).count == 1 else { continue }
        for hash in Set(KeyHash.ofNear(key)) { names[hash, default: []].append((key, country.code)) }
      }
    }
    return names
  }()

  /// The one country whose name `name` is a slip of.
  ///
  /// - Parameter home: the country of the place that the name is said to lie round, "Lagos, Nigerla": another letter is believed there.
  static func country(meantBy name: String, home: String? = nil) -> Country? {
    let key = Folding.key(name)
    guard key.utf8.count >= shortest, CountryTable.standard.forms(of: name).isEmpty,
      PlaceTable.standard.place(named: name) == nil, !CommonWords.standard.contains(key),
      !CommonSurnames.standard.contains(key)
    else { return nil }
    var codes: Set<String> = []
    for hash in Set(KeyHash.ofNear(key)) {
      for (meant, code) in names[hash] ?? []
      where meant.utf8.first == key.utf8.first && EditDistance.isOne(meant, key)
        && (code == home || !isOther(key, meant))
      {
        codes.insert(code)
      }
    }
    return codes.count == 1 ? CountryTable.standard.country(codes.first!) : nil
  }

  /// Whether a letter is another one: "Belgaum" is no Belgium.
  private static func isOther(_ key: String, _ meant: String) -> Bool {
    key.utf8.count == meant.utf8.count && !EditDistance.isShuffled(key, meant) && key.utf8.count < 10
  }

  /// `reference` as the country that it is a slip of: a place, or whatever has something of its own, "Malawai's vice president".
  static func mended(_ reference: Reference, in words: Words) -> Reference {
    guard reference.id == nil, reference.kind == .place || isOwner(reference, in: words),
      let country = country(meantBy: reference.name, home: home(before: reference, in: words))
    else { return reference }
    var mended = reference
    (mended.kind, mended.id, mended.label, mended.country) = (.country, country.id, country.name, country.code)
    mended.confidence = min(reference.confidence, 0.8)
    mended.rule = "country by a name that is one letter off"
    return mended
  }

  /// The country of the place before a comma before a name: "Lagos, Nigerla".
  private static func home(before reference: Reference, in words: Words) -> String? {
    let comma = reference.tokens.lowerBound - 1
    guard comma > 0, words.word(comma) == "," else { return nil }
    let place = String(words.text(comma - 1))
    return PlaceTable.standard.place(named: place)?.country
      ?? CountryTable.standard.forms(of: place).first { $0.kind == .capital }?.code
  }

  private static func isOwner(_ reference: Reference, in words: Words) -> Bool {
    reference.tokens.count == 1 && ["'s", "\u{2019}s"].contains(words.word(reference.tokens.upperBound))
  }
}
