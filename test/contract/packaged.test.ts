import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { contract } from "../../generated/contract.js";
import { facadeMisfits } from "../../scripts/regenerate/facade-fit.js";
import { outdatedFiles } from "../../src/codegen/outdated-files.js";
import { renderFiles } from "../../src/codegen/render-files.js";
import { type Emulator, startEmulator } from "../../src/emulator/index.js";
import { RescueClient } from "../../src/index.js";
import { lookUp } from "../../src/soap/contract/contract.js";
import { loadWsdl } from "../../src/wsdl/load/load-wsdl.js";
import { checkOrigin } from "../../src/wsdl/load/origin.js";
import { packagedWsdl } from "../../src/wsdl/load/packaged-wsdl.js";
import { VERSIONS } from "../emulator/wire.js";
import { seed } from "../soap/seed.js";
import { expectCarried } from "./carried-operation.js";

const SAMPLES = 3;

// For whatever WSDL is packaged: no operation is named here, except those of the facade.
describe(`the packaged WSDL (seed ${seed})`, () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  after(() => emulator.close());

  it("matches origin.json, generated/ and what the emulator serves", async () => {
    const loaded = await loadWsdl("wsdl/API.wsdl");
    await checkOrigin("wsdl/API.wsdl", loaded.documents[0].bytes);
    expect(await outdatedFiles("generated", await renderFiles(loaded))).to.deep.equal([]);
    expect(packagedWsdl()).to.equal(await readFile("wsdl/API.wsdl", "utf8"));
  });

  it("fits the facade", () => {
    const needed = facadeMisfits(contract).filter((misfit) => !misfit.startsWith("RescueClient#logout:"));
    expect(needed).to.deep.equal([]);
  });

  for (const soap of VERSIONS) {
    it(`SOAP ${soap}: logs in, closes a session and logs out on the emulator`, async () => {
      await using service = await startEmulator();
      const credentials = { email: "some@email.com", password: "secretPassword" };
      await using rescue = new RescueClient({ credentials, endpoint: service.endpoint, soap });
      expect(await rescue.closeSession(12345678)).to.include({ session: 12345678, code: "OK" });
      expect(service.logins()).to.equal(1);
      const ended = await rescue.logout();
      if (lookUp(contract.operations, "logout")) expect(ended).to.include({ code: "OK" });
      else expect(ended).to.equal(undefined);
      expect(service.executions("closeSession", 12345678)).to.equal(1);
    });

    for (const name of Object.keys(contract.operations)) {
      it(`SOAP ${soap}: operation ${name} transports request and response unchanged`, () =>
        expectCarried({ contract, emulator, soap, name }, seed, SAMPLES));
    }
  }
});
