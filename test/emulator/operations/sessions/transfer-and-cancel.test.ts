import { expect } from "chai";
import type { Emulator } from "../../../reference/service.js";

import { VERSIONS } from "../../wire.js";
import {
  ACTIVE,
  ANN,
  ask,
  BEN,
  CLOSED,
  CODES,
  CONNECTING,
  HELD,
  LEFT,
  listed,
  OFFLINE,
  PHONE,
  result,
  rowsOf,
  startSessionDesk,
  statusOf,
  UNKNOWN,
  WAITING,
  WEB,
} from "./session-desk.js";

for (const version of VERSIONS) {
  describe(`transferSession and cancelAction, SOAP ${version}`, () => {
    let emulator: Emulator;
    before(async () => {
      emulator = await startSessionDesk();
    });
    beforeEach(() => emulator.reset());
    after(() => emulator.close());

    const transfer = (iSession: number, iNode: number, eNodeRef: "NODE" | "CHANNEL" = "NODE", sComment = "please") =>
      result(emulator, "transferSession", { iSession, iNode, eNodeRef, sComment }, { version });
    const cancel = (iSession: number, code: string = CODES.first) =>
      result(emulator, "cancelAction", { iSession }, { version, code });
    const start = (iSession: number, iNode: number) =>
      result(emulator, "startSession", { iSession, iNode }, { version });
    const hold = (iSession: number) => result(emulator, "holdSession", { iSession }, { version });
    const queue = async (iNodeID: number, eNodeRef = "NODE") =>
      rowsOf(await ask(emulator, "getSession_V3", { iNodeID, eNodeRef }, { version })).map(({ iID }) => Number(iID));

    it("transfers to a technician: Transferring, in both queues, with target and comment", async () => {
      expect(await transfer(ACTIVE, BEN, "NODE", "knows printers")).to.equal("OK");
      const rows = rowsOf(await ask(emulator, "getSession_V3", { iNodeID: BEN, eNodeRef: "NODE" }, { version }));
      expect(rows.find(({ iID }) => iID === String(ACTIVE))).to.include({
        bStatus: "SESSION_TRANSFERINGBUTNOTPICKEDUP",
        sStatus: "Transferring",
        iTechnician: String(ANN),
        sTransferredTo: "Ben",
        sTransferredComment: "knows printers",
        bHandingOff: "true",
      });
      expect(await queue(ANN)).to.include(ACTIVE);
      expect(await queue(BEN)).to.include(ACTIVE);
      expect(emulator.executions("transferSession", ACTIVE)).to.equal(1);
    });

    it("the target picks it up: Active there, in one queue, the transfer is over", async () => {
      await transfer(ACTIVE, BEN);
      expect(await start(ACTIVE, BEN)).to.equal("OK");
      expect(await listed(emulator, ACTIVE)).to.include({
        bStatus: "SESSION_PICKEDUP",
        iTechnician: String(BEN),
        sTransferredTo: "",
        sTransferredComment: "",
      });
      expect(await queue(ANN)).not.to.include(ACTIVE);
      expect(await queue(BEN)).to.include(ACTIVE);
    });

    it("transfers to a channel, which needs no console; a technician who picks it up has it in that channel", async () => {
      emulator.desk.setConsole(ANN, "Offline");
      expect(await transfer(ACTIVE, PHONE, "CHANNEL")).to.equal("OK");
      expect(await listed(emulator, ACTIVE)).to.include({ sTransferredTo: "Phone", iEntry: String(WEB) });
      expect(await queue(PHONE, "CHANNEL")).to.include(ACTIVE);
      expect(await start(ACTIVE, BEN)).to.equal("OK");
      expect(await listed(emulator, ACTIVE)).to.include({ iEntry: String(PHONE), iTechnician: String(BEN) });
      expect(await queue(WEB, "CHANNEL")).not.to.include(ACTIVE);
    });

    it("the technician who transferred it may resume it with startSession, in its old channel", async () => {
      await transfer(ACTIVE, PHONE, "CHANNEL");
      expect(await start(ACTIVE, ANN)).to.equal("OK");
      expect(await listed(emulator, ACTIVE)).to.include({ iEntry: String(WEB), iTechnician: String(ANN) });
      expect(await queue(PHONE, "CHANNEL")).not.to.include(ACTIVE);
    });

    it("transfers a waiting session without a technician", async () => {
      expect(await transfer(WAITING, BEN)).to.equal("OK");
      expect(await start(WAITING, BEN)).to.equal("OK");
      expect(await queue(BEN)).to.include(WAITING);
    });

    it("ActionFailed for a target that is of the other kind, unknown, or without a running console", async () => {
      for (const [node, kind] of [
        [WEB, "NODE"],
        [BEN, "CHANNEL"],
        [11, "NODE"],
        [999, "NODE"],
        [999, "CHANNEL"],
        [OFFLINE, "NODE"],
      ] as const)
        expect(await transfer(ACTIVE, node, kind), `${kind} ${node}`).to.equal("ActionFailed");
      expect(await statusOf(emulator, ACTIVE)).to.equal("PICKEDUP");
    });

    it("ActionFailed for a session that is neither waiting nor active, and for its own technician", async () => {
      for (const session of [HELD, CONNECTING, LEFT, CLOSED, UNKNOWN])
        expect(await transfer(session, BEN), `${session}`).to.equal("ActionFailed");
      expect(await transfer(ACTIVE, ANN)).to.equal("ActionFailed");
      await transfer(ACTIVE, BEN);
      expect(await transfer(ACTIVE, PHONE, "CHANNEL"), "a second transfer").to.equal("ActionFailed");
    });

    it("cancelAction restores status, technician and channel, once", async () => {
      await transfer(WAITING, BEN);
      await transfer(ACTIVE, PHONE, "CHANNEL");
      expect(await cancel(WAITING)).to.equal("OK");
      expect(await cancel(ACTIVE)).to.equal("OK");
      expect(await listed(emulator, WAITING)).to.include({
        bStatus: "SESSION_WAITING",
        iTechnician: "0",
        sTransferredTo: "",
      });
      expect(await listed(emulator, ACTIVE)).to.include({
        bStatus: "SESSION_PICKEDUP",
        iTechnician: String(ANN),
        iEntry: String(WEB),
      });
      expect(await queue(BEN)).not.to.include(WAITING);
      expect(await cancel(WAITING)).to.equal("ActionFailed");
      expect(emulator.executions("cancelAction", WAITING)).to.equal(1);
    });

    it("cancelAction only undoes one's own action, and needs the console of the previous technician", async () => {
      await transfer(ACTIVE, BEN);
      expect(await cancel(ACTIVE, CODES.second)).to.equal("ActionFailed");
      emulator.desk.setConsole(ANN, "Offline");
      expect(await cancel(ACTIVE)).to.equal("ActionFailed");
      emulator.desk.setConsole(ANN, "Away");
      expect(await cancel(ACTIVE)).to.equal("OK");
    });

    it("cancelAction has nothing to undo without an action, or for an unknown session", async () => {
      for (const session of [ACTIVE, WAITING, HELD, UNKNOWN])
        expect(await cancel(session), `${session}`).to.equal("ActionFailed");
      expect(emulator.executions("cancelAction")).to.equal(0);
    });

    it("cancelAction undoes a hold", async () => {
      await hold(ACTIVE);
      expect(await cancel(ACTIVE)).to.equal("OK");
      expect(await listed(emulator, ACTIVE)).to.include({ bStatus: "SESSION_PICKEDUP", iTechnician: String(ANN) });
      expect(await cancel(ACTIVE), "an undone action").to.equal("ActionFailed");
    });

    it("cancelAction undoes a start: of a waiting session, or of one that a technician held", async () => {
      await start(WAITING, BEN);
      expect(await cancel(WAITING)).to.equal("OK");
      expect(await listed(emulator, WAITING)).to.include({ bStatus: "SESSION_WAITING", iTechnician: "0" });
      expect(await queue(BEN)).not.to.include(WAITING);
      await start(HELD, BEN);
      expect(await cancel(HELD)).to.equal("OK");
      expect(await listed(emulator, HELD)).to.include({ bStatus: "SESSION_ONHOLD", iTechnician: String(ANN) });
    });

    it("cancelAction undoes a pick-up, then the transfer that was picked up, which counts once", async () => {
      await transfer(ACTIVE, BEN, "NODE", "knows printers");
      await start(ACTIVE, BEN);
      expect(await cancel(ACTIVE)).to.equal("OK");
      expect(await listed(emulator, ACTIVE)).to.include({
        bStatus: "SESSION_TRANSFERINGBUTNOTPICKEDUP",
        iTechnician: String(ANN),
        sTransferredTo: "Ben",
        sTransferredComment: "knows printers",
      });
      expect(await queue(BEN)).to.include(ACTIVE);
      expect(await cancel(ACTIVE)).to.equal("OK");
      expect(await listed(emulator, ACTIVE)).to.include({ bStatus: "SESSION_PICKEDUP", iTechnician: String(ANN) });
      const { transfers } = emulator.export().sessions.find(({ id }) => id === ACTIVE) ?? {};
      expect(transfers).to.have.length(1);
    });

    it("cancelAction undoes the last action only, and only while nothing else has happened", async () => {
      await hold(ACTIVE);
      await start(ACTIVE, BEN);
      expect(await cancel(ACTIVE)).to.equal("OK");
      expect(await statusOf(emulator, ACTIVE)).to.equal("ONHOLD");
      expect(await cancel(ACTIVE), "the hold came before the last action").to.equal("ActionFailed");

      await start(WAITING, BEN);
      emulator.desk.setStatus(WAITING, "REBOOTING");
      emulator.desk.setStatus(WAITING, "PICKEDUP");
      expect(await cancel(WAITING), "the customer rebooted").to.equal("ActionFailed");
    });

    it("cancelAction of a start or hold: only one's own, and only with the consoles concerned", async () => {
      await start(HELD, BEN);
      expect(await cancel(HELD, CODES.second)).to.equal("ActionFailed");
      for (const technician of [ANN, BEN]) {
        emulator.desk.setConsole(technician, "Offline");
        expect(await cancel(HELD), `${technician}`).to.equal("ActionFailed");
        emulator.desk.setConsole(technician, "Online");
      }
      expect(await cancel(HELD)).to.equal("OK");
    });

    it("cancelAction does not reopen a closed session", async () => {
      await result(emulator, "closeSession", { iSession: ACTIVE }, { version });
      expect(await cancel(ACTIVE)).to.equal("ActionFailed");
      expect(await statusOf(emulator, ACTIVE)).to.equal("gone");
    });

    it("the last action survives export and start", async () => {
      await transfer(ACTIVE, BEN);
      await start(ACTIVE, BEN);
      const seed = emulator.export();
      const again = await startSessionDesk(seed);
      try {
        expect(again.export().sessions).to.deep.equal(seed.sessions);
        const cancelThere = (code: string) => result(again, "cancelAction", { iSession: ACTIVE }, { version, code });
        expect(await cancelThere(CODES.second)).to.equal("ActionFailed");
        expect(await cancelThere(CODES.first)).to.equal("OK");
        expect(await statusOf(again, ACTIVE)).to.equal("TRANSFERINGBUTNOTPICKEDUP");
      } finally {
        await again.close();
      }
    });

    it("a transfer survives export and start, with the administrator who made it", async () => {
      await transfer(ACTIVE, BEN);
      const again = await startSessionDesk(emulator.export());
      try {
        expect(await statusOf(again, ACTIVE)).to.equal("TRANSFERINGBUTNOTPICKEDUP");
        const second = await result(again, "cancelAction", { iSession: ACTIVE }, { version, code: CODES.second });
        expect(second).to.equal("ActionFailed");
        expect(await result(again, "cancelAction", { iSession: ACTIVE }, { version })).to.equal("OK");
      } finally {
        await again.close();
      }
    });
  });
}
