// swift-tools-version: 6.2

// Programs that measure, apart from the package so that nobody who uses it fetches what they need. One target a subject; a
// new one is a folder in Sources/ and a line here. `make benchmarks` runs them.

import PackageDescription

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "hearsay", path: "..")],
  targets: [
    // How fast graphs are written, against a plain write of the same bytes. peers.py asks other programs for the same.
    .executableTarget(name: "ExportSpeed", dependencies: [.product(name: "HearsayGraph", package: "hearsay")]),
    // How fast identities are resolved over an archive, and in how much memory.
    .executableTarget(name: "IdentityScale", dependencies: [.product(name: "HearsayIdentity", package: "hearsay")]),
    // How fast articles are read to names and trees. reader_peer.py asks spaCy for the same.
    .executableTarget(name: "ReaderSpeed", dependencies: [.product(name: "HearsayLanguage", package: "hearsay")]),
  ],
  swiftLanguageModes: [.v6]
)
