import { inspect } from "node:util";
import { expect } from "chai";
import { CookieJar } from "tough-cookie";
import type { EmulatorSeed, FaultRule } from "../../../src/emulator/index.js";
import { type CallOptions, type Credentials, RescueError, SoapFaultError } from "../../../src/index.js";
import { VERSIONS } from "../../emulator/wire.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { SESSION } from "../guide-values.js";
import { thrown } from "../thrown.js";

const PASSWORD = "PLANTED-pass&word<é>";
const AUTH_CODE = "PLANTED-code&<é>";
const EMAIL = "some@email.com";
const SEED: EmulatorSeed = {
  users: [
    { email: EMAIL, password: PASSWORD, roles: { administrator: 101 }, authCode: AUTH_CODE },
    { email: "tech@email.com", password: PASSWORD, roles: { technician: 201 } },
  ],
  sessions: [
    { id: SESSION, status: "WAITING" },
    { id: 90000003, status: "PICKEDUP", technician: 201 },
  ],
};

for (const soap of VERSIONS) {
  describe(`secrets, SOAP ${soap}`, () => {
    let emulator: Emulator;
    let jar: CookieJar;
    beforeEach(async () => {
      emulator = await startEmulator({ seed: SEED });
      jar = new CookieJar();
    });
    afterEach(() => emulator.close());

    const both: Credentials = { email: EMAIL, password: PASSWORD, authCode: AUTH_CODE };
    const connect = (credentials: Credentials = both, options: CallOptions = {}) =>
      new RescueClient({ credentials, endpoint: emulator.endpoint, soap, jar, ...options });

    async function expectHidden(shown: object): Promise<void> {
      const cookies = await jar.getCookies(emulator.endpoint);
      const secrets = ["PLANTED", encodeURIComponent("é"), ...cookies.map(({ value }) => value)];
      const texts = [
        inspect(shown, { depth: 10 }),
        inspect(shown, { depth: 10, showHidden: true }),
        JSON.stringify(shown),
        String(shown),
        ...(shown instanceof Error ? [shown.message, shown.stack ?? ""] : []),
      ];
      for (const text of texts) for (const secret of secrets) expect(text).not.to.contain(secret);
    }

    it("the client shows none, before, during and after calls", async () => {
      const rescue = connect();
      await expectHidden(rescue);
      const call = rescue.closeSession(SESSION);
      await expectHidden(rescue);
      await call;
      expect(await jar.getCookies(emulator.endpoint)).to.have.length(1);
      await expectHidden(rescue);
      await expectHidden(rescue.operations);
    });

    describe("errors show none", () => {
      const faults: Readonly<Record<string, Omit<FaultRule, "operation">>> = {
        "a connection reset": { phase: "before", kind: "reset" },
        "a connection closed": { phase: "after", kind: "close" },
        "a page in place of an answer": { phase: "before", kind: "garbage" },
        "half an answer": { phase: "after", kind: "truncate" },
        "an HTTP status": { phase: "before", kind: "status" },
        "no answer in time": { phase: "before", kind: "stall" },
      };
      for (const operation of ["login", "closeSession"]) {
        for (const [what, rule] of Object.entries(faults)) {
          it(`${what}, on ${operation}`, async () => {
            const rescue = connect();
            if (operation === "closeSession") await rescue.login();
            emulator.faults.add({ operation, ...rule });
            const options = rule.kind === "stall" ? { timeout: 50 } : {};
            await expectHidden(await thrown(RescueError, rescue.closeSession(SESSION, options)));
            await expectHidden(rescue);
          });
        }
      }

      it("a refused session", async () => {
        await expectHidden(await thrown(RescueError, connect().closeSession(90000003)));
      });

      it("a wrong password", async () => {
        const rescue = connect({ email: EMAIL, password: `${PASSWORD}-wrong` });
        await expectHidden(await thrown(RescueError, rescue.closeSession(SESSION)));
      });

      it("a wrong auth code", async () => {
        await expectHidden(await thrown(RescueError, connect({ authCode: "PLANTED-wrong" }).closeSession(SESSION)));
      });

      it("a caller who is not an administrator", async () => {
        const rescue = connect({ email: "tech@email.com", password: PASSWORD });
        await expectHidden(await thrown(RescueError, rescue.closeSession(SESSION)));
      });

      it("a fault", async () => {
        emulator.on("getTimeZone", () => {
          throw new Error(`no time for ${PASSWORD}`);
        });
        await expectHidden(await thrown(SoapFaultError, connect().operations.getTimeZone()));
      });

      it("a call that was aborted", async () => {
        const call = connect().closeSession(SESSION, { signal: AbortSignal.abort(PASSWORD) });
        await expectHidden(await thrown(RescueError, call));
      });

      it("an argument that is wrong", async () => {
        const call = connect().operations.login({ sEmail: EMAIL, sPassword: `${PASSWORD}\u0000` });
        await expectHidden(await thrown(RescueError, call));
      });

      it("a service that does not exist", async () => {
        await emulator.close();
        await expectHidden(await thrown(RescueError, connect().closeSession(SESSION)));
      });
    });
  });
}
