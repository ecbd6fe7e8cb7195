import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import type { Contract } from "../../../src/soap/contract/contract.js";
import { loadWsdl } from "../../../src/wsdl/load/load-wsdl.js";
import { readWsdlDescription } from "../../../src/wsdl/read/read-description.js";
import { readDocuments, readWsdl } from "../../../src/wsdl/read/read-wsdl.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { UNLIKE_WSDLS } from "../../wsdl/unlike-wsdls.js";
import { anotherContract } from "../another-contract.js";
import { exchange } from "../wire.js";

const WSDL = `<wsdl:port><soap:address location="https://far.example/API/API.asmx" /></wsdl:port>
<wsdl:port><soap12:address x="1" location='https://far.example/API/API.asmx'/></wsdl:port>`;

describe("the service's description", () => {
  it("answers ?wsdl in any case, with the address it was asked at in every port", async () => {
    await using emulator: Emulator = await startEmulator({ contract: anotherContract, wsdl: WSDL });
    const { host } = new URL(emulator.endpoint);
    const asked = `http://${host}/API/API.asmx`;
    for (const query of ["?wsdl", "?WSDL"]) {
      const reply = await exchange(emulator.endpoint, { method: "GET", path: `/api/api.asmx${query}` });
      expect(reply.status).to.equal(200);
      expect(reply.headers["content-type"]).to.equal("text/xml; charset=utf-8");
      expect(reply.body).to.equal(WSDL.replaceAll(/["']https:.*?["']/g, `"${asked}"`));
    }
    // Any name is taken where others can reach the emulator.
    await using open: Emulator = await startEmulator({ contract: anotherContract, wsdl: WSDL, host: "0.0.0.0" });
    const named = await exchange(open.wsdlUrl, { method: "GET", headers: { Host: 'a"<b&:1' } });
    expect(named.body).to.contain('location="http://a&quot;&lt;b&amp;:1/API/API.asmx"');
  });

  it("answers ?wsdl with a self-contained WSDL if the given one imports others", async () => {
    const importing = UNLIKE_WSDLS.filter(({ files }) => Object.keys(files).length > 1);
    expect(importing).not.to.deep.equal([]);
    for (const { what, files } of importing) {
      const main = String(files["API.wsdl"]);
      const folder = await mkdtemp(join(tmpdir(), "description-"));
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
      const { contract } = readDocuments((await loadWsdl(join(folder, "API.wsdl"))).documents);
      await rm(folder, { recursive: true });
      const documented = Object.fromEntries(
        Object.entries(contract.operations).map(([name, one]) => [name, { ...one, documentation: `<${name}> & all` }]),
      );
      const described: Contract = { ...contract, operations: documented };
      await using emulator: Emulator = await startEmulator({ contract: described, wsdl: main });
      const { body } = await exchange(emulator.wsdlUrl, { method: "GET" });
      expect(readWsdl(body, what), what).to.deep.equal({ ...described, address: emulator.endpoint });
      const ports = readWsdlDescription(body, what).ports.map(({ protocol, operations }) => [
        protocol,
        operations.size,
      ]);
      const count = Object.keys(documented).length;
      expect(ports, what).to.deep.equal([
        ["SOAP 1.1", count],
        ["SOAP 1.2", count],
      ]);
    }
  });

  it("answers the package's WSDL by default, and 404 for a contract without one", async () => {
    await using packaged: Emulator = await startEmulator();
    const { body } = await exchange(packaged.wsdlUrl, { method: "GET" });
    expect(body.match(/ location="http:\/\/127\.0\.0\.1:\d+\/API\/API\.asmx"/g)).to.have.length(2);
    expect(body).not.to.match(/address location="https:/);
    await using other: Emulator = await startEmulator({ contract: anotherContract });
    expect((await exchange(other.wsdlUrl, { method: "GET" })).status).to.equal(404);
  });

  it("lists the operations on a plain GET, escaped", async () => {
    await using emulator: Emulator = await startEmulator({ contract: anotherContract });
    const reply = await exchange(emulator.endpoint, { method: "GET" });
    expect(reply.headers["content-type"]).to.equal("text/html; charset=utf-8");
    expect(reply.headers["content-security-policy"]).to.contain("default-src 'none'").and.contain("form-action 'self'");
    expect(reply.body).to.contain('<li><a href="?op=closeSession">closeSession</a></li>');
    expect(reply.body).to.contain("Does &lt;something&gt; new").and.not.contain("<something>");
  });
});
