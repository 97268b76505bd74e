import Foundation
import HearsayFuzz

/// The target that this run is of: HEARSAY_FUZZ_TARGET, else the readers.
let fuzzTarget: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["HEARSAY_FUZZ_TARGET"] ?? "readers"
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("no target is called \(name); there are \(FuzzTarget.allCases.map(\.rawValue))")
  }
  return target
}()

/// What libFuzzer calls (https://llvm.org/docs/LibFuzzer.html).
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  fuzzTarget.run(Array(UnsafeRawBufferPointer(start: start, count: count)))
  return 0
}
