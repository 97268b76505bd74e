import HearsayCore

extension GraphBuilder {
  /// What goes into a graph, in numbers.
  public struct Outline: Hashable, Sendable {
    /// The statements that are kept, each once however many articles report it.
    public let statements: Int
    /// Those of them that tie no two actors, so that they are in the view evidence alone: nobody known says them, or they are about nobody.
    public let untiedStatements: Int
    /// Statements left out because neither they nor their article has a date, where days are asked for.
    public let undatedStatements: Int
    /// Articles left out because they have no date, where days are asked for.
    public let undatedDocuments: Int
  }

  /// What goes into the graph of `corpus`.
  public func outline(of corpus: Corpus) -> Outline {
    let material = Material(corpus.documents, options)
    let statements = material.statements
    let untied = statements.reports.count { _, reports in
      guard let speaker = statements.statement(reports[0]).speaker else { return true }
      return statements.targets(of: reports).allSatisfy {
        $0.entity == speaker || !options.includesPlaces && $0.entity.hasPrefix("place.")
      }
    }
    return Outline(
      statements: statements.reports.count, untiedStatements: untied, undatedStatements: material.undated.statements,
      undatedDocuments: material.undated.documents)
  }

  /// The days, weeks, months or years from which `corpus` has anything that goes into a graph, in order.
  ///
  /// - Returns: Besides them, how many statements and articles are in none: their dates are missing or not exact enough.
  public func slices(
    of corpus: Corpus, by period: Period
  ) -> (slices: [Period.Slice], statementsLeft: Int, documentsLeft: Int) {
    let material = Material(corpus.documents, options)
    var slices: Set<Period.Slice> = []
    var left = (statements: 0, documents: 0)
    for (index, document) in corpus.documents.enumerated() where material.isKept[index] {
      if let day = document.metadata.published, let slice = period.slice(of: day...day) {
        slices.insert(slice)
      } else {
        left.documents += 1
      }
    }
    for (_, reports) in material.statements.reports {
      let first = material.statements.statement(reports[0])
      if let days = Material.days(of: first, in: corpus.documents[reports[0].document]),
        let slice = period.slice(of: days)
      {
        slices.insert(slice)
      } else {
        left.statements += 1
      }
    }
    return (slices.sorted { $0.name < $1.name }, left.statements, left.documents)
  }
}
