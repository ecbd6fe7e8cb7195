import { expect } from "chai";
import {
  type CallOptions,
  DeadlineError,
  OutcomeUnknownError,
  RescueError,
  type SoapVersion,
} from "../../../src/index.js";
import { VERSIONS } from "../../emulator/wire.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION } from "../guide-values.js";
import { thrown } from "../thrown.js";

// Long enough for a request to leave on a busy machine.
const SHORT = 500;

for (const soap of VERSIONS as readonly SoapVersion[]) {
  describe(`the timeout of a call, SOAP ${soap}`, () => {
    let emulator: Emulator;
    beforeEach(async () => {
      emulator = await startEmulator();
    });
    afterEach(() => emulator.close());

    const connect = (options: CallOptions = {}) =>
      new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint, soap, ...options });

    for (const phase of ["before", "after"] as const) {
      it(`while closeSession has no answer (${phase} the change): the outcome is unknown`, async () => {
        emulator.faults.add({ operation: "closeSession", phase, kind: "stall" });
        const rescue = connect();
        await rescue.login();
        const error = await thrown(OutcomeUnknownError, rescue.closeSession(SESSION, { timeout: SHORT }));
        expect(error).to.include({
          code: "OUTCOME_UNKNOWN",
          operation: "closeSession",
          outcome: "unknown",
          attempts: 1,
          settleWith: "getSession_V3",
        });
        expect(error.message).to.contain("getSession_V3");
        expect(error.cause).to.be.instanceOf(DeadlineError);
        expect(error.cause).to.include({ operation: "closeSession", timeout: SHORT, outcome: "unknown" });
        expect(emulator.executions("closeSession", SESSION)).to.equal(phase === "after" ? 1 : 0);
        expect(emulator.log.filter(({ operation }) => operation === "closeSession")).to.have.length(1);
      });
    }

    it("while the login has no answer: not sent, for the call that waits", async () => {
      emulator.faults.add({ operation: "login", phase: "before", kind: "stall" });
      const error = await thrown(DeadlineError, connect({ timeout: SHORT }).closeSession(SESSION));
      expect(error).to.include({ code: "DEADLINE", operation: "closeSession", outcome: "not-sent", timeout: SHORT });
      expect(emulator.log.map(({ operation }) => operation)).to.deep.equal(["login"]);
    });

    it("while the login has no answer: unknown for login itself, which may have been acted on", async () => {
      emulator.faults.add({ operation: "login", phase: "after", kind: "reset" });
      const error = await thrown(RescueError, connect().login());
      expect(error).to.include({ code: "CONNECTION", operation: "login", outcome: "unknown" });
    });

    it("of one call does not end another that waits for the same login", async () => {
      // Only the impatient call gives up; the login that the other one waits for is held until then.
      emulator.faults.add({ operation: "login", phase: "before", kind: "stall" });
      const rescue = connect();
      const abort = new AbortController();
      const patient = rescue.closeSession(SESSION, { signal: abort.signal });
      let patientEnded = false;
      patient.catch(() => {}).finally(() => (patientEnded = true));
      await thrown(DeadlineError, rescue.closeSession(20000001, { timeout: SHORT }));
      expect(patientEnded).to.equal(false);
      abort.abort();
      await patient.catch(() => {});
    });

    it("of a read is a DeadlineError that says unknown", async () => {
      emulator.faults.add({ operation: "getTimeZone", phase: "before", kind: "stall" });
      const rescue = new RescueClient({ credentials: { authCode: AUTH_CODE }, endpoint: emulator.endpoint, soap });
      const error = await thrown(DeadlineError, rescue.operations.getTimeZone({}, { timeout: SHORT }));
      expect(error).to.include({ operation: "getTimeZone", outcome: "unknown", attempts: 1 });
    });

    it("Infinity sets no timeout", async () => {
      expect(await connect({ timeout: Number.POSITIVE_INFINITY }).closeSession(SESSION)).to.include({ code: "OK" });
    });
  });
}
