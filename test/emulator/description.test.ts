import { expect } from "chai";
import { type Emulator, startEmulator } from "../reference/service.js";

import { anotherContract } from "./another-contract.js";
import { exchange } from "./wire.js";

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
    const named = await exchange(emulator.wsdlUrl, { method: "GET", headers: { Host: 'a"<b&:1' } });
    expect(named.body).to.contain('location="http://a&quot;&lt;b&amp;:1/API/API.asmx"');
  });

  it("answers the package's WSDL by default, and 404 for a contract that came without one", async () => {
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
