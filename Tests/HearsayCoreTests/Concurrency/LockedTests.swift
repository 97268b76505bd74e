import HearsayCore
import Testing

@Suite struct LockedTests {
  @Test func `no change is lost among many threads`() async {
    let counts = Locked([0, 0])
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask { for _ in 0..<5_000 { counts.withLock { $0[task % 2] += 1 } } }
      }
    }
    #expect(counts.withLock { $0 } == [20_000, 20_000])
  }

  @Test func `it is free again after an error`() {
    struct Fault: Error {}
    let value = Locked(1)
    #expect(throws: Fault.self) { try value.withLock { _ in throw Fault() } }
    #expect(value.withLock { $0 } == 1)
  }
}
