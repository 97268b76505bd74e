/// What is left of an English word without its endings: for comparison only, never shown.
///
/// "Demonstrators", "demonstrated" and "demonstration" are one; so are "organise" and "organize", "defence" and "defense".
enum WordStem {
  /// Endings that make one word of another, each with what takes its place, longest first where one ends another.
  private static let endings: [(ending: [UInt8], instead: [UInt8])] = [
    ("ization", "iz"), ("isation", "iz"), ("ational", "at"), ("fulness", ""), ("iveness", ""), ("ousness", ""),
    ("ically", ""), ("ation", "at"), ("ment", ""), ("ness", ""), ("ance", ""), ("ence", ""), ("able", ""), ("ible", ""),
    ("ator", "at"), ("ity", ""), ("ive", ""), ("ous", ""), ("ful", ""), ("ism", ""), ("ist", ""), ("ize", "iz"),
    ("ate", "at"), ("ant", ""), ("ent", ""), ("ion", ""), ("al", ""), ("ic", ""), ("ly", ""), ("er", ""), ("or", ""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The stem of `word`, given in lower case.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 3, word.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return word }
    var stem = american(withoutInflection(word))
    // "Constitutionally" has three; two lead to what "constitution" gives.
    for step in 0..<3 {
      guard let (ending, instead) = endings.first(where: { ends(stem, $0.ending) }),
        stem.count - ending.count >= 4,
        // "Reporter" loses "er"; "historic" has lost "ic" and keeps "or".
        step == 0 || ending.last != UInt8(ascii: "r")
      else { break }
      stem.removeLast(ending.count)
      stem += instead
      if !instead.isEmpty { break }
    }
    if stem.count > 4, ends(stem, Array("at".utf8)) { stem.removeLast(2) }
    while stem.count > 3, let last = stem.last, "eyi".utf8.contains(last) {
      stem.removeLast()
    }
    // "Defence" and "defense".
    if ends(stem, Array("enc".utf8)) { stem[stem.count - 1] = UInt8(ascii: "s") }
    return stem
  }

  /// British spellings as American ones, of a word without inflection.
  private static func american(_ word: [UInt8]) -> [UInt8] {
    var word = word
    if word.count > 5, word.last == UInt8(ascii: "e") { word.removeLast() }
    if word.count > 4, ends(word, Array("is".utf8)) || ends(word, Array("ys".utf8)) {
      word[word.count - 1] = UInt8(ascii: "z")
    } else if word.count > 5, ends(word, Array("our".utf8)) {
      word.replaceSubrange((word.count - 3)..., with: Array("or".utf8))
    } else if word.count > 4, ends(word, Array("tr".utf8)) {
      word.replaceSubrange((word.count - 2)..., with: Array("ter".utf8))
    }
    return word
  }

  /// Without the ending of the plural, of the past or of "-ing".
  private static func withoutInflection(_ word: [UInt8]) -> [UInt8] {
    var word = word
    func cut(_ count: Int) -> [UInt8] { Array(word.dropLast(count)) }
    if ends(word, Array("ies".utf8)), word.count > 4 {
      word = cut(3) + [UInt8(ascii: "y")]
    } else if ends(word, Array("sses".utf8)) || ends(word, Array("shes".utf8)) || ends(word, Array("ches".utf8))
      || ends(word, Array("xes".utf8))
    {
      word = cut(2)
    } else if word.last == UInt8(ascii: "s"), word.count > 3, !"sui".utf8.contains(word[word.count - 2]) {
      word = cut(1)
    }
    for ending in ["ing", "ied", "ed"] where ends(word, Array(ending.utf8)) && word.count - ending.utf8.count >= 3 {
      let rest = cut(ending.utf8.count)
      guard rest.contains(where: { "aeiouy".utf8.contains($0) }) else { break }
      word = ending == "ied" ? rest + [UInt8(ascii: "y")] : rest
      // "Stopped", "planning"; but "falling", "passed".
      if word.count > 3, word[word.count - 1] == word[word.count - 2], !"lsz".utf8.contains(word[word.count - 1]) {
        word.removeLast()
      }
      break
    }
    return word
  }

  private static func ends(_ word: [UInt8], _ ending: [UInt8]) -> Bool {
    word.count > ending.count && word[(word.count - ending.count)...].elementsEqual(ending)
  }
}
