import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { renderFiles } from "../../src/codegen/render-files.js";
import { loadWsdl } from "../../src/wsdl/load/load-wsdl.js";
import { readDocuments } from "../../src/wsdl/read/read-wsdl.js";
import { compileAll } from "../codegen/compile.js";
import { closeAtDesk } from "./desk-call.js";
import { UNLIKE_WSDLS } from "./unlike-wsdls.js";

describe("WSDLs of other services: read, generated, compiled and called without manual edits", function () {
  this.timeout(120_000);
  const generated = new Map<string, ReadonlyMap<string, string>>();
  const contracts = new Map<string, unknown>();
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "unlike-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  UNLIKE_WSDLS.forEach(({ what, files, literal = "closeSessionRet_OK", also = {} }, index) => {
    it(`${what}: a session is closed`, async () => {
      const own = join(folder, String(index));
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(own, path)), { recursive: true });
        await writeFile(join(own, path), content);
      }
      const { documents } = await loadWsdl(join(own, "API.wsdl"));
      const { contract } = readDocuments(documents);
      contracts.set(String(index), contract);
      generated.set(String(index), await renderFiles({ documents }));
      const [login, close] = await closeAtDesk(contract, index % 2 === 0 ? "1.1" : "1.2");
      expect(login?.loginResult).to.match(/OK$/);
      expect(close).to.deep.equal({ closeSessionResult: literal, ...also });
    });
  });

  it("all of them compile to the contract that was read", async () => {
    expect(generated).to.have.length(UNLIKE_WSDLS.length);
    await compileAll(generated, async (js) => {
      for (const [name, contract] of contracts) {
        const loaded: unknown = await import(pathToFileURL(join(js, name, "generated/contract.js")).href);
        expect(loaded, UNLIKE_WSDLS[Number(name)]?.what).to.have.property("contract").that.deep.equals(contract);
      }
    });
  });
});
