import { expect } from "chai";
import { VirtualClock } from "../../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../../reference/service.js";
import { decodeXml, outOf } from "../../out-parameter.js";
import { call, resultOf, VERSIONS } from "../../wire.js";

const TECHNICIAN = "<sAuthCode>4ahx...tech...80u0</sAuthCode>";

describe("requestInvitationLink, generateEmailText", () => {
  let emulator: Emulator;
  let origin: string;
  before(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(Date.UTC(2026, 0, 1)) });
    origin = new URL(emulator.endpoint).origin;
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const mail = (pin: number | string, version?: "1.1" | "1.2") =>
    call(
      emulator.endpoint,
      "generateEmailText",
      `<iPINCode>${pin}</iPINCode>${TECHNICIAN}`,
      version ? { version } : {},
    );

  for (const version of VERSIONS) {
    it(`SOAP ${version}: a link that is escaped twice, with a PIN that opens a session`, async () => {
      const fields = `${TECHNICIAN}<nodeId>202</nodeId><sCField0>Jane</sCField0>`;
      const reply = await call(emulator.endpoint, "requestInvitationLink", fields, { version });
      expect(resultOf(reply)).to.equal("requestInvitationLink_OK");
      expect(reply.body).to.contain("&amp;amp;Code=");
      const link = decodeXml(outOf(reply, "sInvitationLink") ?? "");
      const pin = link.slice(-6);
      expect(link).to.equal(`${origin}/R?i=2&Code=${pin}`);
      expect(emulator.executions("requestInvitationLink", pin)).to.equal(1);
      const session = emulator.desk.enterPin(pin);
      const opened = emulator.export().sessions.find(({ id }) => id === session);
      expect(opened).to.deep.include({ technician: 202, customFields: ["Jane"] });
    });

    it(`SOAP ${version}: subject, text, link and signature for a PIN, with its leading zeros`, async () => {
      const reply = await mail(42, version);
      expect(resultOf(reply)).to.equal("generateEmailText_OK");
      expect(outOf(reply, "sLink")).to.equal(`${origin}/R?i=2&Code=000042`);
      expect(outOf(reply, "sText"))
        .to.contain("000042")
        .and.match(/\n.*: /);
      expect(outOf(reply, "sSubject")).to.contain("Emulated Support Desk");
      expect(outOf(reply, "sSignature")).to.contain("First Technician");
    });
  }

  it("InvalidPINFormat for anything but six digits", async () => {
    for (const pin of [-1, 1_000_000, 2_147_483_647]) {
      expect(resultOf(await mail(pin)), String(pin)).to.equal("generateEmailText_InvalidPINFormat");
      emulator.clock.advance(1000);
    }
    expect(resultOf(await mail(999_999))).to.equal("generateEmailText_OK");
  });

  it("plain Error for more than one call a second; PINs are counted apart", async () => {
    expect(resultOf(await mail(1))).to.equal("generateEmailText_OK");
    expect(resultOf(await call(emulator.endpoint, "requestPINCode", TECHNICIAN))).to.equal("requestPINCode_OK");
    emulator.clock.advance(900);
    expect(resultOf(await mail(1))).to.equal("generateEmailText_Error");
    emulator.clock.advance(100);
    expect(resultOf(await mail(1))).to.equal("generateEmailText_OK");
  });
});
