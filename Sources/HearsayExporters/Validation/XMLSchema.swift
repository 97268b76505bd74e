import CHearsayTables
import CLibXML2

/// A schema of XML, ready to validate by.
final class XMLSchema {
  /// libxml2's form of it.
  let pointer: xmlSchemaPtr

  /// The profile of GraphML that Hearsay writes, which the program carries.
  static func graphMLProfile() -> XMLSchema { XMLSchema(hearsay_table_graphml_schema()) }

  /// The profile of GEXF that Hearsay writes, likewise.
  static func gexfProfile() -> XMLSchema { XMLSchema(hearsay_table_gexf_schema()) }

  private convenience init(_ table: hearsay_table) {
    self.init(UnsafeRawBufferPointer(start: table.bytes, count: table.count))
  }

  /// The schema that `bytes` spell.
  ///
  /// - Precondition: they spell one, and it refers to no other file.
  init(_ bytes: UnsafeRawBufferPointer) {
    let text = bytes.bindMemory(to: CChar.self)
    guard let context = xmlSchemaNewMemParserCtxt(text.baseAddress, Int32(text.count)) else {
      preconditionFailure("out of memory for a schema")
    }
    defer { xmlSchemaFreeParserCtxt(context) }
    guard let schema = xmlSchemaParse(context) else { preconditionFailure("the program's own schema is not one") }
    pointer = schema
  }

  deinit { xmlSchemaFree(pointer) }
}
