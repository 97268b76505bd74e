import CHearsayTables
import HearsayCore

/// Cities, regions and seas that are no country.
struct PlaceTable: Sendable {
  /// A place, and the country that it lies in, where it lies in one.
  struct Place: Hashable, Sendable {
    let name: String
    let country: String?
    /// Other names: "Bombay" of Mumbai.
    var variants: [String] = []
  }

  /// The table that the program carries, read once.
  static let standard = PlaceTable()

  /// The rows, in the table's order.
  let places: [Place]
  private let indexByKey: [String: Int]

  private init() {
    let table = hearsay_table_places()
    places = TableReader(bytes: table.bytes, count: table.count).rows.map {
      Place(name: $0.text("name") ?? "", country: $0.text("country"), variants: $0.list("variants"))
    }
    var keys: [String: Int] = [:]
    for (index, place) in places.enumerated() where keys[Folding.key(place.name)] == nil {
      keys[Folding.key(place.name)] = index
    }
    for (index, place) in places.enumerated() {
      for variant in place.variants where keys[Folding.key(variant)] == nil { keys[Folding.key(variant)] = index }
    }
    indexByKey = keys
  }

  /// The place called `name`, as `Folding.key` compares names.
  func place(named name: some StringProtocol) -> Place? { indexByKey[Folding.key(name)].map { places[$0] } }
}
