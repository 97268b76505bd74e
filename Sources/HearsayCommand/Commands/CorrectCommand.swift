import ArgumentParser
import HearsayCore
import HearsayIdentity

struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Writes down who is who, for --corrections: what is one, what is two, what is called what.",
    discussion: """
      Each adds an entry at the end of a file of corrections, which every other command applies with \
      --corrections FILE. What stands in the file, comments and all, stays as it is.

      EXAMPLES
        hearsay correct merge person.k-tokayev person.kassym-jomart-tokayev
        hearsay correct split person.ned-price --document seeds/b.txt --as "Ned Price (actor)"
        hearsay correct ignore "Getty Images" --comment "picture credits"
        hearsay export articles --corrections corrections.yaml
      """,
    subcommands: [
      Merge.self, NeverMerge.self, Split.self, Rename.self, Retype.self, Ignore.self, Pin.self,
    ])

  /// Where a correction is written.
  struct Target: ParsableArguments {
    @Option(help: ArgumentHelp("The file to add to; made if missing.", valueName: "file"))
    var corrections = "corrections.yaml"

    @Option(help: ArgumentHelp("Why, written above the entry.", valueName: "text"))
    var comment: String?

    /// Adds `action` to the file, and says so.
    func add(_ action: Correction.Action) throws {
      let file = CorrectionsFile(path: corrections)
      let old = try file.text() ?? ""
      guard let new = try CorrectionText(file: corrections).adding(action, to: old, comment: comment) else {
        Console.say("\(corrections): says so already")
        return
      }
      try OutputFile.write(to: corrections) { try $0.write(new.utf8Span.span) }
      Console.say("\(corrections): \(action.key) added")
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes one node of several: it goes by the first's id and name.")
    @Argument(help: "Ids of nodes.") var nodes: [String]
    @OptionGroup var target: Target

    func validate() throws {
      if nodes.count < 2 { throw ValidationError("merge takes two nodes or more") }
    }

    func run() throws {
      var seen: Set<String> = []
      let distinct = nodes.filter { seen.insert($0).inserted }
      guard distinct.count > 1 else {
        Console.say("\(nodes[0]) is itself: nothing to do")
        return
      }
      try target.add(.merge(distinct))
    }
  }

  struct NeverMerge: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Keeps nodes apart, now and on later runs.")
    @Argument(help: "Ids of nodes, or those that single documents give.") var nodes: [String]
    @OptionGroup var target: Target

    func validate() throws {
      if Set(nodes).count < 2 { throw ValidationError("never-merge takes two different nodes or more") }
    }

    func run() throws { try target.add(.neverMerge(nodes)) }
  }

  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes two of one: what some documents say of it is someone else's.")
    @Argument(help: "A node's id.") var node: String
    @Option(help: ArgumentHelp("A document's id or source; may be given several times.", valueName: "document"))
    var document: [String] = []
    @Option(help: ArgumentHelp("Documents in which a sentence that mentions it has this.", valueName: "text"))
    var context: String?
    @Option(name: .customLong("as"), help: ArgumentHelp("What the other is called.", valueName: "name"))
    var name: String?
    @OptionGroup var target: Target

    func validate() throws {
      if document.isEmpty, context == nil { throw ValidationError("split takes --document or --context") }
    }

    func run() throws { try target.add(.split(node: node, documents: document, context: context, name: name)) }
  }

  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Gives a node another name; its id stays.")
    @Argument(help: "A node's id.") var node: String
    @Argument(help: "The name to show.") var name: String
    @OptionGroup var target: Target

    func run() throws { try target.add(.rename(node: node, label: name)) }
  }

  struct Retype: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a node a person, an organization or a place; its id begins with it.")
    @Argument(help: "A node's id.") var node: String
    @Argument(help: "person, organization or place.") var kind: String
    @OptionGroup var target: Target

    func run() throws {
      guard let kind = Entity.Kind(rawValue: kind), kind != .country else {
        throw ValidationError("\(kind) is not person, organization or place: merge what is a country with it")
      }
      try target.add(.retype(node: node, kind: kind))
    }
  }

  struct Ignore: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Takes a name, or a node, for nobody.")
    @Argument(help: "The name exactly as articles print it, or an id.") var name: String
    @OptionGroup var target: Target

    func run() throws { try target.add(.ignore(name: name)) }
  }

  struct Pin: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says which country a node belongs to, or which Wikidata item it is.")
    @Argument(help: "A node's id.") var node: String
    @Option(help: ArgumentHelp("An ISO 3166 code, as KZ.", valueName: "code")) var country: String?
    @Option(help: ArgumentHelp("A Wikidata item, as Q42.", valueName: "item")) var wikidata: String?
    @OptionGroup var target: Target

    func validate() throws {
      if country == nil, wikidata == nil { throw ValidationError("pin takes --country or --wikidata") }
    }

    func run() throws { try target.add(.pin(node: node, country: country, wikidata: wikidata)) }
  }
}
