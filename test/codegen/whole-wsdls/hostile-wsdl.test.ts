import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { generate } from "../../../src/codegen/generate.js";
import { renderFiles } from "../../../src/codegen/render-files.js";
import type { Contract } from "../../../src/soap/contract/contract.js";
import { WsdlError } from "../../../src/wsdl/load/wsdl-error.js";
import { seed } from "../../soap/seed.js";
import { HOSTILE_WSDLS } from "../../wsdl/hostile-wsdls.js";
import { roundTrip } from "../../wsdl/message-round-trip.js";
import { compileAll } from "../compile.js";

describe(`${HOSTILE_WSDLS.length} hostile WSDLs (seed ${seed})`, function () {
  this.timeout(120_000);
  const generated = new Map<string, ReadonlyMap<string, string>>();
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "hostile-"));
    await writeFile(join(folder, "mine.ts"), "mine");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  HOSTILE_WSDLS.forEach(({ what, text: wsdlText, refused }, index) => {
    if (refused) {
      it(`refuses ${what}, and writes nothing`, async () => {
        const out = join(folder, "out");
        const error = await generate({ wsdlText, fileName: "hostile.wsdl", out }).catch((reason: unknown) => reason);
        expect(error).to.be.instanceOf(WsdlError);
        const { message } = error as WsdlError;
        expect(message)
          .to.match(/^hostile\.wsdl:\d+:\d+: /)
          .and.to.match(refused);
        expect(message)
          .to.match(/^[\x20-\x7e]*$/)
          .and.to.have.length.below(1000);
        expect(await readdir(folder)).to.deep.equal(["mine.ts"]);
        expect(await readFile(join(folder, "mine.ts"), "utf8")).to.equal("mine");
      });
    } else {
      it(`generates ${what}: files with plain names`, async () => {
        const files = await renderFiles({ wsdlText, fileName: "hostile.wsdl" });
        generated.set(String(index), files);
        for (const path of files.keys()) expect(path).to.match(/^(?:api\/(?:\w+\/)?)?[\p{ID_Continue}]+\.ts$/u);
        const folded = [...files.keys()].map((path) => path.toLowerCase());
        expect(new Set(folded)).to.have.length(files.size);
      });
    }
  });

  it("generated code compiles, does not run injected code, and transports values both ways", async () => {
    expect(generated.size).to.equal(HOSTILE_WSDLS.filter(({ refused }) => !refused).length);
    await compileAll(generated, async (js) => {
      for (const name of generated.keys()) {
        const loaded: unknown = await import(pathToFileURL(join(js, name, "generated/contract.js")).href);
        await import(pathToFileURL(join(js, name, "generated/api/client.js")).href);
        roundTrip((loaded as { readonly contract: Contract }).contract, 5);
      }
    });
    expect(globalThis).not.to.have.property("injected");
  });
});
