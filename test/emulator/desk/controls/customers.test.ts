import { expect } from "chai";
import type { SessionStatus } from "../../../../src/emulator/index.js";
import type { Emulator } from "../../../reference/service.js";
import {
  ACTIVE,
  ANN,
  ask,
  BEN,
  CLOSED,
  CONNECTING,
  listed,
  rowsOf,
  startSessionDesk,
  statusOf,
  UNKNOWN,
  WAITING,
} from "../../operations/sessions/session-desk.js";

describe("the customers of a desk", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startSessionDesk({
      pins: [
        { code: "012345", technician: ANN, madeAgo: 0, customFields: ["Carla", "printer"], tracking0: "T-1" },
        { code: "000001", technician: ANN, madeAgo: 1199 },
        { code: "999999", technician: ANN, madeAgo: 0, session: WAITING },
      ],
    });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  describe("enterPin", () => {
    it("opens a session of the PIN's technician: Connecting, then Waiting when the applet runs", async () => {
      const session = emulator.desk.enterPin("012345");
      expect(await listed(emulator, session)).to.include({
        bStatus: "SESSION_CONNECTING",
        iTechnician: String(ANN),
        iEntry: "0",
        sCustomField0: "Carla",
        sCustomField1: "printer",
      });
      emulator.desk.customerRuns(session);
      expect(await statusOf(emulator, session)).to.equal("WAITING");
      const rows = rowsOf(await ask(emulator, "getSession_V3", { iNodeID: ANN, eNodeRef: "NODE" }));
      expect(rows.map(({ iID }) => Number(iID))).to.include(session);
      expect(emulator.export().sessions.at(-1)).to.include({ id: session, tracking0: "T-1" });
    });

    it("accepts a PIN once", () => {
      const session = emulator.desk.enterPin("012345");
      expect(() => emulator.desk.enterPin("012345")).to.throw(`code: the PIN was used already, for session ${session}`);
      expect(() => emulator.desk.enterPin("999999")).to.throw("used already");
    });

    it("accepts a PIN for 20 minutes", () => {
      emulator.clock.advance(999);
      expect(emulator.desk.enterPin("000001")).to.be.a("number");
      emulator.reset();
      emulator.clock.advance(1000);
      expect(() => emulator.desk.enterPin("000001")).to.throw("older than 20 minutes");
    });

    it("refuses anything but a PIN, and does not repeat it", () => {
      for (const code of ["12345", "123456", "", "__proto__"])
        expect(() => emulator.desk.enterPin(code)).to.throw(/^emulator\.desk: code: no technician gave this PIN$/);
    });
  });

  describe("customerLeaves", () => {
    const LEAVING: readonly (readonly [SessionStatus, SessionStatus, inQueue: boolean])[] = [
      ["STARTING", "CUSTOMERLEFTSESSION_WASNOTPICKEDUP", false],
      ["CONNECTING", "CUSTOMERLEFTSESSION_WASNOTPICKEDUP", false],
      ["WAITING", "CLOSEDBYWAITINGCUSTOMER", false],
      ["PICKEDUP", "CLOSEDBYACTIVECUSTOMER", true],
      ["ONHOLD", "ONHOLDBUTCUSTOMERLEFT", true],
      ["REBOOTING", "CLOSED_DURINGREBOOTING", false],
      ["CONNECTIONPROBLEM", "CLOSED_DURINGRECONNECTING", false],
      ["OFFLINE", "CLOSEDBYCUSTOMER", false],
    ];
    for (const [status, closed, inQueue] of LEAVING) {
      it(`${status} becomes ${closed}${inQueue ? ", which a technician closes" : ""}`, async () => {
        const session = emulator.desk.newSession({ status, technician: BEN });
        emulator.desk.customerLeaves(session);
        expect(emulator.export().sessions.at(-1)?.status).to.equal(closed);
        expect(await statusOf(emulator, session)).to.equal(inQueue ? closed : "gone");
        expect(() => emulator.desk.customerLeaves(session)).to.throw(`has ended: it is ${closed}`);
      });
    }

    it("during a transfer it depends on whether it had a technician", async () => {
      for (const session of [ACTIVE, WAITING]) {
        await ask(emulator, "transferSession", { iSession: session, iNode: BEN, eNodeRef: "NODE" });
        emulator.desk.customerLeaves(session);
      }
      expect(await listed(emulator, ACTIVE)).to.include({
        bStatus: "SESSION_CUSTOMERLEFTSESSION_DURINGTRANSFER",
        sStatus: "Closed by active customer",
      });
      const waiting = emulator.export().sessions.find(({ id }) => id === WAITING);
      expect(waiting?.status).to.equal("CUSTOMERLEFTSESSION_DURINGTRANSFER_WITHOUTPICKUP");
    });
  });

  it("every wrong input is an InvalidArgumentError that names it", () => {
    const { desk } = emulator;
    const notText = 5 as unknown as string;
    const wrong: readonly (readonly [path: string, act: () => unknown])[] = [
      ["session", () => desk.customerRuns(UNKNOWN)],
      ["session", () => desk.customerRuns(ACTIVE)],
      ["session", () => desk.customerLeaves(UNKNOWN)],
      ["session", () => desk.customerLeaves(CLOSED)],
      ["session", () => desk.say(UNKNOWN, "Ann", "Hello")],
      ["session", () => desk.say(CLOSED, "Ann", "Hello")],
      ["from", () => desk.say(ACTIVE, notText, "Hello")],
      ["text", () => desk.say(ACTIVE, "Ann", "\u0000")],
      ["session", () => desk.setNote(UNKNOWN, "note")],
      ["text", () => desk.setNote(ACTIVE, "\uD800")],
      ["session", () => desk.setStatus(UNKNOWN, "WAITING")],
      ["status", () => desk.setStatus(ACTIVE, "BUSY" as SessionStatus)],
      ["status", () => desk.newSession({ status: "toString" as SessionStatus })],
      ["technician", () => desk.newSession({ technician: 11 })],
      ["channel", () => desk.newSession({ channel: ANN })],
      ["customFields", () => desk.newSession({ customFields: ["", "", "", "", "", "", ""] })],
      ["customFields[1]", () => desk.newSession({ customFields: ["a", notText] })],
      ["tracking0", () => desk.newSession({ tracking0: "\u0001" })],
      ["language", () => desk.newSession({ language: notText })],
      ["technician", () => desk.setConsole(WAITING, "Online")],
    ];
    const before = JSON.stringify(emulator.export());
    for (const [path, act] of wrong) {
      expect(act, path).to.throw().that.includes({ name: "InvalidArgumentError", path });
    }
    expect(JSON.stringify(emulator.export())).to.equal(before);
  });

  it("a connecting session that runs has its waiting time from then on", async () => {
    emulator.clock.advance(10_000);
    emulator.desk.customerRuns(CONNECTING);
    emulator.clock.advance(5000);
    expect(await listed(emulator, CONNECTING)).to.include({ bStatus: "SESSION_WAITING", iWaitingTimeInSec: "5" });
  });
});
