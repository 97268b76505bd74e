import HearsayCore

/// The countries that a document gives organizations of names that many states have by words beside them: "Israel's Labor Party",
/// "Britain's ruling Labor Party", "the Green Party of Kenya".
struct OrganizationHomes {
  /// The country's code, by the organization's id.
  private(set) var country: [String: String] = [:]

  init(_ document: Document) {
    let organizations = Set(
      document.entities.filter {
        $0.kind == .organization && $0.country == nil
          && GenericName(key: SpellingKey.organization($0.label)) != nil
      }.map(\.id))
    guard !organizations.isEmpty else { return }
    let mentions = document.mentions
    for (index, mention) in mentions.enumerated() where organizations.contains(mention.entity) {
      guard mention.form == .name || mention.form == .acronym, country[mention.entity] == nil else { continue }
      if index > 0, let code = Self.code(mentions[index - 1]),
        Self.isOwner(mentions[index - 1], of: mention, in: document)
      {
        country[mention.entity] = code
      } else if index + 1 < mentions.count, let code = Self.code(mentions[index + 1]),
        [" of ", " of the "].contains(document[between: mention.range, mentions[index + 1].range])
      {
        country[mention.entity] = code
      }
    }
  }

  private static func code(_ mention: Mention) -> String? {
    guard mention.form == .name || mention.form == .adjective, mention.entity.hasPrefix("country.") else { return nil }
    return String(mention.entity.dropFirst("country.".count))
  }

  /// Whether a country's name or adjective stands right before an organization, or with "'s" and two words of lower case at most.
  private static func isOwner(_ owner: Mention, of mention: Mention, in document: Document) -> Bool {
    let between = document[between: owner.range, mention.range]
    if between == " " { return owner.form == .adjective }
    let words = between.split(separator: " ")
    if owner.form == .name {
      guard let first = words.first, ["'s", "\u{2019}s", "'", "\u{2019}"].contains(first) else { return false }
      return words.count <= 3 && words.dropFirst().allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
    }
    return words.count <= 2 && words.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D } }
  }
}

extension Document {
  /// The text from the end of one range to the beginning of another; nothing where they are not in this order, or far apart.
  fileprivate subscript(between left: TextRange, right: TextRange) -> Substring {
    guard left.end <= right.start, right.start - left.end <= 40 else { return "" }
    return self[TextRange(left.end, right.start)]
  }
}
