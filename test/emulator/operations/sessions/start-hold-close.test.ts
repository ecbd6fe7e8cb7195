import { expect } from "chai";
import type { Contract } from "../../../../src/soap/contract/contract.js";
import { contract } from "../../../reference/generated/contract.js";
import type { Emulator } from "../../../reference/service.js";
import { resultOf, VERSIONS } from "../../wire.js";
import {
  ACTIVE,
  ANN,
  ask,
  BEN,
  CLOSED,
  CONNECTING,
  DISABLED,
  FAILING,
  HELD,
  LEFT,
  listed,
  OFFLINE,
  ORPHAN,
  result,
  startSessionDesk,
  statusOf,
  UNATTENDED,
  UNKNOWN,
  WAITING,
  WEB,
} from "./session-desk.js";

for (const version of VERSIONS) {
  describe(`actions on sessions, SOAP ${version}`, () => {
    let emulator: Emulator;
    before(async () => {
      emulator = await startSessionDesk();
    });
    beforeEach(() => emulator.reset());
    after(() => emulator.close());

    const start = (iSession: number, iNode: number) =>
      result(emulator, "startSession", { iSession, iNode }, { version });
    const hold = (iSession: number) => result(emulator, "holdSession", { iSession }, { version });
    const close = (iSession: number) => result(emulator, "closeSession", { iSession }, { version });

    describe("startSession", () => {
      it("picks up a waiting session: Active, with its technician", async () => {
        expect(await start(WAITING, BEN)).to.equal("OK");
        expect(await listed(emulator, WAITING)).to.include({
          bStatus: "SESSION_PICKEDUP",
          sStatus: "Active",
          iTechnician: String(BEN),
          sTechnician: "Ben",
          iEntry: String(WEB),
          iWaitingTimeInSec: "0",
        });
        expect(emulator.executions("startSession", WAITING)).to.equal(1);
      });

      it("continues one on hold", async () => {
        expect(await start(HELD, ANN)).to.equal("OK");
        expect(await statusOf(emulator, HELD)).to.equal("PICKEDUP");
      });

      it("ActionFailed for a session that is not waiting, on hold or transferring", async () => {
        for (const session of [ACTIVE, CONNECTING, LEFT])
          expect(await start(session, BEN), `${session}`).to.equal("ActionFailed");
        expect(emulator.executions("startSession")).to.equal(0);
      });

      it("ActionFailed if the console of the node is not running; that of the session's own technician does not matter", async () => {
        expect(await start(WAITING, OFFLINE)).to.equal("ActionFailed");
        expect(await start(WAITING, DISABLED)).to.equal("ActionFailed");
        emulator.desk.setConsole(ANN, "Offline");
        expect(await start(HELD, BEN)).to.equal("OK");
      });

      it("has no literals for a wrong session or node, so it answers ActionFailed", async () => {
        expect(await start(UNKNOWN, ANN)).to.equal("ActionFailed");
        expect(await start(CLOSED, ANN)).to.equal("ActionFailed");
        for (const node of [WEB, 11, 41, 0, 999])
          expect(await start(WAITING, node), `node ${node}`).to.equal("ActionFailed");
        expect(await statusOf(emulator, WAITING)).to.equal("WAITING");
      });
    });

    describe("holdSession", () => {
      it("puts an active session on hold; a second time is ActionFailed", async () => {
        expect(await hold(ACTIVE)).to.equal("OK");
        expect(await statusOf(emulator, ACTIVE)).to.equal("ONHOLD");
        expect(await hold(ACTIVE)).to.equal("ActionFailed");
        expect(emulator.executions("holdSession", ACTIVE)).to.equal(1);
      });

      it("ActionFailed for a session that is not active, has no running console, or is unknown", async () => {
        for (const session of [WAITING, HELD, CONNECTING, LEFT, UNATTENDED, ORPHAN, CLOSED, UNKNOWN])
          expect(await hold(session), `${session}`).to.equal("ActionFailed");
      });
    });

    describe("closeSession", () => {
      it("closes live sessions, and one the customer has left, once each", async () => {
        for (const session of [WAITING, ACTIVE, HELD, CONNECTING, LEFT]) {
          expect(await close(session), `${session}`).to.equal("OK");
          expect(await statusOf(emulator, session)).to.equal("gone");
          expect(await close(session), `${session} again`).to.equal("InvalidParam_Session");
        }
        expect(emulator.executions("closeSession")).to.equal(5);
      });

      it("InvalidParam_Session for unknown and closed ones, ActionFailed without a running console", async () => {
        expect(await close(UNKNOWN)).to.equal("InvalidParam_Session");
        expect(await close(CLOSED)).to.equal("InvalidParam_Session");
        expect(await close(UNATTENDED)).to.equal("ActionFailed");
        expect(await close(ORPHAN)).to.equal("ActionFailed");
      });
    });

    it("a session's own result code takes precedence over its state in every action", async () => {
      const parameters = { iSession: FAILING, iNode: 999, eNodeRef: "NODE" };
      const { iSession, iNode } = parameters;
      for (const [operation, sent] of [
        ["startSession", { iSession, iNode }],
        ["holdSession", { iSession }],
        ["transferSession", parameters],
        ["closeSession", { iSession }],
        ["cancelAction", { iSession }],
      ] as const)
        expect(resultOf(await ask(emulator, operation, sent, { version }))).to.equal(`${operation}Ret_Error`);
      expect(await statusOf(emulator, FAILING)).to.equal("PICKEDUP");
    });
  });
}

describe("actions on sessions, in a contract that has every result the guide lists", () => {
  const codes = ["Error", "OK", "NotLoggedInAsAdmin", "ActionFailed", "InvalidParam_Session", "InvalidParam_NodeID"];
  const operations = ["startSession", "holdSession", "transferSession", "cancelAction"];
  const enums = Object.fromEntries(operations.map((name) => [`${name}Ret`, codes.map((code) => `${name}Ret_${code}`)]));
  const full: Contract = { ...contract, enums: { ...contract.enums, ...enums } };
  let emulator: Emulator;
  before(async () => {
    emulator = await startSessionDesk({}, full);
  });
  after(() => emulator.close());

  // For transferSession the guide lists no answer for a wrong session.
  for (const [operation, session, node] of [
    ["startSession", "InvalidParam_Session", "InvalidParam_NodeID"],
    ["holdSession", "InvalidParam_Session", undefined],
    ["transferSession", "ActionFailed", "InvalidParam_NodeID"],
    ["cancelAction", "InvalidParam_Session", undefined],
  ] as const) {
    it(`${operation}: ${session} for an unknown and a closed session${node ? `, ${node} for no technician` : ""}`, async () => {
      const asked = (iSession: number, iNode: number) =>
        result(emulator, operation, {
          iSession,
          ...(node ? { iNode } : {}),
          ...(operation === "transferSession" ? { eNodeRef: "NODE" } : {}),
        });
      expect(await asked(UNKNOWN, ANN)).to.equal(session);
      expect(await asked(CLOSED, ANN)).to.equal(session);
      if (node) for (const wrong of [WEB, 11, 41, 999]) expect(await asked(WAITING, wrong), `${wrong}`).to.equal(node);
    });
  }
});
