import { getEventListeners } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import { defaultSeed } from "../../src/emulator/index.js";
import { ADMINISTRATOR } from "../client/guide-values.js";
import { type Emulator, RescueClient, startEmulator } from "../reference/service.js";
import { Leftovers } from "./leftovers.js";

const CALLS = 10_000;
const WARM_UP = 2_000;
const AT_ONCE = 50;
// The emulator is in the same process: its log, its counts and its indexes of ended sessions grow by about four megabytes
// over the run. A leak of one reply per call would come to six times the bound; `test/client/calls/heap.test.ts` has the
// client alone, and a narrower one.
const HEAP_BOUND = 6 * 1024 * 1024;

const FIRST = 30000001;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** The memory in use after garbage collection. */
async function heap(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise(setImmediate);
    collect();
  }
  return process.memoryUsage().heapUsed;
}

describe(`${CALLS} calls over one client`, function () {
  this.timeout(120_000);
  let emulator: Emulator;
  before(async () => {
    const sessions = Array.from({ length: CALLS }, (_, index) => ({
      id: FIRST + index,
      status: "WAITING" as const,
    }));
    emulator = await startEmulator({ seed: { ...defaultSeed, sessions } });
  });
  after(() => emulator.close());

  it("leave heap, sockets, timers and listeners at their level after the warm-up", async () => {
    const warnings: string[] = [];
    const warned = ({ name }: Error) => {
      if (name === "MaxListenersExceededWarning") warnings.push(name);
    };
    process.on("warning", warned);
    using leftovers = await Leftovers.from();
    const client = new AbortController();
    const call = new AbortController();
    const rescue = new RescueClient({
      credentials: ADMINISTRATOR,
      endpoint: emulator.endpoint,
      signal: client.signal,
    });

    let next = FIRST;
    let mostListeners = 0;
    const run = async (until: number) => {
      while (next < FIRST + until) {
        const batch = Array.from({ length: AT_ONCE }, (_, index) =>
          rescue.closeSession(next + index, { signal: call.signal }),
        );
        mostListeners = Math.max(mostListeners, getEventListeners(call.signal, "abort").length);
        next += AT_ONCE;
        await Promise.all(batch);
        expect(getEventListeners(call.signal, "abort")).to.have.length(0);
        expect(getEventListeners(client.signal, "abort")).to.have.length(0);
      }
    };

    await run(WARM_UP);
    const heapBefore = await heap();
    const socketsBefore = leftovers.sockets;
    const timersBefore = leftovers.timers;
    await run(CALLS);
    const grown = (await heap()) - heapBefore;

    expect(emulator.executions("closeSession")).to.equal(CALLS);
    expect(emulator.executions("login")).to.equal(1);
    expect(grown, "heap").to.be.below(HEAP_BOUND);
    expect(leftovers.sockets, "sockets").to.be.at.most(socketsBefore);
    expect(leftovers.sockets, "sockets").to.be.at.most(AT_ONCE);
    expect(leftovers.timers, "timers").to.be.at.most(timersBefore);
    expect(mostListeners, "listeners of a batch under one signal").to.equal(1);
    rescue.close();
    await leftovers.gone();
    process.off("warning", warned);
    expect(warnings).to.deep.equal([]);
  });
});
