/// Probabilities, as outputs show them.
enum Confidence {
  /// `value` to three digits after the point, within 0...1.
  static func rounded(_ value: Double) -> Double { (min(max(value, 0), 1) * 1000).rounded() / 1000 }
}
