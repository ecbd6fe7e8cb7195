import { getEventListeners } from "node:events";
import { expect } from "chai";
import { AbortedError, type CallOptions, OutcomeUnknownError } from "../../../src/index.js";
import { VERSIONS } from "../../emulator/wire.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR, SESSION } from "../guide-values.js";
import { thrown } from "../thrown.js";

for (const soap of VERSIONS) {
  describe(`aborting a call, SOAP ${soap}`, () => {
    let emulator: Emulator;
    let abort: AbortController;
    beforeEach(async () => {
      emulator = await startEmulator();
      abort = new AbortController();
    });
    afterEach(async () => {
      expect(getEventListeners(abort.signal, "abort"), "listeners left").to.deep.equal([]);
      await emulator.close();
    });

    const connect = (options: CallOptions = {}) =>
      new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint, soap, ...options });

    const arrived = async (operation: string) => {
      while (!emulator.log.some((entry) => entry.operation === operation)) await new Promise(setImmediate);
    };

    it("before it begins: nothing is sent", async () => {
      abort.abort();
      const error = await thrown(AbortedError, connect().closeSession(SESSION, { signal: abort.signal }));
      expect(error).to.include({ code: "ABORTED", operation: "closeSession", outcome: "not-sent", attempts: 0 });
      expect(emulator.log).to.deep.equal([]);
    });

    it("while the client gets ready: nothing is sent", async () => {
      const call = connect().closeSession(SESSION, { signal: abort.signal });
      abort.abort();
      expect((await thrown(AbortedError, call)).outcome).to.equal("not-sent");
      expect(emulator.executions("closeSession")).to.equal(0);
    });

    it("while it waits for the login: not sent", async () => {
      emulator.faults.add({ operation: "login", phase: "before", kind: "stall" });
      const call = connect().closeSession(SESSION, { signal: abort.signal });
      await arrived("login");
      abort.abort();
      const error = await thrown(AbortedError, call);
      expect(error).to.include({ operation: "closeSession", outcome: "not-sent" });
      expect(emulator.log).to.have.length(1);
    });

    for (const phase of ["before", "after"] as const) {
      it(`while it waits for the answer (${phase} the change): the outcome is unknown`, async () => {
        emulator.faults.add({ operation: "closeSession", phase, kind: "stall" });
        const call = connect().closeSession(SESSION, { signal: abort.signal });
        await arrived("closeSession");
        abort.abort();
        const error = await thrown(OutcomeUnknownError, call);
        expect(error.cause).to.be.instanceOf(AbortedError);
        expect(error.cause).to.include({ operation: "closeSession", outcome: "unknown", attempts: 1 });
      });
    }

    it("by the client's signal ends every call of the client: the one that was sent, and those in line behind it", async () => {
      emulator.faults.add({ operation: "closeSession", phase: "before", kind: "stall" });
      const rescue = connect({ signal: abort.signal });
      const [sent, ...waiting] = [20000001, 20000002, 20000003].map((session) => rescue.closeSession(session));
      const ends = [
        thrown(OutcomeUnknownError, sent as Promise<unknown>),
        ...waiting.map((call) => thrown(AbortedError, call)),
      ];
      await arrived("closeSession");
      abort.abort();
      const [unknown, ...unsent] = await Promise.all(ends);
      expect(unknown?.cause).to.be.instanceOf(AbortedError);
      for (const error of unsent) expect(error).to.include({ outcome: "not-sent", attempts: 0 });
      await thrown(AbortedError, rescue.closeSession(20000004));
      expect(emulator.log.map(({ operation }) => operation)).to.deep.equal(["login", "closeSession"]);
    });

    it("ends that call, not another that waits for the same login", async () => {
      const rescue = connect();
      const ended = thrown(AbortedError, rescue.closeSession(20000001, { signal: abort.signal }));
      const other = rescue.closeSession(20000002);
      abort.abort();
      await ended;
      expect(await other).to.include({ code: "OK" });
      expect(emulator.executions("login")).to.equal(1);
      expect(emulator.executions("closeSession", 20000001)).to.equal(0);
    });

    it("the signal's reason stays with the signal", async () => {
      abort.abort(new Error("PLANTED-SECRET"));
      const error = await thrown(AbortedError, connect().closeSession(SESSION, { signal: abort.signal }));
      expect(error).not.to.have.property("cause");
      expect(error.message).not.to.contain("PLANTED-SECRET");
    });

    it("after calls that went well, no listener is left on either signal", async () => {
      const client = new AbortController();
      const rescue = connect({ signal: client.signal });
      await rescue.closeSession(SESSION, { signal: abort.signal });
      await rescue.logout({ signal: abort.signal });
      expect(getEventListeners(client.signal, "abort")).to.deep.equal([]);
    });

    it("after calls that were refused, no listener is left", async () => {
      await connect()
        .closeSession(90000003, { signal: abort.signal })
        .catch(() => {});
    });
  });
}
