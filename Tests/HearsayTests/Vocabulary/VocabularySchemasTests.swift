import Hearsay
import HearsayGraph
import Testing

@Suite struct VocabularySchemasTests {
  @Test func `a name that nodes and edges share has one type`() {
    for (name, type) in Vocabulary.edgeSchema.attributes {
      let other = Vocabulary.nodeSchema.type(of: name)
      #expect(other == nil || other == type, "\(name) is \(type) on edges")
    }
  }

  @Test func `keys begin with what graph viewers look for`() {
    #expect(Vocabulary.nodeSchema.names.prefix(2) == ["label", "kind"])
    #expect(Vocabulary.edgeSchema.names.prefix(3) == ["label", "kind", "weight"])
  }

  // Gephi takes these for how a node or edge looks, whatever they hold.
  @Test(arguments: ["size", "color", "r", "g", "b", "x", "y", "z"])
  func `no attribute is taken for a look`(name: String) {
    #expect(Vocabulary.nodeSchema.column(of: name) == nil)
    #expect(Vocabulary.edgeSchema.column(of: name) == nil)
  }
}
