import HearsayCore
import Testing

@testable import HearsayIdentity

@Suite struct NameVariantsTests {
  @Test(arguments: NameVariants.rows())
  func `every row is complete and its spellings are its own`(row: TableReader.Row) throws {
    let part = try #require(row.text("part").flatMap(NameVariants.Part.init))
    let variants = row.list("variants")
    #expect(variants.count >= 2)
    #expect(Set(variants).count == variants.count)
    for variant in variants {
      #expect(Folding.key(variant) == variant, "\(variant) is not as Folding.key leaves names")
      if part != .surname {
        #expect(NameVariants.standard.given(variant) == variants[0], "\(variant) stands in two rows")
      }
      if part != .given {
        #expect(NameVariants.standard.surname(variant) == variants[0], "\(variant) stands in two rows")
      }
    }
  }

  @Test(arguments: [
    ("meyer", "meyers", true), ("meyer", "meyer", false), ("meyer", "mayer", true), ("meyer", "emyer", true),
    ("meyer", "mayor", false), ("meyer", "meye", true), ("", "a", true), ("ab", "", false),
  ])
  func `words one letter apart are told from others`(left: String, right: String, isOne: Bool) {
    #expect(EditDistance.isOne(left, right) == isOne)
    #expect(EditDistance.isOne(right, left) == isOne)
  }

  @Test(arguments: [
    ("mohsen", "mohsin"), ("qureshi", "quraishi"), ("zabihullah", "zabiullah"), ("belyachev", "belyachyov"),
    ("rezaei", "rezai"), ("mikhail", "mikheil"), ("victor", "viktor"),
  ])
  func `transliterations of one name sound alike`(left: String, right: String) {
    #expect(SpellingKey.sound(left) == SpellingKey.sound(right))
  }

  @Test(arguments: [("martin", "morton"), ("hassan", "hussein"), ("alan", "alana"), ("karin", "koren")])
  func `other names do not`(left: String, right: String) {
    #expect(SpellingKey.sound(left) != SpellingKey.sound(right))
  }
}
