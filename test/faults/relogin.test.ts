import { expect } from "chai";
import fc from "fast-check";
import { NotAuthenticatedError, type RescueEvents } from "../../src/index.js";
import { SESSION, TECHNICIAN } from "../client/guide-values.js";
import { thrown } from "../client/thrown.js";
import { virtualTime } from "../client/virtual-time.js";
import { type RescueClient, startEmulator } from "../reference/service.js";
import { seed } from "../soap/seed.js";
import { connectedClients } from "./connected-clients.js";
import { forgetfulService } from "./forgetful-service.js";

const MINUTE = 60_000;
const EVER = Number.POSITIVE_INFINITY;

const connect = connectedClients();

describe("a service that forgets logins", () => {
  for (const refusal of ["NotLoggedIn", "NotLoggedInAsAdmin"]) {
    // closeSession knows one of the two; the read has the other.
    const call = (rescue: RescueClient, session: number) =>
      refusal === "NotLoggedIn"
        ? rescue.operations.getSession_V3({ iNodeID: session, eNodeRef: "NODE" })
        : rescue.closeSession(session);

    for (const before of [0, 1]) {
      it(`two in a row, after ${before} calls that went well: the call succeeds, and those after it (${refusal})`, async () => {
        const lives = before === 0 ? [0, 0] : [before, 0, 0];
        await using service = await forgetfulService((login) => lives[login - 1] ?? EVER, refusal);
        const rescue = connect(service);
        for (let session = 1; session <= 10; session += 1) await call(rescue, session);
        expect(service.logins).to.equal(lives.length + 1);
      });
    }

    it(`many in a row: no storm, and once it has stopped calls succeed again (${refusal})`, async () => {
      using time = virtualTime();
      await using service = await forgetfulService((login) => (login <= 7 ? 0 : EVER), refusal);
      const rescue = connect(service);
      let calls = 1;
      for (; calls < 1_000; calls += 1) {
        try {
          await call(rescue, calls);
          break;
        } catch (error) {
          expect(error).to.be.instanceOf(NotAuthenticatedError).and.to.include({ code: refusal });
        }
        time.pass(1_000);
      }
      expect(service.logins).to.equal(8);
      expect(calls, "seconds until a call succeeded").to.be.within(60, 12 * 60);
      await call(rescue, calls + 1);
      expect(service.logins).to.equal(8);
    });
  }

  it("three in a row, each before an operation that was not called yet: NotLoggedIn does not mean a missing role", async () => {
    await using service = await forgetfulService((login) => (login === 1 ? 1 : login <= 4 ? 0 : EVER), "NotLoggedIn");
    const rescue = connect(service);
    await rescue.closeSession(SESSION);
    await rescue.operations.getSession_V3({ iNodeID: 1, eNodeRef: "NODE" });
    expect(service.logins).to.equal(5);
  });

  it("a login that is forgotten repeatedly, but serves calls in between, fails no call", async () => {
    await using service = await forgetfulService((login) => login % 3);
    const rescue = connect(service);
    for (let session = 1; session <= 50; session += 1) await rescue.closeSession(session);
    expect([...service.closings.values()]).to.deep.equal(Array(50).fill(1));
  });

  it("calls in line are not sent under a login that the one before them found to be gone", async () => {
    await using service = await forgetfulService((login) => (login === 1 ? 1 : EVER));
    const rescue = connect(service);
    await rescue.closeSession(SESSION);
    await Promise.all(Array.from({ length: 50 }, (_, index) => rescue.closeSession(index + 1)));
    expect(service.requests).to.have.length(1 + 1 + 1 + 1 + 50);
    expect(service.logins).to.equal(2);
  });

  it(`a storm: all of 800 calls succeed once, with one login at a time for each jar (FC_SEED=${seed})`, async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1, 4),
        fc.constantFrom(1, 8, 200),
        // Never three in a row that serve nothing.
        fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 20 }),
        async (connections, atOnce, groups) => {
          const lives = groups.flat();
          await using service = await forgetfulService((login) => lives[login % lives.length] as number);
          const rescue = connect(service, { connections });
          // Known to be an administrator from a call before the storm.
          await rescue.closeSession(SESSION);
          for (let first = 1; first <= 800; first += atOnce) {
            await Promise.all(Array.from({ length: atOnce }, (_, index) => rescue.closeSession(first + index)));
          }
          expect([...service.closings.values()]).to.deep.equal(Array(801).fill(1));
          // A login is made for a call that found the one before it gone, and for nothing else.
          const refused = service.requests.length - service.logins - 801;
          expect(service.logins).to.be.within(1, connections + refused);
        },
      ),
      { seed, numRuns: 4 },
    );
  });
});

describe("a user who is not an administrator", () => {
  it("costs a few logins and then one now and then, however often calls are tried", async () => {
    using time = virtualTime();
    await using emulator = await startEmulator({ limits: false });
    const rescue = connect(emulator, { credentials: TECHNICIAN });
    const relogins: RescueEvents["relogin"][] = [];
    rescue.on("relogin", (event) => relogins.push(event));
    const tryFor = async (minutes: number) => {
      for (let second = 0; second < minutes * 60; second += 5) {
        const error = await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
        expect(error.code).to.equal("NotLoggedInAsAdmin");
        time.pass(5_000);
      }
    };
    await tryFor(3);
    expect(emulator.executions("login"), "in the first three minutes").to.equal(6);
    await tryFor(57);
    expect(emulator.executions("login"), "in an hour").to.be.within(10, 30);
    expect(relogins).to.have.length(emulator.executions("login") - 1);
  });

  it("costs no more logins for operations in between that are open to everyone", async () => {
    await using emulator = await startEmulator({ limits: false });
    const rescue = connect(emulator, { credentials: TECHNICIAN });
    for (let call = 0; call < 10; call += 1) {
      await rescue.operations.getAccount();
      await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
    }
    expect(emulator.executions("login")).to.equal(3);
  });

  it("and keeps trying does not prevent a new login for what the user may do", async () => {
    using time = virtualTime();
    await using emulator = await startEmulator({ limits: false });
    const rescue = connect(emulator, { credentials: TECHNICIAN });
    await rescue.operations.getAccount();
    for (let call = 0; call < 10; call += 1) {
      await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
      time.pass(3 * MINUTE);
    }
    await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
    // The login in force has served nothing yet.
    emulator.dropLogins();
    await rescue.operations.getAccount();
  });

  it("who has just lost the role costs a few more logins, but no storm", async () => {
    await using service = await forgetfulService((login) => (login === 1 ? 5 : 0));
    const rescue = connect(service);
    for (let session = 1; session <= 5; session += 1) await rescue.closeSession(session);
    for (let call = 0; call < 20; call += 1) await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
    expect(service.logins).to.equal(8);
  });

  it("and becomes one succeeds", async () => {
    using time = virtualTime();
    await using emulator = await startEmulator({ limits: false });
    const rescue = connect(emulator, { credentials: TECHNICIAN });
    for (let call = 0; call < 5; call += 1) await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
    const state = emulator.export();
    const users = state.users.map((user) =>
      user.email === TECHNICIAN.email ? { ...user, roles: { ...user.roles, administrator: 199 } } : user,
    );
    emulator.reset({ ...state, users });
    time.pass(MINUTE);
    await rescue.closeSession(SESSION);
  });
});
