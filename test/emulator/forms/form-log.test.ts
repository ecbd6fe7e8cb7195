import { expect } from "chai";
import { type Emulator, startEmulator } from "../../reference/service.js";

import { AUTH_CODE, call } from "../wire.js";
import { callForm, METHODS, textOf } from "./form-call.js";

describe("HTTP forms in the log", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const shown = () => emulator.log.map(({ request, response }) => `${request}\n${response}`).join("\n");

  for (const method of METHODS) {
    it(`${method}: records form, operation, status word and texts`, async () => {
      await callForm(emulator.endpoint, "closeSession", { session: "20000001", authcode: AUTH_CODE }, { method });
      expect(emulator.log).to.have.length(1);
      expect(emulator.log[0]).to.include({
        form: `HTTP ${method}`,
        operation: "closeSession",
        status: 200,
        result: "OK",
        request: "session=20000001&authcode=[redacted]",
        response: "OK",
      });
    });

    it(`${method}: shows no password and no code, right, wrong, misspelt, escaped or new`, async () => {
      const secrets = ["secretPassword", AUTH_CODE, "wrongOne", "tail", "4ahx...tech...80u0"];
      await callForm(emulator.endpoint, "login", "email=some@email.com&pwd=secretPassword", { method });
      await callForm(emulator.endpoint, "login", "email=some@email.com&%50%57D=wrongOne", { method });
      await callForm(emulator.endpoint, "login", "email=some@email.com&pwd=wrongOne&tail", { method });
      await callForm(emulator.endpoint, "closeSession", `session=${AUTH_CODE}&AuthCode=wrongOne`, { method });
      await callForm(emulator.endpoint, "closeSession", `session=4ahx...%74ech...80u0`, { method });
      for (let round = 0; round < 2; round += 1) {
        const asked = { email: "some@email.com", pwd: "secretPassword" };
        secrets.push(
          (await textOf(emulator.endpoint, "requestAuthCode", asked, { method })).slice("OK\n\nAUTHCODE:".length),
        );
      }
      expect(emulator.log).to.have.length(7);
      for (const secret of secrets) {
        expect(secret).to.have.length.above(3);
        expect(shown()).not.to.contain(secret);
      }
      expect(shown()).to.contain("AUTHCODE:[redacted]");
    });
  }

  it("does not show PINs sent to customers, over SOAP and HTTP", async () => {
    const fields = { authcode: AUTH_CODE };
    const link = await textOf(emulator.endpoint, "requestInvitationLink", fields);
    const pin = /Code=(\d{6})$/.exec(link)?.[1] ?? "";
    expect(pin).to.have.length(6);
    expect(await textOf(emulator.endpoint, "generateEmailText", { ...fields, pincode: pin })).to.contain(`PIN: ${pin}`);
    const code = `<sAuthCode>${AUTH_CODE}</sAuthCode>`;
    const mail = await call(emulator.endpoint, "generateEmailText", `<iPINCode>${Number(pin)}</iPINCode>${code}`);
    expect(mail.body).to.contain(`PIN: ${pin}`);
    const other = await call(emulator.endpoint, "requestInvitationLink", code);
    const otherPin = /Code=(\d{6})/.exec(other.body)?.[1] ?? "";
    expect(otherPin).to.have.length(6);
    expect(emulator.log.map(({ result }) => result)).to.have.length(4);
    expect(shown()).not.to.contain(pin).and.not.to.contain(otherPin);
    expect(shown()).to.contain("Code=[redacted]").and.to.contain("PIN: [redacted]");
  });

  it("does not show a single sign-on password, wherever it was typed", async () => {
    await callForm(emulator.endpoint, "getNote", "session=1&authcode=wrong&comment=secretSsoPassword");
    expect(emulator.log).to.have.length(1);
    expect(shown()).not.to.contain("secretSsoPassword");
  });

  it("counts executions and plays faults as for SOAP", async () => {
    emulator.faults.add({ operation: "closeSession", phase: "before", kind: "status", status: 503 });
    const sent = { session: "20000001", authcode: AUTH_CODE };
    expect((await callForm(emulator.endpoint, "closeSession", sent)).status).to.equal(503);
    expect(emulator.executions("closeSession")).to.equal(0);
    expect(await textOf(emulator.endpoint, "closeSession", sent)).to.equal("OK");
    expect(emulator.executions("closeSession", 20000001)).to.equal(1);
    expect(emulator.log.map(({ fault }) => fault)).to.deep.equal(["status", undefined]);
  });

  it("answers ERROR if a behaviour throws", async () => {
    emulator.on("getChat", () => {
      throw new Error(`no chat for ${AUTH_CODE}`);
    });
    expect(await textOf(emulator.endpoint, "getChat", { session: "1" })).to.equal("ERROR");
  });
});
