/// Checks files of GraphML and GEXF, told apart by their first element: first the XML and the profile's schema, then the rules
/// of a vocabulary.
///
/// A file of any size is read as a stream; broken, truncated and hostile files give faults, never a crash.
public struct GraphFileValidator: Sendable {
  private let rules: GraphRules
  private let limit: Int

  /// A validator by `rules`, which stops after `limit` faults.
  public init(rules: GraphRules, limit: Int = 100) {
    self.rules = rules
    self.limit = limit
  }

  /// What is wrong with the file that `bytes` are, in order of reading; nothing for a good file.
  public func faults(in bytes: Span<UInt8>) -> [ValidationFault] {
    let faults = FaultList(limit: limit)
    bytes.withUnsafeBytes { bytes in
      let prolog = XMLProlog(bytes)
      for (message, line) in prolog.faults { faults.add(message, line: line) }
      guard prolog.isHarmless else { return }
      let isGEXF = prolog.firstElement == "gexf"
      let schema: XMLSchema = isGEXF ? .gexfProfile() : .graphMLProfile()
      guard let reader = XMLEventReader(bytes, schema: schema, faults: faults) else {
        return faults.add("no memory to read it", line: nil)
      }
      if isGEXF {
        var file = GEXFFile(rules, faults: faults)
        file.read(reader)
      } else {
        var file = GraphMLFile(rules, faults: faults)
        file.read(reader)
      }
      withExtendedLifetime((reader, schema)) {}
    }
    return faults.faults
  }
}
