import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif
import HearsayTestSupport
import Testing

/// `Exports/` holds what a run of `seeds/` gives: graphs byte for byte, pictures well-formed with the same nodes.
@Suite struct ExportsTests {
  @Test func `the graphs in Exports are what the seeds give`() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun([
      "export", "seeds", "--output", folder.url.path, "--view", "actors,evidence", "--render", "svg,png",
    ])
    #expect(run.status == 0, "\(run.errors)")
    for name in [
      "seeds.graphml", "seeds.dot", "seeds.evidence.graphml", "seeds.evidence.dot", "seeds.picture.dot",
    ] {
      let made = try Data(contentsOf: folder.url.appending(path: name))
      let kept = try? Data(contentsOf: Repository.file("Exports/\(name)"))
      #expect(made == kept, "Exports/\(name) differs: run make export, read the difference, commit it")
    }
    let made = try nodeTitles(folder.url.appending(path: "seeds.svg"))
    #expect(!made.isEmpty)
    #expect(try nodeTitles(Repository.file("Exports/seeds.svg")) == made)
    let picture = try Data(contentsOf: Repository.file("Exports/seeds.png"))
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  /// The ids of the nodes in a picture, sorted. Throws where the picture is not well-formed.
  private func nodeTitles(_ svg: URL) throws -> [String] {
    let document = try XMLDocument(contentsOf: svg)
    let titles = try document.nodes(forXPath: "//*[local-name()='g' and @class='node']/*[local-name()='title']")
    return titles.compactMap(\.stringValue).sorted()
  }
}
