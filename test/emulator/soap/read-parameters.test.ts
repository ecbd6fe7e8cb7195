import { expect } from "chai";
import { type Emulator, startEmulator } from "../../reference/service.js";

import { AUTH_CODE, call, envelope, exchange, faultOf, headersOf, NAMESPACE, resultOf, VERSIONS } from "../wire.js";

const OK = "closeSessionRet_OK";
const UNKNOWN = "closeSessionRet_InvalidParam_Session";
const NOBODY = "closeSessionRet_NotLoggedInAsAdmin";
const CODE = `<sAuthCode>${AUTH_CODE}</sAuthCode>`;

// Each was sent to a real ASMX service and got this reply (apart from its session numbers).
const TAKEN: readonly (readonly [what: string, inner: string, result: string])[] = [
  ["parameters in another order", `${CODE}<iSession>12345678</iSession>`, OK],
  ["a parameter twice: the first counts", `<iSession>12345678</iSession>${CODE}<iSession>1</iSession>`, OK],
  ["an unknown parameter", `<iOther><a/></iOther><iSession>12345678</iSession>${CODE}`, OK],
  ["an absent int: 0", CODE, UNKNOWN],
  ["an absent string: null", "<iSession>12345678</iSession>", NOBODY],
  ["a nil string", '<iSession>12345678</iSession><sAuthCode xsi:nil="true"/>', NOBODY],
  ["an unqualified parameter: not seen", `<iSession xmlns="">12345678</iSession>${CODE}`, UNKNOWN],
  ["a parameter of another namespace: not seen", `<iSession xmlns="urn:other">12345678</iSession>${CODE}`, UNKNOWN],
  ["a name in another case: not seen", `<isession>12345678</isession>${CODE}`, UNKNOWN],
  ["blanks around an int", `<iSession> 12345678\n</iSession>${CODE}`, OK],
  ["a plus before an int", `<iSession>+12345678</iSession>${CODE}`, OK],
  ["a processing instruction", `<?php echo 1 ?><iSession>12345678</iSession>${CODE}`, OK],
  ["CDATA", `<iSession><![CDATA[12345678]]></iSession>${CODE}`, OK],
];

const FORMAT = "Input string was not in a correct format.";
const UNREADABLE: readonly (readonly [what: string, value: string, column: number, reason: string])[] = [
  ["an empty int", "<iSession></iSession>", 309, FORMAT],
  ["a self-closed int", "<iSession/>", 299, FORMAT],
  ["letters", "<iSession>abc</iSession>", 312, FORMAT],
  ["a fraction", "<iSession>1.5</iSession>", 312, FORMAT],
  ["a nil int", '<iSession xsi:nil="true"/>', 314, FORMAT],
  ["too large", "<iSession>99999999999</iSession>", 320, "Value was either too large or too small for an Int32."],
];

describe("parameters, as leniently as ASMX", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator();
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  for (const version of VERSIONS) {
    for (const [what, inner, result] of TAKEN) {
      it(`SOAP ${version}: ${what}`, async () => {
        expect(resultOf(await call(emulator.endpoint, "closeSession", inner, { version }))).to.equal(result);
      });
    }

    for (const [what, value, column, reason] of UNREADABLE) {
      it(`SOAP ${version}: ${what} is a client fault`, async () => {
        const reply = await call(emulator.endpoint, "closeSession", `${value}${CODE}`, { version });
        // The envelope of SOAP 1.2 is two characters shorter.
        const place = `(1, ${version === "1.1" ? column : column - 2})`;
        expect(reply.status).to.equal(500);
        expect(faultOf(reply)).to.deep.equal({
          code: version === "1.1" ? "soap:Client" : "soap:Sender",
          text: `Server was unable to read request. ---&gt; There is an error in XML document ${place}. ---&gt; ${reason}`,
        });
      });
    }

    it(`SOAP ${version}: an element inside a value is 400`, async () => {
      const reply = await call(emulator.endpoint, "closeSession", `<iSession><b/>1</iSession>${CODE}`, { version });
      expect([reply.status, reply.body]).to.deep.equal([400, ""]);
    });

    it(`SOAP ${version}: an empty wrapper, an empty body and a foreign wrapper are a call without parameters`, async () => {
      for (const content of [
        `<closeSession xmlns="${NAMESPACE}"/>`,
        "",
        `<closeSession xmlns="urn:other"><iSession>1</iSession></closeSession>`,
        `<login xmlns="${NAMESPACE}"/>`,
      ]) {
        const body = envelope(version, content);
        const reply = await exchange(emulator.endpoint, { headers: headersOf(version, "closeSession"), body });
        expect(resultOf(reply)).to.equal(NOBODY);
      }
    });
  }

  it("names the line of a value in a document of several", async () => {
    const body = envelope("1.1", `\n<closeSession xmlns="${NAMESPACE}">\n  <iSession>x</iSession>\n</closeSession>`);
    const reply = await exchange(emulator.endpoint, { headers: headersOf("1.1", "closeSession"), body });
    expect(faultOf(reply).text).to.contain("(3, 25)");
  });
});
