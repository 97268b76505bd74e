import Foundation
import HearsayTestSupport
import Testing

/// What `annotate` finds of the statements marked by hand (docs/GOLD.md), against floors a little below what it found last.
///
/// Figures, and how they came: docs/MEASUREMENTS.md#statements-marked-by-hand. Lowering a floor needs a reason.
@Suite(.enabled(if: Repository.shared("corpora/raw") != nil, "the raw articles are not on this machine"))
struct StatementFloorTests {
  @Test(arguments: ["tuning", "reporting"])
  func `no figure falls below its floor`(half: String) throws {
    let scratch = try TemporaryFolder()
    // Without Python there is nothing that could score.
    let run = try ProgramRun(
      [half, scratch.url.path],
      shell: """
        command -v python3 >/dev/null || exit 0
        python3 Scripts/gold.py articles "$1" >"$2/articles.jsonl" && "$0" annotate "$2/articles.jsonl" >"$2/found.jsonl" \
          && python3 Scripts/gold.py score "$1" "$2/found.jsonl" --floors Tests/Gold/floors.json
        """)
    print(run.text)
    #expect(run.status == 0, "\(run.text)\(run.errors)")
  }
}
