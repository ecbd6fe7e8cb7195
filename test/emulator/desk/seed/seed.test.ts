import { expect } from "chai";
import { SESSION_STATUSES } from "../../../../src/emulator/desk/session-status.js";
import { defaultSeed, type EmulatorSeed, VirtualClock } from "../../../../src/emulator/index.js";
import { InvalidArgumentError } from "../../../../src/index.js";
import { thrown } from "../../../client/thrown.js";
import { startEmulator } from "../../../reference/service.js";
import { call, closing, credentials, resultOf } from "../../wire.js";

const NOON = Date.UTC(2026, 0, 1, 12);
const USER = { email: "a@b.c", password: "p4ssw0rd!", roles: { administrator: 11 }, authCode: "code" } as const;
const EMPTY: EmulatorSeed = { users: [], sessions: [] };

const start = (seed: EmulatorSeed) => startEmulator({ seed, clock: new VirtualClock(NOON) });

describe("a seed", () => {
  const wrong: Readonly<Record<string, readonly [seed: unknown, path: string, message: RegExp]>> = {
    "no object": [7, "", /^seed: expected an object$/],
    "without users": [{ sessions: [] }, "users", /^seed: users: is missing$/],
    "with a string for an array": [{ users: "x", sessions: [] }, "users", /^seed: users: expected an array$/],
    "with a number for a password": [
      { users: [{ ...USER, password: 771177 }], sessions: [] },
      "users[0].password",
      /^seed: users\[0\]\.password: expected a string$/,
    ],
    "with an unknown member": [{ ...EMPTY, user: [] }, "user", /^seed: user: is not known here; did you mean users\?$/],
    "with a member called __proto__": [
      JSON.parse('{"users":[],"sessions":[],"__proto__":{"polluted":1}}'),
      "__proto__",
      /is not known here/,
    ],
    "with a hostile member name": [{ ...EMPTY, "a\n\u001b[31m": 1 }, '"a\\n\\u001b[31m"', /is not known here/],
    "with an unknown role": [
      { users: [{ ...USER, roles: { boss: 1 } }], sessions: [] },
      "users[0].roles.boss",
      /is not known here/,
    ],
    "with an unknown status": [
      { users: [], sessions: [{ id: 1, status: "open" }] },
      "sessions[0].status",
      /^seed: sessions\[0\]\.status: expected "STARTING", "CONNECTING"/,
    ],
    "with an id that is no int": [
      { users: [], sessions: [{ id: 2 ** 31, status: "WAITING" }] },
      "sessions[0].id",
      /^seed: sessions\[0\]\.id: expected <=2147483647$/,
    ],
    "with a character that XML forbids": [
      { users: [{ ...USER, name: "a\u0000b" }], sessions: [] },
      "users[0].name",
      /expected a string without characters that XML forbids/,
    ],
    "with seven custom fields": [
      { users: [], sessions: [{ id: 1, status: "WAITING", customFields: Array(7).fill("") }] },
      "sessions[0].customFields",
      /too long/,
    ],
    "with an address twice": [
      { users: [USER, { ...USER, email: "A@B.C", roles: {}, authCode: "x" }], sessions: [] },
      "users[1].email",
      /occurs twice/,
    ],
    "with a node id twice": [
      { users: [USER, { ...USER, email: "b@b.c", authCode: "x" }], sessions: [] },
      "users[1].roles.administrator",
      /occurs twice/,
    ],
    "with a branch's node id": [
      { users: [{ ...USER, roles: { administrator: 3 } }], sessions: [] },
      "users[0].roles.administrator",
      /above 4/,
    ],
    "with an auth code twice": [
      { users: [USER, { ...USER, email: "b@b.c", roles: {} }], sessions: [] },
      "users[1].authCode",
      /occurs twice/,
    ],
    "with a session twice": [
      { users: [], sessions: [1, 1].map((id) => ({ id, status: "WAITING" })) },
      "sessions[1].id",
      /occurs twice/,
    ],
    "with a session of nobody": [
      { users: [USER], sessions: [{ id: 1, status: "WAITING", technician: 11 }] },
      "sessions[0].technician",
      /is not a technician of this seed/,
    ],
    "with a session in no channel": [
      { users: [], sessions: [{ id: 1, status: "WAITING", channel: 5 }] },
      "sessions[0].channel",
      /is not a channel of this seed/,
    ],
    "with a last action of nobody": [
      {
        users: [],
        sessions: [{ id: 1, status: "ONHOLD", lastAction: { from: { status: "PICKEDUP", technician: 11 } } }],
      },
      "sessions[0].lastAction.from.technician",
      /is not a technician of this seed/,
    ],
    "with a group that is not one": [
      { users: [{ ...USER, group: 77 }], sessions: [] },
      "users[0].group",
      /is not a TechnicianGroup of this seed/,
    ],
    "with a group in itself": [
      { ...EMPTY, groups: [{ id: 7, name: "x", type: "TechnicianGroup", parent: 7 }] },
      "groups[0].parent",
      /before this one/,
    ],
    "with a channel that nobody can serve": [
      { ...EMPTY, channels: [{ id: 7, name: "x", assignedTo: [9] }] },
      "channels[0].assignedTo[0]",
      /is neither a technician nor a technician group/,
    ],
    "with a PIN of five digits": [
      { ...EMPTY, pins: [{ code: "12345", technician: 1, madeAgo: 0 }] },
      "pins[0].code",
      /expected six digits/,
    ],
  };
  for (const [what, [seed, path, message]] of Object.entries(wrong)) {
    it(`${what} is refused by its path`, async () => {
      const error = await thrown(InvalidArgumentError, start(seed as EmulatorSeed));
      expect(error.path).to.equal(path === "" ? "seed." : `seed.${path}`);
      expect(error.message).to.match(message);
      expect(error.message).not.to.contain("771177");
    });
  }

  it("is never repeated in an error", async () => {
    const seed = { users: [{ ...USER, password: ["hunter2"], authCode: 42 }], sessions: [] };
    const error = await thrown(InvalidArgumentError, start(seed as unknown as EmulatorSeed));
    expect(`${error.stack}${JSON.stringify(error)}`).not.to.contain("hunter2");
  });
});

describe("the default seed", () => {
  it("is JSON, has two groups, three technicians under them, channels, and a session in every status", () => {
    expect(JSON.parse(JSON.stringify(defaultSeed))).to.deep.equal(defaultSeed);
    expect(defaultSeed.groups).to.have.length(2);
    expect(defaultSeed.users.filter(({ group }) => group !== undefined)).to.have.length(3);
    expect(defaultSeed.channels).to.have.length(2);
    expect(new Set(defaultSeed.sessions.map(({ status }) => status))).to.deep.equal(new Set(SESSION_STATUSES));
  });

  const closes: Readonly<Record<number, string>> = {
    90000001: "Error",
    90000002: "NotLoggedInAsAdmin",
    90000003: "ActionFailed",
    90000004: "InvalidParam_Session",
    90000005: "Invalid_SecretAuthCode",
    90000006: "User_Deleted_Or_Disabled",
    12345678: "OK",
  };
  for (const [session, code] of Object.entries(closes)) {
    it(`has session ${session} for ${code}`, async () => {
      await using emulator = await startEmulator();
      const reply = await call(emulator.endpoint, "closeSession", closing(Number(session), "4ahx...80u0"));
      expect(resultOf(reply)).to.equal(`closeSessionRet_${code}`);
    });
  }

  const logins = {
    "error@": "Error",
    "limit@": "LimitReached",
    "iprestricted@": "GlobalIpRestricted",
    "deleted@": "Invalid",
  };
  for (const [name, code] of Object.entries(logins)) {
    it(`has ${name}email.com for login's ${code}`, async () => {
      await using emulator = await startEmulator();
      const reply = await call(emulator.endpoint, "login", credentials(`${name}email.com`, "secretPassword"));
      expect(resultOf(reply)).to.equal(`login_${code}`);
    });
  }

  it("has the single sign-on id error-sso for requestAuthCodeSSO's Error", async () => {
    await using emulator = await startEmulator();
    const sent = "<sSSOID>error-sso</sSSOID><sPassword>secretSsoPassword</sPassword><sCompany>4711</sCompany>";
    const reply = await call(emulator.endpoint, "requestAuthCodeSSO", sent);
    expect(resultOf(reply)).to.equal("requestAuthCodeSSO_Error");
  });
});

describe("export()", () => {
  it("returns a seed that restores the same desk", async () => {
    await using emulator = await start(defaultSeed);
    const { endpoint } = emulator;
    await call(endpoint, "requestAuthCode", credentials("tech@email.com", "secretPassword"));
    await call(endpoint, "closeSession", closing(12345678, "4ahx...80u0"));
    emulator.desk.setConsole(203, "Away");
    emulator.desk.newSession({ technician: 201, customFields: ["a<b>&"], tracking0: "t" });
    emulator.clock.advance(61_000);
    const exported = emulator.export();
    expect(JSON.parse(JSON.stringify(exported))).to.deep.equal(exported);
    const clock = new VirtualClock(emulator.clock.now());
    await using again = await startEmulator({ seed: exported, clock });
    expect(again.export()).to.deep.equal(exported);
    const closed = exported.sessions.find(({ id }) => id === 12345678);
    expect(closed).to.deep.include({ status: "CLOSEDBYTECHNICIAN", closedAgo: 61, statusAgo: 61 });
    const other = exported.sessions.find(({ id }) => id === 20000001);
    expect(other?.startedAgo).to.equal((defaultSeed.sessions.find(({ id }) => id === 20000001)?.startedAgo ?? 0) + 61);
  });

  it("says of the default seed what it says itself", async () => {
    await using emulator = await start(defaultSeed);
    const { users, groups, channels } = emulator.export();
    expect({ users, groups, channels }).to.deep.equal({
      users: defaultSeed.users,
      groups: defaultSeed.groups,
      channels: defaultSeed.channels,
    });
  });
});

describe("the seed's number", () => {
  const codeOf = async (number: number) => {
    await using emulator = await start({ ...defaultSeed, number });
    const reply = await call(emulator.endpoint, "requestAuthCode", credentials("some@email.com", "secretPassword"));
    return /<sAuthCode>([a-z0-9]{80})<\/sAuthCode>/.exec(reply.body)?.[1];
  };

  it("gives the same codes again, another number gives others", async () => {
    const [first, again, other] = [await codeOf(5), await codeOf(5), await codeOf(6)];
    expect(first).to.be.a("string");
    expect(again).to.equal(first);
    expect(other).not.to.equal(first);
  });

  it("survives reset()", async () => {
    await using emulator = await start(defaultSeed);
    const code = async () =>
      (await call(emulator.endpoint, "requestAuthCode", credentials("some@email.com", "secretPassword"))).body;
    const first = await code();
    emulator.reset();
    expect(await code()).to.equal(first);
  });
});
