/// Why a file of weights cannot be read.
public enum WeightsError: Error, Equatable {
  /// The file does not begin as such a file does.
  case notWeights
  /// A section that the reader needs is not there.
  case missing(section: String)
  /// A section is not of the size or kind that the reader needs.
  case unfit(section: String)
  /// The file ends before a section does.
  case truncated(section: String)
}

extension WeightsError: CustomStringConvertible {
  /// The fault as a phrase.
  public var description: String {
    switch self {
    case .notWeights: "not a file of weights for Hearsay"
    case .missing(let section): "weights without the section \(section)"
    case .unfit(let section): "section \(section) has the wrong size or kind"
    case .truncated(let section): "the file ends inside the section \(section)"
    }
  }
}
