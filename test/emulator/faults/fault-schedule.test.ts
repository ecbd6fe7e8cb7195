import { expect } from "chai";
import fc from "fast-check";
import { FaultPlan } from "../../../src/emulator/faults/fault-plan.js";
import { FAULT_KINDS, type FaultSchedule } from "../../../src/emulator/index.js";
import { KnownCalls } from "../../../src/emulator/operations/known-calls.js";
import { InvalidArgumentError } from "../../../src/errors/invalid-argument-error.js";
import { contract, type Emulator, startEmulator } from "../../reference/service.js";
import { always } from "../../soap/seed.js";
import { AUTH_CODE, call, closing } from "../wire.js";

const OPERATIONS = ["closeSession", "login", "getChat"];

/** What a plan plays on these calls. */
function played(plan: FaultPlan, calls: readonly string[]): string[] {
  return calls.map((operation) => {
    const rule = plan.next(operation, { key: "", caller: undefined, parameters: {} });
    return rule ? `${rule.kind} ${rule.phase}` : "";
  });
}

const planned = (schedule: FaultSchedule) => {
  const plan = new FaultPlan(new KnownCalls([contract]));
  plan.schedule(schedule);
  return plan;
};

const calls = fc.array(fc.constantFrom(...OPERATIONS), { maxLength: 100 });
const seeds = fc.nat({ max: 0xffff_ffff });
const rates = fc.double({ min: 0, max: 1, noNaN: true });

describe("random faults", () => {
  it("are the same for the same seed and calls", () => {
    always(fc.tuple(seeds, rates, calls), ([seed, rate, list]) => {
      const [one, other] = [planned({ seed, rate }), planned({ seed, rate })];
      expect(played(one, list)).to.deep.equal(played(other, list));
    });
  });

  it("differ for another seed", () => {
    const list = Array.from({ length: 200 }, () => "login");
    expect(played(planned({ seed: 1, rate: 0.5 }), list)).not.to.deep.equal(
      played(planned({ seed: 2, rate: 0.5 }), list),
    );
  });

  it("hit the given share of the calls: none, half, all", () => {
    const list = Array.from({ length: 1000 }, () => "login");
    const hits = (rate: number) => played(planned({ seed: 7, rate }), list).filter(Boolean).length;
    expect(hits(0)).to.equal(0);
    expect(hits(0.5)).to.be.within(420, 580);
    expect(hits(1)).to.equal(1000);
  });

  it("keep to their operations, kinds and phases, and do not count other calls", () => {
    const schedule: FaultSchedule = { seed: 3, rate: 1, operations: ["login"], kinds: ["status"], phases: ["after"] };
    expect(played(planned(schedule), ["login", "getChat", "login"])).to.deep.equal([
      "status after",
      "",
      "status after",
    ]);
    const half = { seed: 3, rate: 0.5, operations: ["login"] };
    always(calls, (list) => {
      const among = played(planned(half), list).filter((_, index) => list[index] === "login");
      expect(among).to.deep.equal(
        played(
          planned(half),
          list.filter((name) => name === "login"),
        ),
      );
    });
  });

  it("give way to a rule, which does not shift them", () => {
    const list = Array.from({ length: 50 }, () => "login");
    const [bare, ruled] = [planned({ seed: 5, rate: 0.5 }), planned({ seed: 5, rate: 0.5 })];
    ruled.add({ operation: "login", phase: "before", kind: "stall", nth: 10 });
    const expected = played(bare, list);
    expected[9] = "stall before";
    expect(played(ruled, list)).to.deep.equal(expected);
  });

  it("never stall or cost much by default", () => {
    const list = Array.from({ length: 2000 }, () => "login");
    const kinds = new Set(played(planned({ seed: 1, rate: 1 }), list).map((text) => text.split(" ")[0]));
    expect([...kinds]).not.to.include.members(["stall"]);
    expect([...kinds]).to.have.length.above(5);
    for (const kind of kinds) expect(FAULT_KINDS).to.have.property(kind ?? "");
  });

  const WRONG: readonly (readonly [path: string, schedule: object | null])[] = [
    ["schedule", null],
    ["seed", { rate: 1 }],
    ["seed", { seed: -1, rate: 1 }],
    ["seed", { seed: 1.5, rate: 1 }],
    ["rate", { seed: 1 }],
    ["rate", { seed: 1, rate: 1.1 }],
    ["rate", { seed: 1, rate: Number.NaN }],
    ["kinds", { seed: 1, rate: 1, kinds: [] }],
    ["kinds[1]", { seed: 1, rate: 1, kinds: ["reset", "toString"] }],
    ["operations[0]", { seed: 1, rate: 1, operations: ["nothing"] }],
    ["phases[0]", { seed: 1, rate: 1, phases: ["while"] }],
    ["often", { seed: 1, rate: 1, often: true }],
  ];
  for (const [path, schedule] of WRONG) {
    it(`refuses ${JSON.stringify(schedule)}, naming ${path}`, () => {
      expect(() => planned(schedule as FaultSchedule))
        .to.throw(InvalidArgumentError)
        .with.property("path", path);
    });
  }
});

describe("latency", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());
  const close = () => call(emulator.endpoint, "closeSession", closing(12345678, AUTH_CODE));

  it("draws the same delays again from a range, and stays within it", () => {
    always(fc.tuple(fc.nat({ max: 1000 }), fc.nat({ max: 1000 })), ([min, more]) => {
      const plan = new FaultPlan(new KnownCalls([contract]));
      const draw = () => {
        plan.latency({ min, max: min + more });
        return Array.from({ length: 20 }, () => plan.nextLatency());
      };
      const times = draw();
      for (const time of times) expect(time).to.be.within(min, min + more);
      expect(draw()).to.deep.equal(times);
    });
  });

  it("delays a call, and no longer after 0 or clear()", async () => {
    // Never played; it counts the calls.
    emulator.faults.add({ operation: "*", phase: "before", kind: "status", nth: 1000 });
    emulator.faults.latency(600_000);
    const late = close().then(
      () => "answered",
      (error) => error.code,
    );
    while (emulator.faults.list()[0]?.seen !== 1) await new Promise(setImmediate);
    emulator.faults.latency(0);
    expect((await close()).status).to.equal(200);
    emulator.faults.latency({ min: 600_000, max: 600_000 });
    emulator.faults.clear();
    expect((await close()).status).to.equal(200);
    expect(emulator.executions("closeSession")).to.equal(1);

    await emulator.close();
    expect(await late).to.equal("ECONNRESET");
    expect(emulator.executions("closeSession")).to.equal(1);
  });

  it("answers after the wait", async () => {
    emulator.faults.latency({ min: 1, max: 3 });
    expect((await close()).status).to.equal(200);
  });

  for (const [path, latency] of [
    ["latency", -1],
    ["latency", "1"],
    ["latency", 700_000],
    ["latency.min", { max: 1 }],
    ["latency.max", { min: 2, max: 1 }],
  ] as const) {
    it(`refuses ${JSON.stringify(latency)}`, () => {
      expect(() => emulator.faults.latency(latency as never))
        .to.throw(InvalidArgumentError)
        .with.property("path", path);
    });
  }
});
