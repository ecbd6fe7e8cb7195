import { expect } from "chai";
import { type Emulator, startEmulator } from "../../reference/service.js";

import { AUTH_CODE, closing, envelope, exchange, faultOf, headersOf, NAMESPACE, resultOf, VERSIONS } from "../wire.js";

const CLOSE = `<closeSession xmlns="${NAMESPACE}">${closing(12345678, AUTH_CODE)}</closeSession>`;
const XML = { "Content-Type": "text/xml; charset=utf-8" };
const SOAP_12 = { "Content-Type": "application/soap+xml; charset=utf-8" };
const NO_ACTION = "Unable to handle request without a valid action parameter. Please supply a valid soap action.";

describe("SOAP over HTTP, as ASMX accepts it", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator();
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const post = (headers: Record<string, string>, body: string | Buffer) =>
    exchange(emulator.endpoint, { headers, body });
  const expectOk = async (headers: Record<string, string>, body: string | Buffer) =>
    expect(resultOf(await post(headers, body))).to.equal("closeSessionRet_OK");

  describe("SOAPAction and action", () => {
    it("quoted, bare or absent", async () => {
      for (const header of [
        { SOAPAction: `"${NAMESPACE}/closeSession"` },
        { SOAPAction: `${NAMESPACE}/closeSession` },
        {},
      ]) {
        emulator.reset();
        await expectOk({ ...XML, ...header }, envelope("1.1", CLOSE));
      }
    });

    it("empty or unknown: a fault, whatever the body says", async () => {
      for (const action of ["urn:<x>", `${NAMESPACE}/CLOSESESSION`, ""]) {
        for (const sent of [action, `"${action}"`]) {
          const reply = await post({ ...XML, SOAPAction: sent }, envelope("1.1", CLOSE));
          const shown = action.replace("<", "&lt;").replace(">", "&gt;");
          expect(reply.status).to.equal(500);
          expect(faultOf(reply)).to.deep.equal({
            code: "soap:Client",
            text: `Server did not recognize the value of HTTP Header SOAPAction: ${shown}.`,
          });
          expect(reply.headers["cache-control"]).to.equal("private");
        }
      }
      expect(emulator.executions("closeSession")).to.equal(0);
    });

    it("SOAP 1.2: a known action takes precedence over the body, any other is ignored", async () => {
      const as = (action: string) => ({ "Content-Type": `application/soap+xml;charset=utf-8;action="${action}"` });
      expect(resultOf(await post(as(`${NAMESPACE}/login`), envelope("1.2", CLOSE)))).to.equal("login_Invalid");
      for (const action of [`${NAMESPACE}/closeSession`, "urn:x", ""]) {
        emulator.reset();
        await expectOk(as(action), envelope("1.2", CLOSE));
      }
    });

    it("SOAP 1.2 with a SOAPAction header, as gSOAP sends it", async () => {
      await expectOk({ ...SOAP_12, SOAPAction: '"urn:x"' }, envelope("1.2", CLOSE));
    });

    for (const version of VERSIONS) {
      it(`SOAP ${version}: no action and no operation in the body: a fault`, async () => {
        const headers = version === "1.1" ? XML : SOAP_12;
        for (const content of ["", `<foo xmlns="${NAMESPACE}"/>`, '<closeSession xmlns="urn:x"/>', "<constructor/>"]) {
          const reply = await post(headers, envelope(version, content));
          expect(reply.status).to.equal(500);
          expect(faultOf(reply)).to.deep.equal({
            code: version === "1.1" ? "soap:Client" : "soap:Sender",
            text: NO_ACTION,
          });
        }
      });
    }
  });

  describe("content types", () => {
    it("answers SOAP 1.2 as text/xml in SOAP 1.2", async () => {
      const reply = await post(XML, envelope("1.2", CLOSE));
      expect(reply.headers["content-type"]).to.equal("application/soap+xml; charset=utf-8");
      expect(resultOf(reply)).to.equal("closeSessionRet_OK");
    });

    it("415 for a SOAP 1.1 envelope as application/soap+xml, application/xml, text/plain and none", async () => {
      for (const headers of [SOAP_12, { "Content-Type": "application/xml" }, { "Content-Type": "text/plain" }, {}]) {
        const reply = await post(headers, envelope("1.1", CLOSE));
        expect([reply.status, reply.body]).to.deep.equal([415, ""]);
      }
    });

    it("500 with an HTML page for JSON", async () => {
      const reply = await post({ "Content-Type": "application/json" }, "{}");
      expect(reply.status).to.equal(500);
      expect(reply.headers["content-type"]).to.match(/^text\/html/);
    });

    it("accepts a type in capitals and an unknown charset", async () => {
      await expectOk({ "Content-Type": "TEXT/XML; charset=foo" }, envelope("1.1", CLOSE));
    });
  });

  describe("documents", () => {
    it("400 for malformed XML, for an empty body, and for a DTD", async () => {
      const good = envelope("1.1", CLOSE);
      const deep = "<a>".repeat(10_000);
      for (const body of [
        deep,
        good.slice(0, -3),
        "hello",
        "",
        good.replace("?>", '?><!DOCTYPE x [<!ENTITY a "b">]>'),
      ]) {
        const reply = await post(headersOf("1.1", "closeSession"), body);
        expect([reply.status, reply.body]).to.deep.equal([400, ""]);
      }
    });

    it("reads UTF-16 of either byte order and UTF-8, each with its mark, and Latin-1 by its charset", async () => {
      const text = envelope("1.1", `${CLOSE}<!-- ü -->`);
      const little = Buffer.from(`\uFEFF${text}`, "utf16le");
      for (const body of [little, Buffer.from(little).swap16(), Buffer.from(`\uFEFF${text}`)]) {
        emulator.reset();
        await expectOk(XML, body);
      }
      emulator.reset();
      await expectOk({ "Content-Type": "text/xml; charset=iso-8859-1" }, Buffer.from(text, "latin1"));
    });

    it("VersionMismatch for another envelope, a fault for one without a body", async () => {
      const other = await post(headersOf("1.1", "closeSession"), '<Envelope xmlns="urn:x"/>');
      expect(faultOf(other).code).to.equal("soap:VersionMismatch");
      const empty = '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"/>';
      expect(faultOf(await post(headersOf("1.1", "closeSession"), empty)).text).to.contain(
        "Missing required soap:Body",
      );
    });

    for (const version of VERSIONS) {
      it(`SOAP ${version}: a header that must be understood is a fault without a detail`, async () => {
        const header = '<soap:Header><h:Foo xmlns:h="urn:h" soap:mustUnderstand="1"/></soap:Header>';
        const reply = await post(headersOf(version, "closeSession"), envelope(version, CLOSE, header));
        expect(reply.status).to.equal(500);
        expect(faultOf(reply)).to.deep.equal({
          code: "soap:MustUnderstand",
          text: "SOAP header Foo was not understood.",
        });
        expect(reply.body).not.to.match(/detail/i);
        await expectOk(headersOf(version, "closeSession"), envelope(version, CLOSE, header.replace('"1"', '"0"')));
      });
    }
  });

  describe("HTTP", () => {
    it("accepts the path in any case, and no other", async () => {
      const body = envelope("1.1", CLOSE);
      const reply = await exchange(emulator.endpoint, { path: "/api/api.ASMX", headers: XML, body });
      expect(resultOf(reply)).to.equal("closeSessionRet_OK");
      for (const path of [
        "/API",
        "/API/API.asmx/",
        "/API/../etc/passwd",
        "/API/API.asmx%00",
        "/API%2FAPI.asmx",
        "/%zz",
      ]) {
        expect((await exchange(emulator.endpoint, { path, headers: XML, body })).status, path).to.equal(404);
      }
    });

    it("405 for other methods", async () => {
      for (const method of ["PUT", "DELETE", "OPTIONS", "HEAD"]) {
        expect((await exchange(emulator.endpoint, { method })).status).to.equal(405);
      }
    });

    it("accepts a chunked request, and one that waits for 100 Continue", async () => {
      const headers = headersOf("1.1", "closeSession");
      const body = envelope("1.1", CLOSE);
      const chunked = await fetch(emulator.endpoint, {
        method: "POST",
        headers,
        body: new Blob([body]).stream(),
        duplex: "half",
      });
      expect(await chunked.text()).to.contain("closeSessionRet_OK");
      emulator.reset();
      await expectOk({ ...headers, Expect: "100-continue" }, body);
    });

    it("413 for more than 4 MiB, with and without Expect", async () => {
      const body = Buffer.alloc(4 * 1024 * 1024 + 1, " ");
      for (const expectation of [{}, { Expect: "100-continue" }]) {
        const reply = await post({ ...XML, ...expectation }, body);
        expect([reply.status, reply.headers.connection]).to.deep.equal([413, "close"]);
      }
    });
  });
});
