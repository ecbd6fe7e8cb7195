import { expect } from "chai";
import type { Emulator } from "../../../reference/service.js";

import { VERSIONS } from "../../wire.js";
import {
  ACTIVE,
  ANN,
  ask,
  BEN,
  HELD,
  LEFT,
  listed,
  result,
  rowsOf,
  startSessionDesk,
  statusOf,
  WEB,
} from "./session-desk.js";

for (const version of VERSIONS) {
  describe(`sessions of deleted and disabled technicians, SOAP ${version}`, () => {
    let emulator: Emulator;
    before(async () => {
      emulator = await startSessionDesk();
    });
    beforeEach(() => emulator.reset());
    after(() => emulator.close());

    const statusNow = (id: number) => emulator.export().sessions.find((session) => session.id === id)?.status;

    for (const [what, operation, parameters] of [
      ["deleted", "deleteNode", { iNodeID: ANN }],
      ["disabled", "setUserStatus_v7_1", { iNodeID: ANN, eStatus: "Disabled" }],
    ] as const) {
      it(`${what}: live sessions are aborted and leave every queue, those that the customer had left stay`, async () => {
        expect(await result(emulator, operation, parameters, { version })).to.equal("OK");
        for (const session of [ACTIVE, HELD]) {
          expect(statusNow(session)).to.equal("ABORTED_TECHDELETEDORDISABLED");
          expect(await result(emulator, "closeSession", { iSession: session }, { version })).to.equal(
            "InvalidParam_Session",
          );
        }
        expect(await statusOf(emulator, LEFT)).to.equal("CLOSEDBYACTIVECUSTOMER");
        expect(await result(emulator, "closeSession", { iSession: LEFT }, { version })).to.equal("ActionFailed");
        const channel = rowsOf(
          await ask(emulator, "getSession_V3", { iNodeID: WEB, eNodeRef: "CHANNEL" }, { version }),
        );
        expect(channel.map(({ iID }) => Number(iID))).not.to.include(ACTIVE);
      });
    }

    it("a deleted technician has no queue, a disabled one has", async () => {
      const ask = () => result(emulator, "getSession_V3", { iNodeID: ANN, eNodeRef: "NODE" }, { version });
      await result(emulator, "setUserStatus_v7_1", { iNodeID: ANN, eStatus: "Disabled" }, { version });
      expect(await ask()).to.equal("OK");
      await result(emulator, "deleteNode", { iNodeID: ANN }, { version });
      expect(await ask()).to.equal("InvalidParam_NodeID");
    });

    it("a transfer to the technician still names it, and can be cancelled", async () => {
      await result(emulator, "transferSession", { iSession: ACTIVE, iNode: BEN, eNodeRef: "NODE" }, { version });
      await result(emulator, "deleteNode", { iNodeID: BEN }, { version });
      expect(await listed(emulator, ACTIVE)).to.include({
        sStatus: "Transferring",
        iTechnician: String(ANN),
        sTransferredTo: "Ben",
      });
      expect(await result(emulator, "cancelAction", { iSession: ACTIVE }, { version })).to.equal("OK");
      expect(await statusOf(emulator, ACTIVE)).to.equal("PICKEDUP");
    });
  });
}
