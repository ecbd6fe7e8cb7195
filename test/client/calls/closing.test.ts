import { expect } from "chai";
import {
  AbortedError,
  ClientClosedError,
  OutcomeUnknownError,
  type RescueClientOptions,
  RescueError,
} from "../../../src/index.js";
import { type GatedService, gatedService } from "../../faults/gated-service.js";
import { RescueClient } from "../../reference/service.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION } from "../guide-values.js";
import { thrown } from "../thrown.js";

const WAYS = {
  "an auth code": { authCode: AUTH_CODE },
  "a login": ADMINISTRATOR,
} as const;

const operations = (service: GatedService) => service.requests.map(({ operation }) => operation);

for (const [way, credentials] of Object.entries(WAYS)) {
  describe(`disposing of a client with ${way}`, () => {
    const login = way === "a login" ? ["login"] : [];
    const logout = way === "a login" ? ["logout"] : [];
    let service: GatedService;
    beforeEach(async () => {
      service = await gatedService();
    });
    afterEach(() => service[Symbol.asyncDispose]());

    const connect = (options: Partial<RescueClientOptions> = {}) =>
      new RescueClient({ credentials, endpoint: service.endpoint, ...options });

    /** Waits until the calls have been sent. */
    const sent = async () => {
      if (login.length > 0) await service.answer();
      await service.arrived(1);
    };

    it("lets a call in progress end, then logs out", async () => {
      const rescue = connect();
      const call = rescue.closeSession(SESSION);
      await sent();
      let disposed = false;
      const disposing = rescue[Symbol.asyncDispose]().then(() => {
        disposed = true;
      });
      await new Promise(setImmediate);
      expect(disposed).to.equal(false);
      service.open();
      expect(await call).to.include({ session: SESSION, code: "OK" });
      await disposing;
      expect(operations(service)).to.deep.equal([...login, "closeSession", ...logout]);
    });

    it("lets those in line end too", async () => {
      const rescue = connect({ maxConcurrent: 1 });
      const calls = [1, 2, 3].map((session) => rescue.closeSession(session));
      await sent();
      const disposing = rescue[Symbol.asyncDispose]();
      service.open();
      expect((await Promise.all(calls)).map(({ code }) => code)).to.deep.equal(["OK", "OK", "OK"]);
      await disposing;
    });

    it("refuses calls from its beginning on: the client is closed", async () => {
      const rescue = connect();
      const call = rescue.closeSession(SESSION);
      await sent();
      const disposing = rescue[Symbol.asyncDispose]();
      const error = await thrown(ClientClosedError, rescue.closeSession(2));
      expect(error).to.include({ code: "CLIENT_CLOSED", outcome: "not-sent", attempts: 0, session: 2 });
      expect(error.message).to.equal("closeSession 2: the client is closed");
      service.open();
      await call;
      await disposing;
      await thrown(ClientClosedError, rescue.operations.getSession_V3({ iNodeID: 1, eNodeRef: "NODE" }));
      expect(operations(service)).to.deep.equal([...login, "closeSession", ...logout]);
    });

    it("ends calls that take longer than closeTimeout", async () => {
      const rescue = connect({ closeTimeout: 20 });
      const call = thrown(OutcomeUnknownError, rescue.closeSession(SESSION));
      await sent();
      const disposing = rescue[Symbol.asyncDispose]();
      const { cause } = await call;
      expect(cause).to.be.instanceOf(ClientClosedError).and.to.include({ code: "CLIENT_CLOSED", outcome: "unknown" });
      service.open();
      await disposing;
      expect(operations(service)).to.deep.equal([...login, "closeSession", ...logout]);
    });

    it("waits for no call with a closeTimeout of 0", async () => {
      const rescue = connect({ closeTimeout: 0 });
      const call = thrown(OutcomeUnknownError, rescue.closeSession(SESSION));
      await sent();
      const disposing = rescue[Symbol.asyncDispose]();
      await call;
      service.open();
      await disposing;
    });

    it("is ended by close(), which waits for nothing", async () => {
      const rescue = connect({ closeTimeout: Number.POSITIVE_INFINITY });
      const call = thrown(OutcomeUnknownError, rescue.closeSession(SESSION));
      await sent();
      const disposing = rescue[Symbol.asyncDispose]();
      rescue.close();
      expect((await call).cause).to.be.instanceOf(ClientClosedError);
      await disposing;
      expect(operations(service)).to.deep.equal([...login, "closeSession"]);
    });

    it("twice is once", async () => {
      service.open();
      const rescue = connect();
      await rescue.closeSession(SESSION);
      await Promise.all([rescue[Symbol.asyncDispose](), rescue[Symbol.asyncDispose]()]);
      await rescue[Symbol.asyncDispose]();
      expect(operations(service)).to.deep.equal([...login, "closeSession", ...logout]);
    });

    it("does not hide that a call failed", async () => {
      service.open();
      const failed = await thrown(RescueError, async () => {
        await using rescue = connect();
        await rescue.closeSession(-1);
      });
      expect(failed).to.include({ code: "INVALID_ARGUMENT" });
    });
  });
}

describe("a closed client", () => {
  it("refuses every call as closed, not as aborted by the caller", async () => {
    await using service = await gatedService();
    const rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint: service.endpoint });
    rescue.close();
    for (const call of [() => rescue.closeSession(SESSION), () => rescue.login(), () => rescue.logout()]) {
      const error = await thrown(ClientClosedError, call);
      expect(error).to.be.instanceOf(AbortedError).and.to.include({ code: "CLIENT_CLOSED", outcome: "not-sent" });
      expect(error.message).to.match(/: the client is closed$/);
    }
    expect(service.connections).to.have.length(0);
  });
});
