import Hearsay

/// The ground that a picture stands on.
enum PictureTheme: String, CaseIterable {
  case light, dark

  /// How things look on it.
  var style: StyleTable { self == .light ? .standard : .dark }

  /// What the file's name has before its extension.
  var suffix: String { self == .light ? "" : ".dark" }
}
