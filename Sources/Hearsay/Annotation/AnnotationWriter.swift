public import HearsayCore
import HearsayGraph

/// Writes a document as one line of JSON, as docs/ANNOTATION.md promises. Every offset counts code points.
public struct AnnotationWriter: Sendable {
  private let hasLayers: Bool

  /// A writer.
  ///
  /// - Parameter hasLayers: Whether tokens, sentences and times are written too.
  public init(hasLayers: Bool = false) { self.hasLayers = hasLayers }

  /// `document` as one line, without the line break.
  public func line(for document: Document) -> String {
    let map = CodePointMap(document)
    func span(_ range: TextRange) -> String {
      let points = map.codePoints(range)
      return "[\(points.lowerBound),\(points.upperBound)]"
    }
    func spans(_ ranges: [TextRange]) -> String { "[" + ranges.map(span).joined(separator: ",") + "]" }
    func bounds(_ range: TextRange) -> [(String, String)] {
      let points = map.codePoints(range)
      return [("start", "\(points.lowerBound)"), ("end", "\(points.upperBound)")]
    }

    var fields: [(String, String)] = [
      ("vocabulary", "\(Vocabulary.version)"),
      ("id", JSONText.quoted(document.id)),
      ("source", JSONText.quoted(document.source)),
      ("sources", JSONText.array(document.sources)),
      ("title", Self.text(document.metadata.title)),
      ("outlet", Self.text(document.metadata.outlet)),
      ("published", Self.text(document.metadata.published?.description)),
      ("url", Self.text(document.metadata.url)),
      ("language", Self.text(document.metadata.language)),
      ("sha256", JSONText.quoted(document.sha256)),
      ("text", JSONText.quoted(document.text)),
    ]
    if hasLayers {
      fields.append(("tokens", spans(document.tokens.map(\.range))))
      fields.append(("sentences", spans(document.sentences.map(\.range))))
      fields.append(
        (
          "times",
          Self.array(
            document.times.map { time in
              Self.object(
                bounds(time.range) + [
                  ("date", JSONText.quoted(time.date.text)),
                  ("date_resolution", JSONText.quoted(time.date.resolution.rawValue)),
                ])
            })
        ))
    }
    fields.append(("entities", Self.array(document.entities.map(entity))))
    fields.append(
      (
        "mentions",
        Self.array(
          document.mentions.map { mention in
            Self.object(
              bounds(mention.range) + [
                ("text", JSONText.quoted(document[mention.range])),
                ("form", JSONText.quoted(mention.form.rawValue)),
                ("entity", JSONText.quoted(mention.entity)),
                ("confidence", Self.number(mention.confidence)),
                ("rule", JSONText.quoted(mention.rule)),
              ])
          })
      ))
    fields.append(
      (
        "statements",
        Self.array(
          document.statements.map { statement in
            Self.object([
              ("id", JSONText.quoted(statement.id)),
              ("speech", JSONText.quoted(statement.speech.rawValue)),
              ("source", spans(statement.source)),
              ("cue", spans(statement.cue)),
              ("content", spans(statement.content)),
              ("speaker", Self.text(statement.speaker)),
              ("act", JSONText.quoted(statement.act.rawValue)),
              ("polarity", JSONText.quoted(statement.polarity.rawValue)),
              ("modality", Self.text(statement.modality)),
              ("date", Self.text(statement.date?.text)),
              ("date_resolution", Self.text(statement.date?.resolution.rawValue)),
              ("date_share", statement.dateShare.map(Self.number) ?? "null"),
              ("about", JSONText.array(statement.about.map(\.entity))),
              ("addressees", JSONText.array(statement.addressees.map(\.entity))),
              ("within", Self.text(statement.within.map { document.statements[$0].id })),
              ("text", JSONText.quoted(StatementText.words(of: statement, in: document))),
              ("proposition", statement.isProposition ? "true" : "false"),
              ("confidence", Self.number(statement.confidence)),
            ])
          })
      ))
    fields.append(
      (
        "relations",
        Self.array(
          document.relations.map { relation in
            var fields = [
              ("kind", JSONText.quoted(relation.kind.rawValue)),
              ("from", JSONText.quoted(relation.from)),
              ("to", JSONText.quoted(relation.to)),
            ]
            if relation.kind == .role {
              fields.append(("role", Self.text(relation.role)))
              fields.append(("former", relation.isFormer ? "true" : "false"))
            }
            switch relation.evidence {
            case .text(let range): fields += bounds(range)
            case .rule(let rule): fields.append(("rule", JSONText.quoted(rule)))
            }
            return Self.object(fields)
          }
            + document.deeds.map { deed in
              Self.object(
                [
                  ("kind", JSONText.quoted("relation")), ("relation", JSONText.quoted(deed.kind.rawValue)),
                  ("from", JSONText.quoted(deed.from)), ("to", JSONText.quoted(deed.to)),
                ] + bounds(deed.range))
            })
      ))
    fields.append(
      (
        "diagnostics",
        Self.array(
          document.diagnostics.map { diagnostic in
            Self.object([
              ("severity", JSONText.quoted(diagnostic.severity.rawValue)),
              ("message", JSONText.quoted(diagnostic.message)),
            ])
          })
      ))
    return Self.object(fields)
  }

  private func entity(_ entity: Entity) -> String {
    Self.object([
      ("id", JSONText.quoted(entity.id)),
      ("kind", JSONText.quoted(entity.kind.rawValue)),
      ("label", JSONText.quoted(entity.label)),
      ("aliases", JSONText.array(entity.aliases)),
      ("country", Self.text(entity.country)),
      ("wikidata", Self.text(entity.wikidata)),
      ("note", Self.text(entity.note)),
      ("confidence", Self.number(entity.confidence)),
    ])
  }

  private static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { JSONText.quoted($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
  }

  private static func array(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

  private static func text(_ value: String?) -> String { value.map { JSONText.quoted($0) } ?? "null" }

  /// A confidence, to three digits: more would claim more than is known.
  private static func number(_ value: Double) -> String { "\(Confidence.rounded(value))" }
}
