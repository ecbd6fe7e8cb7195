import { expect } from "chai";
import { defaultSeed, startEmulator as startPackaged } from "../../../../src/emulator/index.js";
import { exchange, VERSIONS } from "../../wire.js";
import { ANN, ask, rowsOf, startSessionDesk } from "./session-desk.js";

const sessions = Array.from({ length: 1001 }, (_, index) => ({
  id: 5000 + index,
  status: "WAITING" as const,
  technician: ANN,
  customFields: [index === 500 ? "Ä & <B>\r😀" : `Customer ${index}`],
}));

describe("a long list of sessions", () => {
  for (const version of VERSIONS) {
    it(`is the same row by row as short ones, SOAP ${version}`, async () => {
      const [long, short] = await Promise.all([
        startSessionDesk({ sessions }),
        startSessionDesk({ sessions: sessions.slice(450, 550) }),
      ]);
      try {
        const list = { iNodeID: ANN, eNodeRef: "NODE" };
        const reply = await ask(long, "getSession_V3", list, { version });
        const rows = rowsOf(reply);
        expect(rows).to.have.length(1001);
        expect(rows.slice(450, 550)).to.deep.equal(rowsOf(await ask(short, "getSession_V3", list, { version })));
        expect(reply.headers["content-length"]).to.equal(String(Buffer.byteLength(reply.body)));
        expect(reply.headers).not.to.have.property("transfer-encoding");
        const [entry] = long.log.slice(-1);
        expect(entry).to.include({ status: 200, result: "getSession_OK" });
        expect(entry?.response)
          .to.have.length(16 * 1024)
          .and.match(/^<\?xml.*<iID>5000<\/iID>/);
      } finally {
        await Promise.all([long.close(), short.close()]);
      }
    });
  }

  it("is as long as its head says where a fault changes it", async () => {
    const emulator = await startSessionDesk({ sessions });
    try {
      emulator.faults.add({ operation: "getSession_V3", kind: "connection-close", phase: "after" });
      const list = { iNodeID: ANN, eNodeRef: "NODE" };
      const spoilt = await ask(emulator, "getSession_V3", list);
      const { body } = await ask(emulator, "getSession_V3", list);
      expect(spoilt.body).to.equal(body);
    } finally {
      await emulator.close();
    }
  });

  it("is one fault where a row cannot be written", async () => {
    const emulator = await startSessionDesk();
    try {
      for (const [hostile, problem] of [
        ["\u0001", "holds a character that XML 1.0 forbids"],
        [7, "expected a string"],
      ] as const) {
        const SESSION_V3 = Array.from({ length: 300 }, (_, index) => ({ sCustomField0: index === 250 ? hostile : "" }));
        const answer: object = { getSession_V3Result: "getSession_OK", aSessions: { SESSION_V3 } };
        emulator.on("getSession_V3", () => answer);
        const reply = await ask(emulator, "getSession_V3", { iNodeID: ANN, eNodeRef: "NODE" });
        expect(reply.status).to.equal(500);
        expect(reply.body).to.include(`aSessions.SESSION_V3[250].sCustomField0: ${problem}`);
        expect(emulator.log.slice(-1)[0]).to.include({ status: 500 });
      }
    } finally {
      await emulator.close();
    }
  });

  it("comes over an HTTP form with its length too", async () => {
    const list = sessions.map((session) => ({ ...session, technician: 201 }));
    const emulator = await startPackaged({
      seed: { ...defaultSeed, sessions: list },
    });
    try {
      const path = "/API/getSession_v3.aspx?node=201&noderef=NODE&authcode=4ahx...80u0";
      const reply = await exchange(emulator.endpoint, { method: "GET", path });
      expect(reply.body.split("\n")).to.have.length(2 + 1 + 1001 + 1);
      expect(reply.headers["content-length"]).to.equal(String(Buffer.byteLength(reply.body)));
    } finally {
      await emulator.close();
    }
  });
});
