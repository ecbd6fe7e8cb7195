import { expect } from "chai";
import type { Emulator } from "../../../reference/service.js";

import { resultOf, VERSIONS } from "../../wire.js";
import { ACTIVE, ask, CLOSED, startSessionDesk, UNKNOWN } from "./session-desk.js";

for (const version of VERSIONS) {
  describe(`getChat and getNote, SOAP ${version}`, () => {
    let emulator: Emulator;
    before(async () => {
      emulator = await startSessionDesk();
    });
    beforeEach(() => emulator.reset());
    after(() => emulator.close());

    const chat = (iSessionID: number) => ask(emulator, "getChat", { iSessionID }, { version });
    const note = (iSessionID: number) => ask(emulator, "getNote", { iSessionID }, { version });

    it("the log has a line for each message, which begins with a 12-hour clock time", async () => {
      emulator.desk.say(ACTIVE, "Customer", "It says <error> & stops");
      emulator.clock.advance(65 * 60_000);
      emulator.desk.say(ACTIVE, "Ann", "Which\r\n\r\n  error?");
      const reply = await chat(ACTIVE);
      expect(resultOf(reply)).to.equal("getChat_OK");
      expect(reply.body).to.contain(
        "<sChatLog>12:00 PM Customer: It says &lt;error&gt; &amp; stops\n1:05 PM Ann: Which error?</sChatLog>",
      );
    });

    it("returns the latest note, also of a closed session", async () => {
      emulator.desk.setNote(CLOSED, "first");
      emulator.desk.setNote(CLOSED, "  two\nlines ");
      const reply = await note(CLOSED);
      expect(resultOf(reply)).to.equal("getNote_OK");
      expect(reply.body).to.contain("<sNote>  two\nlines </sNote>");
    });

    it("both are empty if nobody wrote", async () => {
      expect((await chat(CLOSED)).body).to.contain("<sChatLog />");
      expect((await note(ACTIVE)).body).to.contain("<sNote />");
    });

    it("an unknown session gets the plain Error, as it did in a live test", async () => {
      expect(resultOf(await chat(UNKNOWN))).to.equal("getChat_Error");
      expect(resultOf(await note(UNKNOWN))).to.equal("getNote_Error");
    });
  });
}
