import { expect } from "chai";
import { type EmulatorSeed, VirtualClock } from "../../../src/emulator/index.js";
import { InvalidArgumentError } from "../../../src/index.js";
import { thrown } from "../../client/thrown.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { outOf } from "../out-parameter.js";
import { call, resultOf, VERSIONS, type Version } from "../wire.js";
import { deskOf, START } from "./desk.js";

const CODE = "<sAuthCode>code</sAuthCode>";
const desk = deskOf([
  {
    id: 7,
    status: "PICKEDUP",
    technician: 201,
    channel: 401,
    customFields: ["Customer | <1>"],
    startedAgo: 600,
    statusAgo: 500,
    pickedUpAgo: 500,
    spent: { waiting: 100 },
    chat: [{ ago: 400, from: "Customer", text: "Hello" }],
  },
]);
const seed: EmulatorSeed = {
  ...desk,
  users: desk.users.map((user) => ({ ...user, console: "Online", ...(user.authCode ? { name: "The Boss" } : {}) })),
};

describe("reports of transfers", () => {
  const clock = new VirtualClock(START);
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ seed, clock, limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  const act = async (operation: string, inner: string, version: Version) =>
    expect(
      resultOf(await call(emulator.endpoint, operation, `<iSession>7</iSession>${inner}${CODE}`, { version })),
    ).to.match(/_OK$/);
  const rows = async (area: string, on = emulator) => {
    await call(on.endpoint, "setReportArea_v2", `<eReportArea>${area}</eReportArea>${CODE}`);
    const reply = await call(on.endpoint, "getReport", `<iNodeID>1</iNodeID>${CODE}`);
    return (outOf(reply, "sReport") ?? "").split("\n").slice(1, -1);
  };

  for (const version of VERSIONS) {
    it(`SOAP ${version}: a row for each transfer: when, by whom, from where to where, why, and how long`, async () => {
      const transfer = (node: number, kind: string, comment: string) =>
        act(
          "transferSession",
          `<iNode>${node}</iNode><eNodeRef>${kind}</eNodeRef><sComment>${comment}</sComment>`,
          version,
        );
      const start = (node: number) => act("startSession", `<iNode>${node}</iNode>`, version);
      const begun = clock.now();
      const time = (seconds: number) => {
        const [, hours, minutes, rest] =
          /T(\d\d):(\d\d):(\d\d)/.exec(new Date(begun + seconds * 1000).toISOString()) ?? [];
        return `1/1/2026 ${Number(hours)}:${minutes}:${rest} PM`;
      };
      await transfer(202, "NODE", "knows printers");
      clock.advance(30_000);
      await start(202);
      clock.advance(30_000);
      await transfer(402, "CHANNEL", "spare part");
      clock.advance(5000);
      await act("cancelAction", "", version);
      expect(await rows("TRANSFERRED_SESSIONS"), "a session that goes on").to.deep.equal([]);
      await transfer(402, "CHANNEL", "again");
      clock.advance(1000);
      await start(203);
      await act("closeSession", "", version);

      const expected = [
        `7|${time(0)}|0:01:40|Customer | <1>|101|The Boss|201|Tech | One|202|Tech Two|knows printers|0:00:30|`,
        `7|${time(60)}|0:01:40|Customer | <1>|101|The Boss|202|Tech Two|402|Shop|spare part|0:00:05|`,
        `7|${time(65)}|0:01:40|Customer | <1>|101|The Boss|202|Tech Two|402|Shop|again|0:00:01|`,
      ];
      expect(await rows("TRANSFERRED_SESSIONS")).to.deep.equal(expected);
      const chat = /\|(\d+:\d\d [AP]M Customer: Hello)\|$/;
      const extended = await rows("TRANSFERRED_SESSIONS_EXTENDED");
      expect(extended.map((row) => row.replace(chat, "|CHAT|"))).to.deep.equal([
        `${expected[0]}301|First|302|Within|CHAT|`,
        `${expected[1]}302|Within|||CHAT|`,
        `${expected[2]}302|Within|||CHAT|`,
      ]);

      const exported = emulator.export();
      expect(JSON.parse(JSON.stringify(exported))).to.deep.equal(exported);
      expect(exported.sessions[0]?.transfers).to.deep.equal([
        {
          to: 202,
          kind: "NODE",
          comment: "knows printers",
          by: 101,
          from: { technician: 201, channel: 401 },
          ago: 66,
          took: 30,
        },
        {
          to: 402,
          kind: "CHANNEL",
          comment: "spare part",
          by: 101,
          from: { technician: 202, channel: 401 },
          ago: 6,
          took: 5,
        },
        {
          to: 402,
          kind: "CHANNEL",
          comment: "again",
          by: 101,
          from: { technician: 202, channel: 401 },
          ago: 1,
          took: 1,
        },
      ]);
      await using again = await startEmulator({ seed: exported, clock: new VirtualClock(clock.now()), limits: false });
      expect(again.export()).to.deep.equal(exported);
      expect(await rows("TRANSFERRED_SESSIONS", again)).to.deep.equal(expected);
    });
  }

  it("a transfer that ends because the customer leaves counts, too", async () => {
    await act("transferSession", "<iNode>202</iNode><eNodeRef>NODE</eNodeRef>", "1.1");
    clock.advance(2000);
    emulator.desk.customerLeaves(7);
    expect(await rows("TRANSFERRED_SESSIONS")).to.have.length(1);
    expect((await rows("TRANSFERRED_SESSIONS"))[0]).to.match(/\|202\|Tech Two\|\|0:00:02\|$/);
  });

  it("a seed's transfers are checked by their path", async () => {
    const [session] = desk.sessions;
    const past = { to: 202, kind: "NODE", comment: "", ago: 1, from: {} } as const;
    for (const [wrong, path] of [
      [{ ...past, to: 401 }, "to"],
      [{ ...past, kind: "CHANNEL" }, "to"],
      [{ ...past, from: { technician: 401 } }, "from.technician"],
      [{ ...past, from: { channel: 201 } }, "from.channel"],
      [{ ...past, took: -1 }, "took"],
      [{ ...past, from: { status: "WAITING" } }, "from.status"],
    ] as const) {
      const sessions = [{ ...session, transfers: [past, wrong] }];
      const error = await thrown(InvalidArgumentError, startEmulator({ seed: { ...desk, sessions } as EmulatorSeed }));
      expect(error.path).to.equal(`seed.sessions[0].transfers[1].${path}`);
    }
  });
});
