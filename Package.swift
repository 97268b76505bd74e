// swift-tools-version: 6.2

// Hearsay: news articles in, a graph of who said what about whom out.
//
// The layering, said once. An arrow means "may import"; anything not drawn is refused by
// `swift build --explicit-target-dependency-import-check error`, which every build command passes.
//
//      HearsayCore (imports none of ours)            HearsayGraph (imports none of ours)
//   ┌──────┬───────────┬───────────┐                      │
// Readers Language   Identity   Attribution            Exporters
//   └──────┴───────────┴─────┬─────┴──────────────────────┘
//                        Hearsay  = pipeline + graph builder (the library's front door)
//                            │
//                     HearsayCommand (the program `hearsay`)

import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of ours, with the settings that every module shares.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

/// The suite of one module.
func suite(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["HearsayTestSupport"], exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "hearsay",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "Hearsay", targets: ["Hearsay"]),
    .library(name: "HearsayLanguage", targets: ["HearsayCore", "HearsayLanguage"]),
    .library(name: "HearsayIdentity", targets: ["HearsayCore", "HearsayIdentity"]),
    .library(name: "HearsayGraph", targets: ["HearsayGraph", "HearsayExporters"]),
    .executable(name: "hearsay", targets: ["HearsayCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // System libraries and tables, in C.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .target(name: "CHearsayTables", exclude: ["tables"]),
    // The arithmetic of the neural reader, in C for the instructions that Swift does not have.
    .target(name: "CHearsayKernels", exclude: ["kernels.inc"]),
    // The weights: two files, taken in by #embed.
    .target(name: "CHearsayWeights", exclude: ["hearsay-reader.weights", "hearsay-dates.weights"]),

    // The annotated document, and the stages that fill it.
    module("HearsayCore"),
    module("HearsayReaders", ["HearsayCore", "CLibXML2", "CZlib", "CZstd", "CLibZip", "CHearsayTables"]),
    module("HearsayLanguage", ["HearsayCore", "CHearsayTables", "CHearsayKernels", "CHearsayWeights"]),
    module("HearsayIdentity", ["HearsayCore", "CHearsayTables", .product(name: "Yams", package: "Yams")]),
    module("HearsayAttribution", ["HearsayCore", "CHearsayTables"]),

    // The graph, and the formats it is written in.
    module("HearsayGraph", [.product(name: "OrderedCollections", package: "swift-collections")]),
    module("HearsayExporters", ["HearsayGraph", "CLibXML2", "CHearsayTables"]),

    // The front door, and the program.
    module(
      "Hearsay",
      [
        "HearsayCore", "HearsayReaders", "HearsayLanguage", "HearsayIdentity", "HearsayAttribution",
        "HearsayGraph", "HearsayExporters",
      ]),
    .executableTarget(
      name: "HearsayCommand",
      dependencies: [
        "Hearsay", "HearsayCore", "HearsayReaders", "HearsayLanguage", "HearsayIdentity", "HearsayGraph",
        "HearsayExporters", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Tests: one suite per module, and what they share.
    .target(
      name: "HearsayTestSupport", dependencies: ["HearsayCore", "HearsayLanguage"], path: "Tests/HearsayTestSupport",
      swiftSettings: strict),
    suite("HearsayCoreTests", ["HearsayCore"]),
    suite("HearsayGraphTests", ["HearsayGraph"]),
    suite(
      "HearsayReadersTests", ["HearsayReaders", "HearsayCore", "CHearsayTables", "CZlib", "CZstd", "CLibZip"],
      exclude: ["Pages"]),
    suite("HearsayLanguageTests", ["HearsayLanguage", "HearsayCore", "CHearsayKernels"]),
    suite("HearsayIdentityTests", ["HearsayIdentity", "HearsayLanguage", "HearsayCore"]),
    suite(
      "HearsayAttributionTests",
      ["HearsayAttribution", "HearsayIdentity", "HearsayLanguage", "HearsayCore", "CHearsayTables"]),
    suite("HearsayExportersTests", ["HearsayExporters", "HearsayGraph"]),
    suite(
      "HearsayTests",
      ["Hearsay", "HearsayCore", "HearsayReaders", "HearsayGraph", "HearsayExporters"]),
    // Fuzzing: what must hold of any input, kept as tests; the fuzzer itself is added below.
    .target(
      name: "HearsayFuzz",
      dependencies: [
        "Hearsay", "HearsayCore", "HearsayReaders", "HearsayLanguage", "HearsayGraph", "HearsayExporters", "CLibXML2",
      ], path: "Fuzzing/HearsayFuzz", swiftSettings: strict),
    suite("HearsayFuzzTests", ["HearsayFuzz"]),
    suite("HearsayCommandTests", ["HearsayCommand", "HearsayCore", "HearsayReaders", "HearsayExporters"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// The fuzzer has its main function from libFuzzer, so it links only where that does: `make fuzz` asks for it.
if Context.environment["HEARSAY_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "hearsay-fuzz", dependencies: ["HearsayFuzz"], path: "Fuzzing/hearsay-fuzz",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
