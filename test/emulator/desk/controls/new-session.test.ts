import { expect } from "chai";
import { type NewSession, VirtualClock } from "../../../../src/emulator/index.js";
import { InvalidArgumentError } from "../../../../src/errors/invalid-argument-error.js";
import { type Emulator, startEmulator } from "../../../reference/service.js";
import { AUTH_CODE, call, closing, resultOf } from "../../wire.js";

describe("a session with an id and an age of one's choice", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(Date.UTC(2026, 0, 1, 12)) });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const stateOf = (session: number) => emulator.export().sessions.find(({ id }) => id === session);

  it("has that id; the next default id follows the highest", async () => {
    expect(emulator.desk.newSession({ id: 4711 })).to.equal(4711);
    expect(resultOf(await call(emulator.endpoint, "closeSession", closing(4711, AUTH_CODE)))).to.match(/OK$/);
    expect(emulator.desk.newSession({ id: 95_000_000 })).to.equal(95_000_000);
    expect(emulator.desk.newSession()).to.equal(95_000_001);
    expect(emulator.desk.newSession({ id: 2_147_483_647 })).to.equal(2_147_483_647);
    expect(emulator.desk.newSession()).to.be.within(1, 2_147_483_646);
  });

  it("started and got its status that long ago", () => {
    const id = emulator.desk.newSession({ startedAgo: 90, technician: 201, status: "PICKEDUP" });
    expect(stateOf(id)).to.include({ startedAgo: 90, statusAgo: 90, pickedUpAgo: 90 });
    emulator.clock.advance(30_000);
    expect(stateOf(id)).to.include({ startedAgo: 120, statusAgo: 120 });
  });

  for (const [path, options] of [
    ["id", { id: 12345678 }],
    ["id", { id: 0 }],
    ["id", { id: 1.5 }],
    ["id", { id: 2 ** 31 }],
    ["id", { id: "7" }],
    ["startedAgo", { startedAgo: -1 }],
    ["startedAgo", { startedAgo: Number.NaN }],
    ["startedAgo", { startedAgo: 1e10 }],
    ["options", 5],
  ] as const) {
    it(`is refused with ${JSON.stringify(options)}, naming ${path}`, () => {
      const before = emulator.export().sessions.length;
      expect(() => emulator.desk.newSession(options as NewSession))
        .to.throw(InvalidArgumentError)
        .with.property("path", path);
      expect(emulator.export().sessions).to.have.length(before);
    });
  }
});
