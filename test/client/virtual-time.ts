import { mock } from "node:test";

export interface VirtualTime extends Disposable {
  /** Lets time pass: timers fire, and the monotonic clock goes on with them. */
  pass(milliseconds: number): void;
}

/** Stops timers and the monotonic clock, which then go on together and only when told. The clock of the day goes on. */
export function virtualTime(): VirtualTime {
  let passed = performance.now();
  const clock = mock.method(performance, "now", () => passed);
  mock.timers.enable({ apis: ["setTimeout"] });
  return {
    pass(milliseconds) {
      passed += milliseconds;
      mock.timers.tick(milliseconds);
    },
    [Symbol.dispose]() {
      mock.timers.reset();
      clock.mock.restore();
    },
  };
}
