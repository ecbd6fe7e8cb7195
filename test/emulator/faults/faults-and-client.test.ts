import { expect } from "chai";
import { FAULT_KINDS, type FaultKind, type FaultRule } from "../../../src/emulator/index.js";
import { AUTH_CODE, SESSION } from "../../client/guide-values.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { CA, IDENTITY } from "../../tls/certificates.js";

/** How the client reports a fault on a change: the error that hid the answer, or the answer. */
const ENDS: Readonly<Record<FaultKind, RegExp>> = {
  reset: /ConnectionError.*ECONNRESET/,
  close: /ConnectionError.*ECONNRESET/,
  stall: /DeadlineError/,
  truncate: /ConnectionError/,
  "switching-protocols": /ConnectionError/,
  latency: /^OK$/,
  "slow-drip": /^OK$/,
  interim: /^OK$/,
  "connection-close": /^OK$/,
  status: /ProtocolError.*HTTP 503/,
  garbage: /ProtocolError.*text\/html/,
  empty: /ProtocolError.*empty body/,
  "not-http": /ProtocolError.*not HTTP/,
  "header-flood": /ProtocolError.*not HTTP/,
  "long-header": /ProtocolError.*not HTTP/,
  duplicate: /^OK$/,
  "wrong-operation": /ProtocolError.*does not hold closeSessionResponse/,
  "wrong-content-type": /ProtocolError.*application\/json/,
  "wrong-charset": /ProtocolError.*character set/,
  "malformed-xml": /ProtocolError.*not well-formed/,
  doctype: /ProtocolError.*DOCTYPE/,
  "deep-xml": /ProtocolError.*nests deeper/,
  "empty-envelope": /ProtocolError.*empty soap:Body/,
  "gzip-bomb": /ProtocolError.*larger than/,
  "damaged-gzip": /ProtocolError.*Content-Encoding/,
  oversized: /ProtocolError.*larger than/,
  "soap-fault": /SoapFaultError.*database is down/,
  result: /RescueResultError.*ActionFailed/,
};

/** Set where it differs before the change: OK is never reported for what was not done. */
const ENDS_BEFORE: Readonly<Partial<Record<FaultKind, RegExp>>> = { duplicate: /RescueResultError/ };

const DELIVERED = new Set<FaultKind>(["latency", "slow-drip", "interim", "connection-close"]);
const MORE: Readonly<Partial<Record<FaultKind, Partial<FaultRule>>>> = {
  latency: { delay: 1 },
  "slow-drip": { delay: 0, chunk: 50 },
  "gzip-bomb": { size: 3_000_000 },
  oversized: { size: 3_000_000 },
  "soap-fault": { message: "database is down" },
  result: { result: "ActionFailed" },
};

for (const tls of [false, true]) {
  describe(`faults as the client meets them${tls ? ", over TLS" : ""}`, function () {
    this.slow(500);
    let emulator: Emulator;
    before(async () => {
      emulator = await startEmulator({ limits: false, ...(tls ? { tls: IDENTITY } : {}) });
    });
    beforeEach(() => emulator.reset());
    after(() => emulator.close());

    const client = (soap: "1.1" | "1.2" = "1.1") =>
      new RescueClient({
        credentials: { authCode: AUTH_CODE },
        endpoint: emulator.endpoint,
        retry: false,
        soap,
        maxReplyBytes: 1_000_000,
        ...(tls ? { tls: { ca: CA } } : {}),
      });

    async function endOf(kind: FaultKind, timeout: number): Promise<string> {
      await using rescue = client(tls ? "1.2" : "1.1");
      try {
        return (await rescue.closeSession(SESSION, { timeout })).code;
      } catch (error) {
        const { cause } = error as Error;
        const hidden = cause instanceof Error && cause.name.endsWith("Error") ? cause : (error as Error);
        return `${hidden.name} ${hidden.message} ${kind}`;
      }
    }

    for (const kind of Object.keys(FAULT_KINDS) as FaultKind[]) {
      for (const phase of ["before", "after"] as const) {
        it(`${kind}, ${phase} the change`, async () => {
          emulator.faults.add({ operation: "closeSession", phase, kind, ...MORE[kind] });
          const end = (phase === "before" ? ENDS_BEFORE[kind] : undefined) ?? ENDS[kind];
          expect(await endOf(kind, kind === "stall" ? 300 : 15_000)).to.match(end);
          const done = phase === "after" || DELIVERED.has(kind) ? 1 : 0;
          expect(emulator.executions("closeSession", SESSION)).to.equal(done);
          expect(emulator.log.map(({ fault }) => fault)).to.deep.equal([kind]);

          // It does not affect the next call.
          await using next = client();
          expect((await next.closeSession(20000001)).code).to.equal("OK");
        });
      }
    }

    for (const kind of ["reset", "close"] as const) {
      for (const at of ["interim", "status-line", "headers", "body", "chunk"] as const) {
        it(`${kind} in ${at}`, async () => {
          emulator.faults.add({ operation: "closeSession", phase: "after", kind, at });
          expect(await endOf(kind, 15_000)).to.match(/ConnectionError/);
        });
      }
    }

    for (const at of ["interim", "status-line", "headers", "body", "chunk"] as const) {
      it(`stall in ${at}`, async () => {
        emulator.faults.add({ operation: "closeSession", phase: "after", kind: "stall", at });
        expect(await endOf("stall", 300)).to.match(/DeadlineError/);
      });
    }

    it("a redirect goes nowhere", async () => {
      const headers = { Location: emulator.endpoint };
      emulator.faults.add({ operation: "closeSession", phase: "before", kind: "status", status: 307, headers });
      expect(await endOf("status", 15_000)).to.match(/ProtocolError.*redirect/);
      expect(emulator.log).to.have.length(1);
    });

    it("204 has no body", async () => {
      emulator.faults.add({ operation: "closeSession", phase: "before", kind: "status", status: 204 });
      expect(await endOf("status", 15_000)).to.match(/ProtocolError.*HTTP 204/);
    });

    it("a login meets them too", async () => {
      emulator.faults.add({ operation: "login", phase: "after", kind: "malformed-xml" });
      await using rescue = new RescueClient({
        credentials: { email: "some@email.com", password: "secretPassword" },
        endpoint: emulator.endpoint,
        ...(tls ? { tls: { ca: CA } } : {}),
      });
      expect(await rescue.closeSession(SESSION).catch((error) => error)).to.have.property("outcome", "not-sent");
    });
  });
}
