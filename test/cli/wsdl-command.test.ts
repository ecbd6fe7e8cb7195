import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { takesColour } from "../../src/cli/colour.js";
import { contract } from "../reference/generated/contract.js";
import { SMALL_NAMESPACE, smallWsdl } from "../wsdl/small-wsdl.js";
import { badDesk, withBad } from "../wsdl/uncarried.js";
import { type Ended, rescue, start } from "./rescue-command.js";

const RESULT = '<s:element name="pingResult" type="s:string"/>';

/** The new WSDLs, by the exit code that each must end with. */
const CHANGES: readonly (readonly [verdict: string, code: number, text: string])[] = [
  ["same", 0, smallWsdl().replaceAll("\n", "\r\n")],
  ["cosmetic", 0, smallWsdl({ documentation: "Echoes." })],
  ["additive", 10, smallWsdl({ responseFields: `${RESULT}<s:element name="iMore" type="s:int"/>` })],
  ["risky", 11, smallWsdl().replace("https://example.test/", "https://other.test/")],
  ["breaking", 12, smallWsdl({ soapAction: "urn:example:small/pong" })],
];

describe("rescue wsdl", () => {
  let folder: string;
  let server: Server | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "wsdl-command-"));
    await writeFile(join(folder, "old.wsdl"), smallWsdl());
  });

  afterEach(async () => {
    server?.closeAllConnections();
    server?.close();
    server = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  async function serve(listener: RequestListener): Promise<string> {
    server = createServer(listener).listen(0, "127.0.0.1");
    await once(server, "listening");
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/API/API.asmx`;
  }

  async function diff(text: string, ...options: string[]): Promise<Ended> {
    await writeFile(join(folder, "new.wsdl"), text);
    return rescue(["wsdl", "diff", join(folder, "old.wsdl"), join(folder, "new.wsdl"), ...options]);
  }

  describe("diff", () => {
    for (const [verdict, code, text] of CHANGES) {
      it(`${code}: ${verdict}`, async () => {
        const ended = await diff(text);
        expect([ended.code, ended.stderr]).to.deep.equal([code, ""]);
        expect(ended.stdout).to.match(new RegExp(`^Verdict: ${verdict}`, "m"));
      });
    }

    it("12: an operation that is no longer supported, 10: one that is now; both with the reason; 6: --strict", async () => {
      const [good, bad] = [badDesk(""), withBad({ schema: "<s:choice/>" })];
      await writeFile(join(folder, "good.wsdl"), good);
      await writeFile(join(folder, "bad.wsdl"), bad);
      const [one, other] = [join(folder, "good.wsdl"), join(folder, "bad.wsdl")];
      const worse = await rescue(["wsdl", "diff", one, other]);
      expect([worse.code, worse.stderr]).to.deep.equal([12, ""]);
      expect(worse.stdout).to.match(
        /operation became unreadable.*\n +\+ bad\.wsdl:\d+:\d+: xs:choice in a complex type/,
      );
      expect(worse.stdout).to.match(
        /^LEFT OUT \(1\), as they are not supported\n {2}bad\n {6}bad\.wsdl:\d+:\d+: xs:ch/m,
      );
      const better = await rescue(["wsdl", "diff", other, one, "--json"]);
      expect([better.code, JSON.parse(better.stdout).leftOut]).to.deep.equal([10, undefined]);
      const same = await rescue(["wsdl", "diff", other, other, "--json"]);
      expect([same.code, Object.keys(JSON.parse(same.stdout).leftOut)]).to.deep.equal([0, ["bad"]]);
      const strict = await rescue(["wsdl", "diff", one, other, "--strict"]);
      expect([strict.code, strict.stdout]).to.deep.equal([6, ""]);
      expect(strict.stderr).to.match(/^rescue: the new WSDL: bad\.wsdl:\d+:\d+: xs:choice .* \(operation "bad"\)/);
    });

    it("11: a member of a derived type, and a fault, that no generated type shows", async () => {
      const type = (name: string) =>
        `<s:complexType name="Pay"/><s:complexType name="Card"><s:complexContent><s:extension base="tns:Pay"><s:sequence><s:element name="amount" type="s:${name}"/></s:sequence></s:extension></s:complexContent></s:complexType>`;
      const answer = `${RESULT}<s:element name="pay" type="tns:Pay"/>`;
      await writeFile(join(folder, "old.wsdl"), smallWsdl({ schema: type("decimal"), responseFields: answer }));
      const ended = await diff(smallWsdl({ schema: type("string"), responseFields: answer }));
      expect(ended.code).to.equal(11);
      expect(ended.stdout).to.contain("unshown-type-changed:Card.amount");
    });

    it("prints the same verdict as JSON and as Markdown, with the same exit code", async () => {
      const text = smallWsdl({ soapAction: "urn:example:small/pong" });
      const json = await diff(text, "--json");
      expect([json.code, json.stderr]).to.deep.equal([12, ""]);
      expect(JSON.parse(json.stdout)).to.include({ format: 1, verdict: "breaking", old: join(folder, "old.wsdl") });
      const markdown = await diff(text, "--markdown");
      expect([markdown.code, markdown.stderr]).to.deep.equal([12, ""]);
      expect(markdown.stdout).to.match(/^\*\*breaking \(1 breaking\)/);
    });

    it("uses no colours without a terminal", async () => {
      const { stdout } = await diff(smallWsdl({ documentation: "Echoes." }));
      expect(stdout).not.to.contain("\u001b");
      expect(takesColour({ isTTY: true }, {})).to.equal(true);
      expect(takesColour({ isTTY: true }, { NO_COLOR: "" })).to.equal(true);
      expect(takesColour({ isTTY: true }, { NO_COLOR: "0" })).to.equal(false);
      expect(takesColour({ isTTY: true }, { TERM: "dumb" })).to.equal(false);
      expect(takesColour({}, {})).to.equal(false);
      expect(takesColour({}, { FORCE_COLOR: "1" })).to.equal(true);
      expect(takesColour({ isTTY: true }, { FORCE_COLOR: "0" })).to.equal(false);
      expect(takesColour({ isTTY: true }, { FORCE_COLOR: "1", NO_COLOR: "1" })).to.equal(false);
    });

    it("exits with its verdict even when the reader stops", async () => {
      const many = Array.from({ length: 2000 }, (_, index) => `<s:element name="f${index}" type="s:int"/>`).join("");
      await writeFile(join(folder, "new.wsdl"), smallWsdl({ responseFields: RESULT + many }));
      const { child, ended } = start(["wsdl", "diff", join(folder, "old.wsdl"), join(folder, "new.wsdl")]);
      child.stdout?.destroy();
      expect(await ended).to.deep.include({ code: 10, stderr: "" });
    });

    it("accepts a URL, and does not show its query", async () => {
      const address = await serve((_, response) => response.end(smallWsdl()));
      const ended = await rescue(["wsdl", "diff", join(folder, "old.wsdl"), `${address}?wsdl&token=hunter2`, "--json"]);
      expect(ended.code).to.equal(0);
      expect(JSON.parse(ended.stdout)).to.include({ verdict: "same", new: address });
    });

    it("accepts the word packaged", async () => {
      const ended = await rescue(["wsdl", "diff", "packaged", "wsdl/API.wsdl"]);
      expect(ended).to.include({ code: 0, stderr: "" });
      expect(ended.stdout).to.contain("Verdict: same");
    });

    it("6: names the WSDL that cannot be read, and the place; 5: the one that cannot be loaded", async () => {
      const broken = await diff(smallWsdl().slice(0, 1500));
      expect([broken.code, broken.stdout]).to.deep.equal([6, ""]);
      expect(broken.stderr).to.match(/^rescue: the new WSDL: new\.wsdl:\d+:\d+: not a readable XML document: .*\n$/);

      const missing = await rescue(["wsdl", "diff", join(folder, "none.wsdl"), "packaged"]);
      expect([missing.code, missing.stdout]).to.deep.equal([5, ""]);
      expect(missing.stderr).to.match(/^rescue: the old WSDL: cannot read "none.wsdl": ENOENT\n$/);

      const plain = await rescue(["wsdl", "diff", "packaged", "http://service.example/?wsdl"]);
      expect(plain.code).to.equal(5);
      expect(plain.stderr).to.match(/only https is supported/);
    });

    it("2: for an invalid command line", async () => {
      for (const args of [
        [],
        ["diff"],
        ["diff", "a"],
        ["diff", "a", "b", "c"],
        ["diff", "a", "b", "--json", "--markdown"],
      ]) {
        const ended = await rescue(["wsdl", ...args]);
        expect([ended.code, ended.stdout], args.join(" ")).to.deep.equal([2, ""]);
        expect(ended.stderr).not.to.equal("");
      }
    });
  });

  describe("check", () => {
    it("12: an operation that became unsupported does not hide the rest; 6 with --strict", async () => {
      const packaged = await readFile("wsdl/API.wsdl", "utf8");
      const header = packaged.replace(
        /(soapAction="[^"]*\/closeSession"[^>]*>\s*<wsdl:input>)/,
        '$1<soap:header message="tns:x" part="p" use="literal"/>',
      );
      expect(header).not.to.equal(packaged);
      const endpoint = await serve((_, response) => response.end(header));
      const ended = await rescue(["wsdl", "check", "--endpoint", endpoint, "--json"]);
      const { findings, leftOut } = JSON.parse(ended.stdout) as { findings: { id: string }[]; leftOut: object };
      expect(ended.code).to.equal(12);
      expect(findings.map(({ id }) => id)).to.include("operation-became-unreadable:closeSession");
      expect(leftOut)
        .to.have.property("closeSession")
        .that.includes({ reason: "a soap:header is not supported; supported: soap:body alone" });
      const strict = await rescue(["wsdl", "check", "--endpoint", endpoint, "--strict"]);
      expect([strict.code, strict.stdout]).to.deep.equal([6, ""]);
    });

    it("0: treats the requested address as the packaged one", async () => {
      const packaged = await readFile("wsdl/API.wsdl", "utf8");
      let asked: string | undefined;
      const endpoint: string = await serve((request, response) => {
        asked = request.url;
        response.end(packaged.replaceAll(/location="[^"]*"/g, `location="${endpoint}"`));
      });
      const ended = await rescue(["wsdl", "check", "--endpoint", endpoint.replace("/API/API", "/api/api"), "--json"]);
      expect([ended.code, ended.stderr]).to.deep.equal([0, ""]);
      expect(JSON.parse(ended.stdout)).to.include({ verdict: "same", old: "packaged" });
      expect(asked).to.equal("/api/api.asmx?wsdl");
    });

    it("11: reports another address as a finding", async () => {
      const packaged = await readFile("wsdl/API.wsdl", "utf8");
      const moved = packaged.replaceAll(/location="[^"]*"/g, 'location="https://moved.example/API/API.asmx"');
      const endpoint = await serve((_, response) => response.end(moved));
      const ended = await rescue(["wsdl", "check", "--json"], { RESCUE_ENDPOINT: endpoint });
      expect(ended.code).to.equal(11);
      const { findings } = JSON.parse(ended.stdout) as { findings: { id: string }[] };
      const ids = findings.map(({ id }) => id);
      expect(ids).not.to.deep.equal([]);
      expect(ids.filter((id) => !id.startsWith("address-changed:"))).to.deep.equal([]);
    });

    it("12: reports what the vendor has broken", async () => {
      const packaged = await readFile("wsdl/API.wsdl", "utf8");
      const endpoint = await serve((_, response) =>
        response.end(packaged.replace('name="iSession"', 'name="sSession"')),
      );
      const ended = await rescue(["wsdl", "check", "--endpoint", endpoint]);
      expect(ended.code).to.equal(12);
    });

    it("5: when no WSDL is received", async () => {
      const endpoint = await serve((_, response) => response.writeHead(503, { "content-type": "text/html" }).end("no"));
      const ended = await rescue(["wsdl", "check", "--endpoint", endpoint]);
      expect([ended.code, ended.stdout]).to.deep.equal([5, ""]);
      expect(ended.stderr).to.equal('rescue: the served WSDL: status 503 with "text/html" instead of a WSDL\n');
    });

    it("6: when the received WSDL cannot be read, which is not the network's fault", async () => {
      let answer = "<html><body>Sign in</body></html>";
      const endpoint = await serve((_, response) => response.end(answer));
      const check = () => rescue(["wsdl", "check", "--endpoint", endpoint]);
      for (const [text, reason] of [
        [answer, /an HTML page instead of a WSDL/],
        ["<feed/>", /its first element is "feed"/],
        [smallWsdl().slice(0, 900), /not a readable XML document/],
        [smallWsdl({ soapBinding: '<http:binding verb="GET"/>' }), /no port has a SOAP binding/],
      ] as const) {
        answer = text;
        const ended = await check();
        expect([ended.code, ended.stdout], text).to.deep.equal([6, ""]);
        expect(ended.stderr).to.match(reason);
      }
    });

    it("2: for an invalid endpoint", async () => {
      const ended = await rescue(["wsdl", "check", "--endpoint", "https://service.example/API.asmx?wsdl"]);
      expect([ended.code, ended.stdout]).to.deep.equal([2, ""]);
      expect(ended.stderr).to.match(/endpoint: must end with the path of the service/);
    });
  });

  describe("show", () => {
    it("lists the operations", async () => {
      const ended = await rescue(["wsdl", "show", "--wsdl", "test/reference/API.wsdl"]);
      expect([ended.code, ended.stderr]).to.deep.equal([0, ""]);
      expect(ended.stdout).to.contain(
        "  closeSession(iSession: xs:int, sAuthCode?: xs:string) → closeSessionResult: closeSessionRet\n",
      );
    });

    it("prints an operation with all types that it reaches", async () => {
      const wsdl = smallWsdl({
        responseFields: `${RESULT}<s:element name="aThing" type="tns:ArrayOfThing" minOccurs="0"/>`,
        schema:
          '<s:complexType name="ArrayOfThing"><s:sequence><s:element name="Thing" type="tns:KIND" minOccurs="0" ' +
          'maxOccurs="unbounded" nillable="true"/></s:sequence></s:complexType><s:simpleType name="KIND">' +
          '<s:restriction base="s:string"><s:enumeration value="a"/><s:enumeration value="b"/></s:restriction></s:simpleType>',
      });
      await writeFile(join(folder, "some.wsdl"), wsdl);
      const ended = await rescue(["wsdl", "show", "ping", "--wsdl", join(folder, "some.wsdl")]);
      expect([ended.code, ended.stderr]).to.deep.equal([0, ""]);
      expect(ended.stdout.split("\n")).to.deep.equal([
        "ping",
        "  Answers.",
        `  SOAPAction ${SMALL_NAMESPACE}/ping`,
        "",
        "request ping",
        "  text  xs:string",
        "",
        "response pingResponse",
        "  pingResult  xs:string",
        "  aThing      ArrayOfThing, optional",
        "",
        "ArrayOfThing, with",
        "  Thing  KIND, 0 to unbounded, nillable",
        "",
        "KIND, one of",
        "  a",
        "  b",
        "",
      ]);
      const json = await rescue(["wsdl", "show", "ping", "--json", "--wsdl", join(folder, "some.wsdl")]);
      expect(JSON.parse(json.stdout)).to.deep.include({ name: "ping", enums: { KIND: ["a", "b"] } });
    });

    it("says who may call an operation of this service, and nothing where that is not known", async () => {
      const shown = async (operation: string, wsdl: string) => {
        const ended = await rescue(["wsdl", "show", operation, "--wsdl", wsdl]);
        return /^ {2}caller .*$/m.exec(ended.stdout)?.[0];
      };
      const own = "test/reference/API.wsdl";
      expect(await shown("closeSession", own)).to.equal("  caller     administrator (as the emulator checks it)");
      expect(await shown("requestPINCode", own)).to.equal("  caller     technician (as the emulator checks it)");
      expect(await shown("getNote", own)).to.equal("  caller     any user (as the emulator checks it)");
      expect(await shown("login", own)).to.equal("  caller     anybody (as the emulator checks it)");
      const json = await rescue(["wsdl", "show", "closeSession", "--json", "--wsdl", own]);
      expect(JSON.parse(json.stdout)).to.include({ caller: "administrator" });
      const newer = join(folder, "newer.wsdl");
      await writeFile(newer, smallWsdl().replaceAll(SMALL_NAMESPACE, contract.namespace));
      expect(await shown("ping", newer)).to.equal(undefined);
      const another = join(folder, "another.wsdl");
      await writeFile(another, smallWsdl().replaceAll("ping", "closeSession"));
      expect(await shown("closeSession", another)).to.equal(undefined);
    });

    it("lists the operations that are left out, with place and reason; 6 for one of them, and with --strict", async () => {
      const wsdl = join(folder, "bad.wsdl");
      await writeFile(wsdl, withBad({ schema: "<s:choice/>" }));
      const all = await rescue(["wsdl", "show", "--wsdl", wsdl]);
      expect([all.code, all.stderr]).to.deep.equal([0, ""]);
      expect(all.stdout).to.match(/^2 operations:$[\s\S]*^ {2}closeSession\(/m);
      expect(all.stdout).to.match(
        /^1 left out, as they are not supported:\n {2}bad {2}bad\.wsdl:\d+:\d+: xs:choice in a c/m,
      );
      const json = JSON.parse((await rescue(["wsdl", "show", "--wsdl", wsdl, "--json"])).stdout);
      expect(Object.keys(json.leftOut)).to.deep.equal(["bad"]);
      const one = await rescue(["wsdl", "show", "bad", "--wsdl", wsdl]);
      expect([one.code, one.stdout]).to.deep.equal([6, ""]);
      expect(one.stderr).to.match(/^rescue: bad: it was left out of the contract, as bad\.wsdl:\d+:\d+ cannot be/);
      const strict = await rescue(["wsdl", "show", "--wsdl", wsdl, "--strict"]);
      expect([strict.code, strict.stdout]).to.deep.equal([6, ""]);
    });

    it("shows hostile text as text", async () => {
      await writeFile(join(folder, "some.wsdl"), smallWsdl({ documentation: "a\u202eb\u009bc" }));
      const ended = await rescue(["wsdl", "show", "ping", "--wsdl", join(folder, "some.wsdl")]);
      expect(ended.stdout).to.contain("  a\\u{202e}b\\u{9b}c\n");
    });

    it("2: for an unknown operation, 5 for a missing WSDL", async () => {
      const unknown = await rescue(["wsdl", "show", "constructor"]);
      expect([unknown.code, unknown.stdout]).to.deep.equal([2, ""]);
      expect(unknown.stderr).to.match(/^rescue: there is no operation "constructor" in packaged/);
      expect((await rescue(["wsdl", "show", "--wsdl", join(folder, "none.wsdl")])).code).to.equal(5);
    });
  });
});
