import { expect } from "chai";
import type { Contract } from "../../../src/soap/contract/contract.js";
import { contract } from "../../reference/generated/contract.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { AUTH_CODE, cookieOf, exchange, logIn, NAMESPACE, resultOf } from "../wire.js";

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const PATH = "/API/API.asmx";

const plain = (html: string) =>
  html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** A contract whose texts and names try to break a page, and whose type contains itself. */
const hostile: Contract = {
  namespace: 'urn:"><script>',
  service: "</title><script>alert(1)</script>",
  port: "P",
  address: "http://localhost/",
  operations: {
    odd: {
      soapAction: '"><img src=x>',
      documentation: "<script>alert(2)</script>",
      request: { element: "odd", fields: [{ name: "aNodes", type: "NODE", min: 0, max: "unbounded" }] },
      response: { element: "oddResponse", fields: [{ name: "oNode", type: "NODE", min: 0 }] },
    },
  },
  types: {
    NODE: [
      { name: "eKind", type: "KIND" },
      { name: "oInner", type: "NODE", min: 0 },
      { name: "aTexts", type: "xs:string", min: 0, max: "unbounded" },
      { name: "sOther", type: "xs:string", namespace: 'urn:"other' },
    ],
  },
  enums: { KIND: ["<b>", "x&y"] },
};

describe("an operation's page", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator();
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const page = async (op: string) => exchange(emulator.endpoint, { method: "GET", path: `${PATH}?op=${op}` });
  const invoke = (op: string, body: string, headers: Record<string, string> = {}) =>
    exchange(emulator.endpoint, { path: `${PATH}?op=${op}`, body, headers: { ...FORM, ...headers } });

  it("is bounded for types that contain one another repeatedly", async () => {
    const names = Array.from({ length: 30 }, (_, index) => `T${index}`);
    const member = (name: string, type: string) => ({ name, type });
    const types = Object.fromEntries(
      names.map((name, index) => [
        name,
        Array.from({ length: 8 }, (_, one) => member(`f${one}`, names[index + 1] ?? "xs:int")),
      ]),
    );
    const operation = {
      soapAction: "odd",
      request: { element: "odd", fields: [member("oFirst", "T0")] },
      response: { element: "oddResponse", fields: [] },
    };
    await using other = await startEmulator({ contract: { ...hostile, operations: { odd: operation }, types } });
    const { body } = await exchange(other.endpoint, { method: "GET", path: `${PATH}?op=odd` });
    expect(plain(body)).to.contain("<f7>int</f7>").and.to.contain('<f7 xsi:nil="true" />');
    expect(body.length).to.be.below(1_000_000);
  });

  it("exists for every operation of the list, and runs no script", async () => {
    const list = await exchange(emulator.endpoint, { method: "GET" });
    const links = [...list.body.matchAll(/href="\?op=(\w+)"/g)].map(([, name = ""]) => name);
    expect(links).to.deep.equal(Object.keys(contract.operations));
    for (const name of links) {
      const reply = await page(name);
      expect(reply.status, name).to.equal(200);
      expect(reply.headers["content-type"]).to.equal("text/html; charset=utf-8");
      expect(reply.headers["content-security-policy"]).to.contain("default-src 'none'").and.not.contain("script-src");
      expect(reply.body, name).to.contain(`<form method="post" action="?op=${name}"`);
      expect(reply.body, name).not.to.match(/<script|\son\w+=/i);
    }
  });

  it("shows the messages of both versions as ASMX does", async () => {
    const { host } = new URL(emulator.endpoint);
    const samples = [...(await page("closeSession")).body.matchAll(/<pre>(.*?)<\/pre>/gs)].map(([, text = ""]) =>
      plain(text),
    );
    expect(samples).to.have.length(4);
    expect(samples[0]).to.equal(
      [
        "POST /API/API.asmx HTTP/1.1",
        `Host: ${host}`,
        "Content-Type: text/xml; charset=utf-8",
        "Content-Length: length",
        `SOAPAction: "${NAMESPACE}/closeSession"`,
        "",
        '<?xml version="1.0" encoding="utf-8"?>',
        '<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">',
        "  <soap:Body>",
        `    <closeSession xmlns="${NAMESPACE}">`,
        "      <iSession>int</iSession>",
        "      <sAuthCode>string</sAuthCode>",
        "    </closeSession>",
        "  </soap:Body>",
        "</soap:Envelope>",
      ].join("\n"),
    );
    expect(samples[1]).to.match(
      /^HTTP\/1\.1 200 OK\nContent-Type: text\/xml; charset=utf-8\nContent-Length: length\n\n<\?xml/,
    );
    expect(samples[1]).to.contain("<closeSessionResult>closeSessionRet_Error or closeSessionRet_OK or ");
    expect(samples[2]).to.contain("Content-Type: application/soap+xml; charset=utf-8").and.not.contain("SOAPAction");
    expect(samples[3])
      .to.contain('xmlns:soap12="http://www.w3.org/2003/05/soap-envelope"')
      .and.contain("<soap12:Body>");
  });

  it("says who may call, and nothing if the emulator has no such operation", async () => {
    const callerIn = (body: string) => /<p>Caller: [^<]*<\/p>/.exec(body)?.[0];
    const administrator = "<p>Caller: administrator (as this emulator checks it).</p>";
    expect(callerIn((await page("closeSession")).body)).to.equal(administrator);
    expect(callerIn((await page("getChat")).body)).to.equal("<p>Caller: any user (as this emulator checks it).</p>");
    await using other = await startEmulator({ contract: hostile });
    const { body } = await exchange(other.endpoint, { method: "GET", path: `${PATH}?op=odd` });
    expect(body).to.contain("<h3>Test</h3>");
    expect(callerIn(body)).to.equal(undefined);
  });

  it("shows two items for an array, and an operation without parameters as an empty element", async () => {
    const tree = plain((await page("getHierarchy")).body);
    expect(tree.match(/<HIERARCHY>\n {10}<iNodeID>int<\/iNodeID>/g)).to.have.length(4);
    expect(plain((await page("logout")).body)).to.contain(`<logout xmlns="${NAMESPACE}" />`);
  });

  it("hides typed passwords and codes", async () => {
    const { body } = await page("login");
    expect(body).to.contain('<input name="sEmail" type="text"').and.contain('<input name="sPassword" type="password"');
  });

  it("is 404 for an operation that the service does not have, whatever it is called", async () => {
    for (const op of ["closesessions", "constructor", "__proto__", "%3Cscript%3E", "%zz", ""]) {
      const reply = await page(op);
      expect(reply.status, op).to.equal(404);
      expect(reply.body, op).not.to.match(/<script/i);
      expect((await invoke(op, "x=1")).status, op).to.equal(404);
    }
  });

  it("escapes hostile names, texts and Host headers, and terminates for a type that contains itself", async () => {
    // Any Host is taken where others can reach the emulator.
    await using other: Emulator = await startEmulator({ contract: hostile, host: "0.0.0.0" });
    for (const path of [PATH, `${PATH}?op=odd`]) {
      const headers = { Host: "a<script>b" };
      const reply = await exchange(other.endpoint, { method: "GET", path, headers });
      expect(reply.status, path).to.equal(200);
      expect(reply.body, path).not.to.match(/<script|<img|<b>/i);
    }
    const { body } = await exchange(other.endpoint, { method: "GET", path: `${PATH}?op=odd` });
    expect(plain(plain(body)))
      .to.contain("<eKind><b> or x&y</eKind>")
      .and.contain('<oInner xsi:nil="true" />');
    expect(body).not.to.contain("<form");
  });

  describe("its form", () => {
    it("makes the call and shows the XML of the answer", async () => {
      const reply = await invoke("closeSession", `iSession=20000001&sAuthCode=${AUTH_CODE}`);
      expect(reply.status).to.equal(200);
      expect(reply.headers["content-type"]).to.equal("text/xml; charset=utf-8");
      expect(resultOf(reply)).to.equal("closeSessionRet_OK");
      expect(emulator.executions("closeSession", 20000001)).to.equal(1);
      expect(emulator.log[0]).to.include({ operation: "closeSession", form: "SOAP 1.1" });
      expect(emulator.log[0]?.request).not.to.contain(AUTH_CODE);
    });

    it("logs in and keeps the cookie", async () => {
      const login = await invoke("login", "sEmail=some%40email.com&sPassword=secretPassword");
      const cookie = cookieOf(login) ?? "";
      expect(resultOf(await invoke("closeSession", "iSession=20000001&sAuthCode=", { Cookie: cookie }))).to.match(
        /_OK$/,
      );
    });

    it("omits an empty number, and sends anything else as it is", async () => {
      const authCode = `sAuthCode=${AUTH_CODE}`;
      expect(resultOf(await invoke("closeSession", `iSession=&${authCode}`))).to.match(/_InvalidParam_Session$/);
      expect((await invoke("closeSession", `iSession=<x>&${authCode}`)).status).to.equal(500);
      const markup = "sEmail=%3C%2FsEmail%3E%00%EF%BF%BF%26amp;&sPassword=x";
      expect(resultOf(await invoke("login", markup))).to.equal("login_Invalid");
    });

    it("is refused from another site's page", async () => {
      const { host } = new URL(emulator.endpoint);
      const cookie = await logIn(emulator.endpoint);
      const close = (headers: Record<string, string>) =>
        invoke("closeSession", "iSession=20000001&sAuthCode=", { Cookie: cookie, ...headers });
      for (const foreign of [
        { Origin: "http://evil.example" },
        { Origin: "null" },
        { Origin: `http://${host}.evil.example` },
        { Referer: "http://evil.example/page" },
        { Referer: `http://evil.example/http://${host}/` },
      ]) {
        expect((await close(foreign)).status, JSON.stringify(foreign)).to.equal(403);
      }
      expect(emulator.executions("closeSession")).to.equal(0);
      for (const own of [{ Origin: `http://${host}` }, { Referer: `http://${host}${PATH}?op=closeSession` }]) {
        emulator.reset();
        const fresh = await logIn(emulator.endpoint);
        expect(resultOf(await close({ ...own, Cookie: fresh })), JSON.stringify(own)).to.match(/_OK$/);
      }
    });

    it("still answers SOAP that is sent to an address with ?op", async () => {
      const reply = await exchange(emulator.endpoint, {
        path: `${PATH}?op=closeSession`,
        headers: { "Content-Type": "text/xml" },
        body: "<nonsense",
      });
      expect(reply.status).to.equal(400);
      expect((await exchange(emulator.endpoint, { headers: FORM, body: "iSession=1" })).status).to.equal(500);
    });
  });

  it("has no HTTP bindings below the service, as its WSDL has none", async () => {
    for (const method of ["GET", "POST"]) {
      const reply = await exchange(emulator.endpoint, { method, path: `${PATH}/logout`, headers: FORM });
      expect(reply.status, method).to.equal(500);
      expect(reply.body, method).to.contain("Request format is unrecognized");
    }
  });
});
