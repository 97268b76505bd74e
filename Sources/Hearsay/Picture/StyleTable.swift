public import HearsayExporters

/// How everything looks: kinds of node, speech acts, kinds of edge. The one place for it: pictures, their legend and every
/// format that has colours take it from here.
///
/// The hues are Okabe and Ito's (https://jfly.uni-koeln.de/color/), some a little darker, which people with any kind of
/// colour blindness can tell apart. Kinds of node also differ in shape and, for print, in brightness: docs/decisions/0202-picture.md.
public struct StyleTable: Hashable, Sendable {
  /// A kind of node.
  public struct NodeRow: Hashable, Sendable {
    /// The value of `kind`.
    public let kind: String
    /// Its look.
    public let look: GraphStyle.NodeLook
  }

  /// Speech acts of one temper.
  public struct ActRow: Hashable, Sendable {
    /// What the legend calls them.
    public let title: String
    /// The values of `act`.
    public let acts: [String]
    /// Their look.
    public let look: GraphStyle.EdgeLook
  }

  /// Kinds of edge that say nothing.
  public struct TieRow: Hashable, Sendable {
    /// What the legend calls them.
    public let title: String
    /// The values of `kind`.
    public let kinds: [String]
    /// Their look.
    public let look: GraphStyle.EdgeLook
  }

  /// Kinds of node, in the order of the legend.
  public let nodes: [NodeRow]
  /// Speech acts, in the order of the legend.
  public let acts: [ActRow]
  /// Kinds of edge without a speech act, in the order of the legend.
  public let ties: [TieRow]

  /// What everything stands on.
  public let ground: GraphStyle.Color
  /// The colour of text that stands on the ground.
  public let ink: GraphStyle.Color
  /// The colour of the legend's frame.
  let frame: GraphStyle.Color

  /// The style of Hearsay.
  public static let standard = StyleTable(
    nodes: [
      NodeRow(kind: "person", look: .init(.ellipse, fill: "#CFE8F7", stroke: "#0072B2", text: "#000000")),
      NodeRow(kind: "organization", look: .init(.box, fill: "#F5C26B", stroke: "#8A5A00", text: "#000000")),
      NodeRow(kind: "country", look: .init(.hexagon, fill: "#00684B", stroke: "#003D2C", text: "#FFFFFF")),
      NodeRow(kind: "place", look: .init(.octagon, fill: "#E6E6E6", stroke: "#666666", text: "#000000")),
      NodeRow(kind: "document", look: .init(.note, fill: "#FFFFFF", stroke: "#666666", text: "#000000")),
      NodeRow(kind: "statement", look: .init(.box, fill: "#F4E3EC", stroke: "#9C4F7A", text: "#000000")),
      NodeRow(kind: "target", look: .init(.plain, fill: "#FFFFFF", stroke: "#666666", text: "#000000")),
    ],
    acts: [
      ActRow(title: "says, claims, announces", acts: ["say", "claim", "announce"], look: .init("#0072B2")),
      ActRow(
        title: "accuses, criticizes, warns, threatens", acts: ["accuse", "criticize", "warn", "threaten"],
        look: .init("#C24E00")),
      ActRow(
        title: "demands, orders, asks", acts: ["demand", "order", "ask"], look: .init("#E69F00", text: "#8F6200")),
      ActRow(title: "denies", acts: ["deny"], look: .init("#000000")),
      ActRow(
        title: "agrees, praises, promises", acts: ["agree", "praise", "promise"],
        look: .init("#009E73", text: "#00805D")),
    ],
    ties: [
      TieRow(
        title: "holds office in, belongs to", kinds: ["role", "member", "part", "relation"],
        look: .init("#555555", .dashed)),
      TieRow(
        title: "named together", kinds: ["mention", "mentions", "about", "addressed", "reported"],
        look: .init("#AAAAAA", text: "#666666")),
      TieRow(title: "speaks of", kinds: ["speaks"], look: .init("#0072B2")),
      TieRow(title: "agrees about third parties", kinds: ["agreement"], look: .init("#009E73", text: "#00805D")),
      TieRow(title: "in conflict about third parties", kinds: ["conflict"], look: .init("#C24E00")),
    ], ground: "#FFFFFF", ink: "#000000", frame: "#BBBBBB")

  /// The same for a dark ground: the same hues, lighter lines, darker nodes.
  public static let dark = StyleTable(
    nodes: [
      NodeRow(kind: "person", look: .init(.ellipse, fill: "#0D3B57", stroke: "#56B4E9", text: "#FFFFFF")),
      NodeRow(kind: "organization", look: .init(.box, fill: "#7A4F00", stroke: "#E69F00", text: "#FFFFFF")),
      NodeRow(kind: "country", look: .init(.hexagon, fill: "#8FE3C4", stroke: "#009E73", text: "#000000")),
      NodeRow(kind: "place", look: .init(.octagon, fill: "#3A3F45", stroke: "#9AA0A6", text: "#FFFFFF")),
      NodeRow(kind: "document", look: .init(.note, fill: "#14181D", stroke: "#9AA0A6", text: "#FFFFFF")),
      NodeRow(kind: "statement", look: .init(.box, fill: "#4A2438", stroke: "#CC79A7", text: "#FFFFFF")),
      NodeRow(kind: "target", look: .init(.plain, fill: "#14181D", stroke: "#9AA0A6", text: "#FFFFFF")),
    ],
    acts: zip(standard.acts, ["#56B4E9", "#FF8A4C", "#F0C04A", "#FFFFFF", "#4FD6A5"] as [GraphStyle.Color]).map {
      ActRow(title: $0.title, acts: $0.acts, look: .init($1))
    },
    ties: zip(
      standard.ties,
      [
        .init("#A8ADB3", .dashed), .init("#6B7178", text: "#9AA0A6"), .init("#56B4E9"), .init("#4FD6A5"),
        .init("#FF8A4C"),
      ] as [GraphStyle.EdgeLook]
    ).map { TieRow(title: $0.title, kinds: $0.kinds, look: $1) }, ground: "#14181D", ink: "#E8EAED", frame: "#5F6368")

  /// The same as exporters take it: the act decides on an edge where it has one, else the kind.
  public var graphStyle: GraphStyle {
    GraphStyle(
      nodes: [.init(by: "kind", Dictionary(uniqueKeysWithValues: nodes.map { ($0.kind, $0.look) }))],
      edges: [
        .init(by: "act", Dictionary(uniqueKeysWithValues: acts.flatMap { row in row.acts.map { ($0, row.look) } })),
        .init(by: "kind", Dictionary(uniqueKeysWithValues: ties.flatMap { row in row.kinds.map { ($0, row.look) } })),
      ])
  }

  /// The look of a kind of node.
  func look(ofNode kind: String) -> GraphStyle.NodeLook? { nodes.first { $0.kind == kind }?.look }
}
