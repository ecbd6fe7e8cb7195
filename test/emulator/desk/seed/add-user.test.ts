import { expect } from "chai";
import type { SeedUser } from "../../../../src/emulator/index.js";
import { InvalidArgumentError } from "../../../../src/errors/invalid-argument-error.js";
import { type Emulator, startEmulator } from "../../../reference/service.js";
import { call, closing, credentials, logIn, resultOf } from "../../wire.js";

const USER: SeedUser = {
  email: "new@email.com",
  password: "aNewPassword",
  roles: { administrator: 5001, technician: 5002 },
  console: "Online",
  authCode: "a-new-code",
};

describe("a user who is added", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator();
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  it("logs in, has an auth code and nodes and is in the exported seed, until a reset", async () => {
    emulator.desk.addUser(USER);
    const login = credentials("new@email.com", "aNewPassword");
    const cookie = await logIn(emulator.endpoint, login);
    expect(resultOf(await call(emulator.endpoint, "closeSession", closing(20000001), { cookie }))).to.match(/OK$/);
    expect(resultOf(await call(emulator.endpoint, "closeSession", closing(20000002, "a-new-code")))).to.match(/OK$/);
    const session = emulator.desk.newSession({ technician: 5002 });
    expect(resultOf(await call(emulator.endpoint, "closeSession", closing(session, "a-new-code")))).to.match(/OK$/);
    expect(emulator.export().users.at(-1)).to.deep.include({ email: "new@email.com", roles: USER.roles });
    emulator.reset();
    expect(resultOf(await call(emulator.endpoint, "login", login))).to.equal("login_Invalid");
  });

  it("is not affected by later changes of the caller's object", () => {
    const user = structuredClone(USER) as { -readonly [Key in keyof SeedUser]: SeedUser[Key] };
    emulator.desk.addUser(user);
    user.email = "changed@email.com";
    expect(emulator.export().users.at(-1)?.email).to.equal("new@email.com");
  });

  for (const [path, change] of [
    ["user", null],
    ["user.email", { email: 5 }],
    ["user.email", { email: "SOME@email.com" }],
    ["user.authCode", { authCode: "4ahx...80u0" }],
    ["user.roles.technician", { roles: { technician: 201 } }],
    ["user.roles.technician", { roles: { administrator: 5001, technician: 5001 } }],
    ["user.roles.administrator", { roles: { administrator: 4 } }],
    ["user.group", { group: 4711 }],
    ["user.administratorGroup", { administratorGroup: 201 }],
    ["user.console", { console: "Onlin" }],
  ] as const) {
    it(`is refused with ${JSON.stringify(change)}, naming ${path} and nothing else`, () => {
      const before = emulator.export().users.length;
      const user = (change === null ? null : { ...USER, ...change }) as SeedUser;
      expect(() => emulator.desk.addUser(user))
        .to.throw(InvalidArgumentError, /^emulator\.desk: user/)
        .with.property("path", path);
      expect(emulator.export().users).to.have.length(before);
      try {
        emulator.desk.addUser(user);
      } catch (error) {
        expect(String(error)).not.to.contain("aNewPassword");
      }
    });
  }
});
