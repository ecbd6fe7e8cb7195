import { expect } from "chai";
import { knownWords } from "../../../src/client/jobs/session-words.js";
import {
  AbortedError,
  type AwaitedState,
  DeadlineError,
  InvalidArgumentError,
  NotAuthenticatedError,
  OutcomeUnknownError,
  RescueError,
} from "../../../src/index.js";
import { VERSIONS } from "../../emulator/wire.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR, SESSION } from "../guide-values.js";
import { thrown } from "../thrown.js";

for (const soap of VERSIONS) {
  describe(`what became of a session, SOAP ${soap}`, () => {
    let emulator: Emulator;
    let rescue: RescueClient;
    before(async () => {
      emulator = await startEmulator();
    });
    beforeEach(() => {
      emulator.reset();
      rescue = new RescueClient({
        credentials: ADMINISTRATOR,
        endpoint: emulator.endpoint,
        soap,
        retry: { delay: 1, maxDelay: 1 },
      });
    });
    afterEach(() => rescue.close());
    after(() => emulator.close());

    /** A close whose answer is lost, before or after the service has acted. */
    async function lose(phase: "before" | "after"): Promise<OutcomeUnknownError> {
      emulator.faults.add({ operation: "closeSession", phase, kind: "reset" });
      return thrown(OutcomeUnknownError, rescue.closeSession(SESSION));
    }

    it("closed, where the lost answer came after the close", async () => {
      expect(await rescue.sessions.settle(await lose("after"))).to.deep.equal({
        session: SESSION,
        state: "closed",
        reason: "no queue lists it, and its note can still be read",
        found: undefined,
      });
      expect(emulator.executions("closeSession", SESSION)).to.equal(1);
    });

    it("not closed, where the request was lost, with the session as it is listed", async () => {
      const settled = await rescue.sessions.settle(await lose("before"));
      expect(settled).to.include({ state: "not closed", reason: "the queue of node 201 lists it as active" });
      expect(settled.found).to.include({ id: SESSION, status: "SESSION_PICKEDUP" });
      expect(emulator.executions("closeSession", SESSION)).to.equal(0);
    });

    it("is asked with one read where the queue is given and lists it", async () => {
      await rescue.login();
      const settled = await rescue.sessions.settle(SESSION, { queue: { node: 401, ref: "channel" } });
      expect(settled).to.include({ state: "not closed" });
      expect(emulator.log.map(({ operation }) => operation)).to.deep.equal(["login", "getSession_V3"]);
    });

    it("is asked for an error that another thread has passed on", async () => {
      const passedOn = structuredClone({ ...(await lose("after")) }) as OutcomeUnknownError;
      expect(await rescue.sessions.settle(passedOn)).to.include({ session: SESSION, state: "closed" });
    });

    it("is found where it has gone to from the given queue", async () => {
      emulator.desk.newSession({ id: 51, technician: 202, status: "WAITING" });
      const settled = await rescue.sessions.settle(51, { queue: { node: 201 } });
      expect(settled).to.include({ state: "not closed", reason: "the queue of node 202 lists it as waiting" });
    });

    it("not closed, where the customer has left and no technician has closed it", async () => {
      emulator.desk.setStatus(SESSION, "CLOSEDBYACTIVECUSTOMER");
      expect(await rescue.sessions.settle(SESSION)).to.include({
        state: "not closed",
        reason: "the queue of node 201 lists it as closed by customer",
      });
    });

    it("unknown, for an id of which the service shows nothing", async () => {
      expect(await rescue.sessions.settle(77)).to.include({ state: "unknown", found: undefined });
    });

    it("unknown, where a queue cannot be read", async () => {
      await rescue.closeSession(SESSION);
      emulator.on("getSession_V3", async ({ iNodeID }, { proceed }) =>
        iNodeID === 202 ? { getSession_V3Result: "getSession_Error" } : proceed(),
      );
      expect(await rescue.sessions.settle(SESSION)).to.include({
        state: "unknown",
        reason: "no queue lists it, but the queue of node 202 could not be read (Error)",
      });
    });

    it("unknown, where the hierarchy shows only a part", async () => {
      await rescue.closeSession(SESSION);
      emulator.on("getHierarchy_v2", async () => ({
        getHierarchy_v2Result: "getHierarchy_OK",
        aHierarchy: {
          HIERARCHY: [null, { iNodeID: 202, iParentID: 301, eStatus: "Busy", eType: "Technician" }],
        },
      }));
      const { state, reason } = await rescue.sessions.settle(SESSION);
      expect([state, reason]).to.deep.equal(["unknown", "no queue lists it, but the hierarchy did not show its root"]);
    });

    it("not closed, where it moves while the queues are read", async () => {
      // Whoever reads the queues once finds it in none: it is always in one that was read before.
      emulator.desk.newSession({ id: 52, technician: 202, status: "WAITING" });
      let moved = false;
      emulator.on("getSession_V3", async ({ iNodeID }, { proceed }) => {
        if (iNodeID === 202 && !moved) {
          moved = true;
          return { getSession_V3Result: "getSession_OK" };
        }
        return proceed();
      });
      expect(await rescue.sessions.settle(52)).to.include({ state: "not closed" });
    });

    it("unknown, where the service cannot be asked", async () => {
      const error = await lose("after");
      emulator.faults.add({ operation: "getHierarchy_v2", phase: "before", kind: "reset", times: 3 });
      const { state, reason } = await rescue.sessions.settle(error);
      expect(state).to.equal("unknown");
      expect(reason).to.match(/^the service could not be asked \(getHierarchy_v2: /);
    });

    it("unknown, where the time is over before the answer", async () => {
      emulator.faults.add({ operation: "getHierarchy_v2", phase: "before", kind: "latency", delay: 60_000 });
      expect(await rescue.sessions.settle(SESSION, { timeout: 50 })).to.include({
        state: "unknown",
        reason: "the time was over before",
      });
    });

    it("throws where the caller may not ask, aborts, or names no session", async () => {
      const wrong = new RescueClient({ credentials: { authCode: "wrong" }, endpoint: emulator.endpoint, soap });
      await thrown(NotAuthenticatedError, wrong.sessions.settle(SESSION));
      wrong.close();
      await thrown(AbortedError, rescue.sessions.settle(SESSION, { signal: AbortSignal.abort() }));
      const login = new RescueError("broken", { code: "X", outcome: "unknown" });
      expect(await thrown(InvalidArgumentError, rescue.sessions.settle(login))).to.include({ path: "of" });
      expect(await thrown(InvalidArgumentError, rescue.sessions.settle(0))).to.include({ path: "session" });
    });

    describe("waitFor", () => {
      it("resolves when the session is closed", async () => {
        const waiting = rescue.sessions.waitFor(SESSION, "closed", { interval: 1, timeout: 20_000 });
        const other = new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint, soap });
        await other.closeSession(SESSION);
        expect(await waiting).to.include({ session: SESSION, state: "closed" });
        other.close();
      });

      it("ends with a DeadlineError that says what was seen last", async () => {
        const error = await thrown(
          DeadlineError,
          rescue.sessions.waitFor(SESSION, "closed", { interval: 60_000, timeout: 2_000 }),
        );
        expect(error).to.include({ session: SESSION, outcome: "answered", timeout: 2_000 });
        expect(error.message).to.equal(
          "getSession_V3 12345678: not seen closed within 2000 ms: the queue of node 201 lists it as active",
        );
      });

      it("resolves when a queue lists the session with the word", async () => {
        emulator.desk.newSession({ id: 53, technician: 202, status: "WAITING" });
        const waiting = rescue.sessions.waitFor(53, "active", { interval: 1, timeout: 20_000, queue: { node: 202 } });
        await rescue.sessions.start(53, 202);
        const { state, reason, found } = await waiting;
        expect([state, reason]).to.deep.equal(["not closed", "the queue of node 202 lists it as active"]);
        expect(found).to.include({ id: 53, word: "active" });
      });

      it("does not take one way to end for another, nor a session that has left every queue for one that has a word", async () => {
        const late = (state: AwaitedState) =>
          thrown(DeadlineError, rescue.sessions.waitFor(SESSION, state, { interval: 60_000, timeout: 2_000 }));
        emulator.desk.setStatus(SESSION, "CLOSEDBYACTIVECUSTOMER");
        expect(await rescue.sessions.waitFor(SESSION, "closed by customer")).to.include({ state: "not closed" });
        expect((await late("closed by technician")).message).to.match(
          /: not seen closed by technician within 2000 ms: .* lists it as closed by customer$/,
        );
        await rescue.closeSession(SESSION);
        expect((await late("closed by technician")).message).to.contain(
          "no queue lists it, and its note can still be read",
        );
      });

      it("takes every word that stands for a status", async () => {
        const signal = AbortSignal.abort();
        for (const word of knownWords()) await thrown(AbortedError, rescue.sessions.waitFor(SESSION, word, { signal }));
      });

      it("refuses another state, and an interval of nothing", async () => {
        const wait = (state: string, options = {}) =>
          thrown(InvalidArgumentError, rescue.sessions.waitFor(SESSION, state as "closed", options));
        for (const state of ["not known", "not closed", "unknown", "Active", ""])
          expect(await wait(state)).to.include({ path: "state" });
        expect(await wait("closed", { interval: 0 })).to.include({ path: "interval" });
      });
    });
  });
}
