import { expect } from "chai";
import {
  DeadlineError,
  InvalidArgumentError,
  OutcomeUnknownError,
  ProtocolError,
  RescueResultError,
} from "../../../src/index.js";
import { VERSIONS } from "../../emulator/wire.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR } from "../guide-values.js";
import { thrown } from "../thrown.js";

for (const soap of VERSIONS) {
  describe(`rescue.pins, SOAP ${soap}`, () => {
    let emulator: Emulator;
    let rescue: RescueClient;
    const connect = (options = {}) =>
      new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint, soap, ...options });
    before(async () => {
      emulator = await startEmulator();
    });
    beforeEach(() => {
      emulator.reset();
      rescue = connect();
    });
    afterEach(() => rescue.close());
    after(() => emulator.close());

    const sent = (operation: string) =>
      emulator.log.find((call) => call.operation === operation)?.parameters as Readonly<Record<string, unknown>>;

    it("makes a PIN for the caller, with its link", async () => {
      const { code, link } = await rescue.pins.create({ customFields: ["Ann", "Printer"], tracking: "TICKET-7" });
      expect(code).to.match(/^\d{6}$/);
      expect(link).to.equal(`${new URL(emulator.endpoint).origin}/R?i=2&Code=${code}`);
      expect(sent("requestPINCodeV3")).to.include({
        sCField0: "Ann",
        sCField1: "Printer",
        sTracking0: "TICKET-7",
        bNoTechConsole: false,
        nodeId: 111,
      });
      // The customer gets to the technician with it.
      const session = emulator.desk.enterPin(code);
      emulator.desk.customerRuns(session);
      const [waiting] = await rescue.sessions.list({ node: 111 });
      expect(waiting).to.include({ id: session, word: "waiting" });
      expect(waiting?.customFields.slice(0, 2)).to.deep.equal(["Ann", "Printer"]);
    });

    it("makes one for another technician, whose console need not run", async () => {
      const refused = await thrown(RescueResultError, rescue.pins.create({ technician: 203 }));
      expect(refused).to.include({ code: "NoTechConsoleRunning", operation: "requestPINCodeV3" });
      const { code } = await rescue.pins.create({ technician: 203, requiresConsole: false });
      expect(emulator.executions("requestPINCodeV3", code)).to.equal(1);
    });

    it("keeps leading zeros", async () => {
      emulator.on("requestPINCodeV3", async () => ({
        requestPINCodeV3Result: "requestPINCode_OK",
        sPINCode: "000042",
      }));
      const { code, link } = await rescue.pins.create();
      expect(code).to.equal("000042");
      expect(new URL(link).searchParams.get("Code")).to.equal("000042");
      const { text } = await rescue.pins.emailText(code);
      expect(text).to.contain("000042");
    });

    it("makes PINs for Lens sessions", async () => {
      expect((await rescue.pins.create({ lens: true })).code).to.match(/^\d{6}$/);
      emulator.clock.advance(1_000);
      await rescue.pins.create({ lens: { phone: "+4915100000000", language: "de" } });
      expect(sent("requestLensPINCodeV3")).to.include({ sPhoneNumber: "+4915100000000", sLangCode: "de" });
      const twice = thrown(InvalidArgumentError, rescue.pins.create({ lens: true, technician: 203 }));
      expect(await twice).to.include({ path: "technician" });
    });

    it("invites with a link that is unescaped once", async () => {
      const link = await rescue.pins.invite({ tracking: "TICKET-8" });
      expect(new URL(link).searchParams.get("Code")).to.match(/^\d{6}$/);
      expect(link).not.to.contain("&amp;");
      emulator.on("requestInvitationLink", async () => ({
        requestInvitationLinkResult: "requestInvitationLink_OK",
        sInvitationLink: "https://example.com/R?i=2&amp;Name=a&amp;amp;b",
      }));
      expect(await rescue.pins.invite()).to.equal("https://example.com/R?i=2&Name=a&amp;b");
    });

    it("refuses a link that is no web address: it would run in the page that shows it", async () => {
      for (const sInvitationLink of ["", " ", "javascript:alert(1)", "https://", "https://example.com/\nR", "/R?i=2"]) {
        emulator.on("requestInvitationLink", async () => ({
          requestInvitationLinkResult: "requestInvitationLink_OK",
          sInvitationLink,
        }));
        const error = await thrown(ProtocolError, rescue.pins.invite());
        expect(error.message, sInvitationLink).to.match(/without a link that is a web address$/);
      }
    });

    it("gives the text of the mail", async () => {
      const { code, link } = await rescue.pins.create();
      expect(await rescue.pins.emailText(code)).to.include({
        subject: "Emulated Support Desk: your support session",
        link,
      });
      emulator.on("generateEmailText", async () => ({ generateEmailTextResult: "generateEmailText_OK", sText: "x" }));
      emulator.clock.advance(1_000);
      expect(await rescue.pins.emailText(code)).to.include({ text: "x", link: "" });
      expect(await thrown(InvalidArgumentError, rescue.pins.emailText("12 34"))).to.include({ path: "code" });
    });

    it("refuses an answer without a PIN", async () => {
      for (const sPINCode of ["", "12&34", "abc"]) {
        emulator.on("requestPINCodeV3", async () => ({ requestPINCodeV3Result: "requestPINCode_OK", sPINCode }));
        expect(await thrown(ProtocolError, rescue.pins.create())).to.include({ outcome: "unknown" });
      }
    });

    it("sends nothing for a request that is wrong", async () => {
      const wrong = (request: object) => thrown(InvalidArgumentError, rescue.pins.create(request));
      expect(await wrong({ customFields: Array(7).fill("x") })).to.include({ path: "customFields" });
      expect(await wrong({ customFields: "x" })).to.include({ path: "customFields" });
      const hole: string[] = [];
      hole[1] = "x";
      expect(await wrong({ customFields: hole })).to.include({ path: "customFields" });
      expect(await wrong({ technician: 0 })).to.include({ path: "technician" });
      expect(await wrong({ lens: { number: 1 } })).to.include({ path: "lens.number" });
      expect(await wrong({ ticket: "x" })).to.include({ path: "ticket" });
      expect(await thrown(InvalidArgumentError, rescue.pins.invite({ lens: true } as object))).to.include({
        path: "lens",
      });
      expect(emulator.log).to.have.length(0);
    });

    it("is not repeated when the answer is lost", async () => {
      emulator.faults.add({ operation: "requestPINCodeV3", phase: "after", kind: "reset" });
      await thrown(OutcomeUnknownError, rescue.pins.create());
      expect(emulator.log.filter(({ operation }) => operation === "requestPINCodeV3")).to.have.length(1);
    });

    it("meets the limit of an emulator, which is not waited for", async () => {
      await rescue.pins.create();
      expect(await thrown(RescueResultError, rescue.pins.create())).to.include({ code: "PollRateExceeded" });
    });

    it("waits for the limit where it is asked to, for all clients of a user", async () => {
      await using paced = connect({ paceLogins: true });
      await using other = connect({ paceLogins: true, credentials: { ...ADMINISTRATOR, email: "SOME@email.com" } });
      let waited = 0;
      for (const client of [paced, other]) client.on("paced", () => (waited += 1));
      const pins = await Promise.all([paced.pins.create(), other.pins.create(), paced.pins.invite()]);
      expect(pins).to.have.length(3);
      expect(waited).to.equal(2);
      // A call whose time is over before its turn has not been sent.
      const late = await thrown(DeadlineError, paced.pins.create({ technician: 111 }, { timeout: 300 }));
      expect(late).to.include({ outcome: "not-sent" });
    });
  });
}
