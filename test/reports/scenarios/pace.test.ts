import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { AbortedError, ClientClosedError, type RescueEvents, RescueResultError } from "../../../src/index.js";
import { thrown } from "../../client/thrown.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { allOf } from "./all-of.js";
import { CREDENTIALS, deskWith, endedSession, NOW } from "./sample-desk.js";

const seed = deskWith([endedSession(1, "2026-10-25T10:00:00Z")]);
const query = { area: "SESSION", node: 1, from: "2026-10-25", to: "2026-10-26" } as const;

/** The memory of paced reports is the process's: each test has an emulator of its own. */
async function withEmulator(work: (emulator: Emulator) => Promise<void>): Promise<void> {
  await using emulator = await startEmulator({ clock: new VirtualClock(NOW), limits: { login: false }, seed });
  await work(emulator);
}

function connect(emulator: Emulator, more: object = {}): RescueClient {
  return new RescueClient({ credentials: CREDENTIALS, endpoint: emulator.endpoint, paceReports: true, ...more });
}

describe("the pace of reports", () => {
  it("lets the first go at once and the next wait a minute, for all clients of the account, until a signal ends it", () =>
    withEmulator(async (emulator) => {
      await using one = connect(emulator);
      await using two = connect(emulator);
      expect(await allOf(one.reports.rows(query))).to.have.length(1);
      const abort = new AbortController();
      const paced: RescueEvents["paced"][] = [];
      two.on("paced", (event) => {
        paced.push(event);
        abort.abort();
      });
      const progress: object[] = [];
      const onProgress = (step: object) => void progress.push(step);
      const waiting = allOf(two.reports.rows({ ...query, signal: abort.signal, onProgress }));
      expect(await thrown(AbortedError, waiting)).to.have.property("outcome", "not-sent");
      expect(paced[0]?.operation).to.equal("getReport");
      expect(paced[0]?.milliseconds).to.be.within(1, 61_000);
      expect(progress.at(-1)).to.include({ phase: "paced", milliseconds: paced[0]?.milliseconds });
      // Not even the login was made.
      expect(emulator.log.filter(({ operation }) => operation === "login")).to.have.length(1);
    }));

  it("is not waited for after a stop, and a report that was asked for before is read", () =>
    withEmulator(async (emulator) => {
      await using rescue = connect(emulator);
      const stop = new AbortController();
      const off = emulator.on("getReport_v2", (_, { proceed }) => {
        stop.abort();
        return proceed();
      });
      const rows: unknown[] = [];
      const read = async () => {
        const days = { from: "2026-10-25", to: "2026-10-27", days: 1, stop: stop.signal } as const;
        for await (const row of rescue.reports.rows({ ...query, ...days })) rows.push(row);
      };
      expect(await thrown(AbortedError, read())).to.have.property("outcome", "not-sent");
      expect(rows).to.have.length(1);
      off();
      const waits = new AbortController();
      const onProgress = ({ phase }: { readonly phase: string }) => void (phase === "paced" && waits.abort());
      await thrown(AbortedError, allOf(rescue.reports.rows({ ...query, stop: waits.signal, onProgress })));
      expect(emulator.log.filter(({ operation }) => operation === "getReport_v2")).to.have.length(1);
    }));

  it("holds up no client that is disposed of: what waits is ended, and nothing is sent", () =>
    withEmulator(async (emulator) => {
      const rescue = connect(emulator);
      await allOf(rescue.reports.rows(query));
      const isWaiting = new Promise((resolve) => rescue.on("paced", resolve));
      const waiting = thrown(ClientClosedError, allOf(rescue.reports.rows(query)));
      await isWaiting;
      await rescue[Symbol.asyncDispose]();
      expect(await waiting).to.have.property("outcome", "not-sent");
      expect(await thrown(ClientClosedError, allOf(rescue.reports.rows(query)))).to.have.property(
        "outcome",
        "not-sent",
      );
      expect(emulator.log.at(-1)?.operation).to.equal("logout");
    }));

  it("queues reports behind one that waits, each with a way out", () =>
    withEmulator(async (emulator) => {
      await using rescue = connect(emulator);
      await allOf(rescue.reports.rows(query));
      const [first, second] = [new AbortController(), new AbortController()];
      const paced: number[] = [];
      rescue.on("paced", ({ milliseconds }) => {
        paced.push(milliseconds);
        (paced.length === 1 ? second : first).abort();
      });
      const waiting = [first, second].map(({ signal }) =>
        thrown(AbortedError, allOf(rescue.reports.rows({ ...query, signal }))),
      );
      await waiting[1];
      expect(paced, "the second does not wait for its minute yet").to.have.length(1);
      first.abort();
      await waiting[0];
    }));

  it("waits as well where somebody else has had a report within the minute", () =>
    withEmulator(async (emulator) => {
      await using stranger = connect(emulator, { paceReports: false });
      await allOf(stranger.reports.rows(query));
      await using rescue = connect(emulator);
      const abort = new AbortController();
      rescue.on("paced", () => abort.abort());
      await thrown(AbortedError, allOf(rescue.reports.rows({ ...query, signal: abort.signal })));
      expect(emulator.log.filter(({ operation }) => operation === "getReport_v2")).to.have.length(2);
    }));

  it("is off on this machine unless it is asked for", () =>
    withEmulator(async (emulator) => {
      await using rescue = connect(emulator, { paceReports: undefined });
      const paced: unknown[] = [];
      rescue.on("paced", (event) => paced.push(event));
      await allOf(rescue.reports.rows(query));
      const error = await thrown(RescueResultError, allOf(rescue.reports.rows(query)));
      expect([error.code, paced]).to.deep.equal(["PollRateExceeded", []]);
      emulator.clock.advance(60_000);
      expect(await allOf(rescue.reports.rows(query))).to.have.length(1);
    }));

  it("does not hold up an account's first report because of a refused one", () =>
    withEmulator(async (emulator) => {
      await using rescue = connect(emulator);
      const paced: unknown[] = [];
      rescue.on("paced", (event) => paced.push(event));
      await thrown(RescueResultError, allOf(rescue.reports.rows({ ...query, node: 999 })));
      expect(await allOf(rescue.reports.rows(query))).to.have.length(1);
      expect(paced).to.deep.equal([]);
    }));
});
