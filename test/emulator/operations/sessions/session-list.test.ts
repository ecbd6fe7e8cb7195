import { expect } from "chai";
import type { Contract } from "../../../../src/soap/contract/contract.js";
import { contract } from "../../../reference/generated/contract.js";
import { type Emulator, startEmulator } from "../../../reference/service.js";
import { call, resultOf, VERSIONS } from "../../wire.js";
import {
  ACTIVE,
  ANN,
  ask,
  BEN,
  CONNECTING,
  FAILING,
  HELD,
  LEFT,
  rowsOf,
  startSessionDesk,
  WAITING,
  WEB,
} from "./session-desk.js";

for (const version of VERSIONS) {
  describe(`getSession, SOAP ${version}`, () => {
    let emulator: Emulator;
    before(async () => {
      emulator = await startSessionDesk();
    });
    beforeEach(() => emulator.reset());
    after(() => emulator.close());

    const list = (iNodeID: number, eNodeRef = "NODE", operation = "getSession_V3") =>
      ask(emulator, operation, { iNodeID, eNodeRef }, { version });
    const ids = async (...asked: Parameters<typeof list>) => rowsOf(await list(...asked)).map(({ iID }) => Number(iID));

    it("lists a technician's sessions, oldest first, including those that the customer has left, not closed ones", async () => {
      expect(await ids(ANN)).to.deep.equal([ACTIVE, HELD, LEFT]);
      expect(await ids(BEN)).to.deep.equal([CONNECTING, FAILING]);
    });

    it("lists the sessions of a channel, with and without a technician", async () => {
      expect(await ids(WEB, "CHANNEL")).to.deep.equal([ACTIVE, WAITING]);
    });

    it("returns all fields of a session", async () => {
      const [, waiting] = rowsOf(await list(WEB, "CHANNEL"));
      expect(waiting).to.deep.equal({
        iID: String(WAITING),
        bStatus: "SESSION_WAITING",
        sStatus: "Waiting",
        iEntry: String(WEB),
        sEntry: "Web",
        iTechnician: "0",
        sTechnician: "",
        sStartTime: "3/5/2026 11:58:30 AM",
        iWaitingTimeInSec: "30",
        sCustomField0: "Customer &lt;A&gt; &amp; Co.",
        sCustomField1: "",
        sCustomField2: "",
        sCustomField3: "",
        sCustomField4: "",
        sCustomField5: "",
        sLanguage: "en",
        sTransferredTo: "",
        sTransferredComment: "",
        bIsLead: "false",
        bHandingOff: "false",
      });
    });

    it("counts the waiting time from the last change of status", async () => {
      emulator.clock.advance(12_999);
      const [waited] = rowsOf(await list(WEB, "CHANNEL")).slice(1);
      expect(waited?.iWaitingTimeInSec).to.equal("42");
      await ask(emulator, "startSession", { iSession: WAITING, iNode: BEN });
      emulator.clock.advance(2000);
      const [started] = rowsOf(await list(WEB, "CHANNEL")).slice(1);
      expect(started).to.include({ iWaitingTimeInSec: "2", sStartTime: "3/5/2026 11:58:30 AM", bIsLead: "true" });
    });

    it("the first version has the fields of SESSION only", async () => {
      const [row] = rowsOf(await list(WEB, "CHANNEL", "getSession"));
      expect(row).to.include({ iID: String(ACTIVE), sStatus: "Active", sTransferredComment: "" });
      expect(row).not.to.have.any.keys("sCustomField3", "bIsLead", "bHandingOff");
    });

    it("the first version lists everything without a node, the third does not", async () => {
      expect(await ids(0, "NODE", "getSession")).to.have.length(8);
      expect(resultOf(await list(0))).to.equal("getSession_InvalidParam_NodeID");
    });

    it("the ids of the root and of the account have no sessions", async () => {
      for (const id of [1, 5]) {
        const reply = await list(id);
        expect(resultOf(reply)).to.equal("getSession_OK");
        expect(rowsOf(reply)).to.deep.equal([]);
        expect(reply.body).to.contain("<aSessions />");
      }
    });

    it("InvalidParam_NodeID for a node of the other kind, of a kind without sessions, and for an unknown one", async () => {
      for (const [node, kind] of [
        [WEB, "NODE"],
        [ANN, "CHANNEL"],
        [1, "CHANNEL"],
        [11, "NODE"],
        [41, "NODE"],
        [-2, "NODE"],
        [999, "CHANNEL"],
      ] as const)
        for (const operation of ["getSession", "getSession_V3"])
          expect(resultOf(await list(node, kind, operation)), `${kind} ${node}`).to.equal(
            "getSession_InvalidParam_NodeID",
          );
    });
  });
}

describe("getSession of other contracts and sizes", () => {
  it("omits fields of a session that the contract does not have, and fills those that it requires in addition", async () => {
    const { SESSION = [] } = contract.types;
    const fewer = SESSION.filter(({ name }) => name !== "sStatus");
    const types = { ...contract.types, SESSION: [...fewer, { name: "iNew", type: "xs:int" }] };
    const emulator = await startEmulator({ contract: { ...contract, types } as Contract });
    try {
      const reply = await call(
        emulator.endpoint,
        "getSession",
        "<iNodeID>0</iNodeID><eNodeRef>NODE</eNodeRef><sAuthCode>4ahx...80u0</sAuthCode>",
      );
      const [row] = rowsOf(reply);
      expect(row).to.include({ iNew: "0" });
      expect(row).not.to.have.property("sStatus");
    } finally {
      await emulator.close();
    }
  });

  it("lists the one session of a technician among 20,000 closed ones", async () => {
    const closed = Array.from({ length: 20_000 }, (_, index) => ({
      id: 5000 + index,
      status: "CLOSEDBYTECHNICIAN" as const,
      technician: ANN,
    }));
    const emulator = await startSessionDesk({ sessions: [...closed, { id: 1, status: "WAITING", technician: ANN }] });
    try {
      const rows = rowsOf(await ask(emulator, "getSession_V3", { iNodeID: ANN, eNodeRef: "NODE" }));
      expect(rows.map(({ iID }) => iID)).to.deep.equal(["1"]);
    } finally {
      await emulator.close();
    }
  });
});
