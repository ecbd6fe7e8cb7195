import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { printableJson } from "../../../src/soap/text/printable.js";
import { UNPRINTABLE } from "../../wsdl/compare/unprintable.js";
import { smallWsdl } from "../../wsdl/small-wsdl.js";
import { type Ended, jsonLines, rescue, run as runScript } from "../rescue-command.js";

const PULL = fileURLToPath(new URL("../../../scripts/pull-wsdl.js", import.meta.url));
const CODE = { RESCUE_AUTHCODE: "some-code" };
const NAMESPACE = "https://secure.logmeinrescue.com/API/API.asmx";

/** Characters that XML allows and that control a terminal, reverse or break lines, or are invisible. */
const HOSTILE =
  "\u009b2J\u009d0;x\u009c\u0085\u202e\u202a\u2066\u2069\u200e\u200f\u061c\u2028\u2029\u200b\u200d\ufeff\u00ad\u{e0041}";
const FORGED = `x\r\n12345678 closed (closeSessionRet_OK)\n${HOSTILE}`;
/** The same in an XML document, whose reader would turn a literal CR LF into a line feed. */
const FORGED_XML = FORGED.replaceAll("\r", "&#13;").replaceAll("\n", "&#10;");

/** Every line was begun by the command itself, and contains nothing that a terminal or reader could mistake for another line. */
function expectHarmless({ stdout, stderr }: Ended, lines: RegExp): void {
  for (const line of `${stdout}\n${stderr}`.split("\n")) {
    expect(line).not.to.match(UNPRINTABLE);
    expect(line).not.to.match(/[\u2028\u2029]/);
    if (line !== "") expect(line).to.match(lines);
  }
}

describe("foreign text, printed", () => {
  let server: Server;
  let endpoint: string;
  let content: string;
  let status: number;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "foreign-text-"));
    server = createServer((request, response) => {
      request.resume();
      response.writeHead(status, { "Content-Type": "text/xml; charset=utf-8" });
      response.end(
        `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${content}</soap:Body></soap:Envelope>`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/API/API.asmx`;
  });
  after(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  const answerFault = (code: string, text: string) => {
    status = 500;
    content = `<soap:Fault><faultcode>${code}</faultcode><faultstring>${text}</faultstring></soap:Fault>`;
  };
  const answerResult = (operation: string, literal: string, more = "") => {
    status = 200;
    const result = `<${operation}Result>${literal}</${operation}Result>${more}`;
    content = `<${operation}Response xmlns="${NAMESPACE}">${result}</${operation}Response>`;
  };
  const run = (...args: string[]) => rescue([...args, "--endpoint", endpoint], CODE);

  describe("by close", () => {
    const answers: Readonly<Record<string, () => void>> = {
      "a literal": () => answerResult("closeSession", `closeSessionRet_${FORGED_XML}`),
      "a fault's text": () => answerFault("soap:Client", FORGED_XML),
      "a fault's code": () => answerFault(`soap:Client.${FORGED_XML}`, "x"),
    };
    for (const [what, answer] of Object.entries(answers)) {
      it(`${what}, as text: one line, which is not about another session`, async () => {
        answer();
        const ended = await run("close", "20000001");
        expectHarmless(ended, /^20000001 (?:not closed|may be closed): /);
        expect(ended.stderr)
          .to.contain("\\u{9b}2J")
          .and.to.contain("\\u{a}12345678 closed")
          .and.to.contain("\\u{202e}");
      });

      it(`${what}, as JSON: the same text when it is parsed`, async () => {
        answer();
        const ended = await run("close", "20000001", "--json");
        expectHarmless(ended, /^\{"session":20000001,/);
        expect(ended.stdout).to.contain("\\u009b2J").and.to.contain("\\u202e").and.to.contain("\\udb40\\udc41");
        const [{ message }] = jsonLines(ended.stdout) as [{ message: string }];
        expect(message).to.contain(HOSTILE);
      });
    }

    it("in DEBUG=rescue* lines", async () => {
      answerFault("soap:Client", FORGED_XML);
      const debugged = await rescue(["close", "20000001", "--endpoint", endpoint], { ...CODE, DEBUG: "rescue*" });
      expectHarmless(debugged, /^(?:20000001 not closed: |rescue:\w+ \{)/);
    });
  });

  describe("by doctor", () => {
    for (const json of [[], ["--json"]]) {
      it(`a fault ${json.join("")}`, async () => {
        answerFault("soap:Server", FORGED_XML);
        expectHarmless(
          await run("doctor", ...json),
          /^(?:(?:endpoint|proxy) +ok|getAccount {2}failed|\{"check":"(?:endpoint|proxy|getAccount)","ok":)/,
        );
      });

      it(`the names of additions to the service ${json.join("")}`, async () => {
        // A name may contain invisible letters.
        const account = "<iAccountID>1</iAccountID><iAdminID>2</iAdminID><iTechID>3</iTechID>";
        answerResult("getAccount", "getAccount_OK", `${account}<sP\u200clan\u200d>x</sP\u200clan\u200d>`);
        const ended = await run("doctor", ...json);
        expectHarmless(
          ended,
          /^(?:(?:endpoint|proxy|drift|getAccount|closing) +ok|\{"check":"(?:endpoint|proxy|drift|getAccount|closing)")/,
        );
        expect(ended.stdout + ended.stderr).to.match(/sP\\u(?:200c|\{200c\})lan/);
      });
    }
  });

  describe("by generate, wsdl and emulator", () => {
    const name = "no\u009b2J\u202e\r\nrescue: written.wsdl";
    const commands: readonly (readonly string[])[] = [
      ["wsdl", "show", "--wsdl", name],
      ["wsdl", "diff", name, "packaged"],
      ["wsdl", "show", name],
      ["generate", "--wsdl", name, "--out", "nowhere"],
      ["generate", "--wsdl", "packaged", "--out", name, "--check"],
      ["emulator", "--seed", name],
      ["emulator", "--tls-cert", `none/${name}`, "--tls-key", name],
      ["emulator", "--host", name],
      ["close", name],
      [name],
      ["close", "1", "--soap", name],
      ["close", "1", `--${name}`],
    ];
    for (const args of commands) {
      it(`a name given as an argument: ${printableJson(args)}`, async () => {
        const ended = await rescue(args, CODE);
        expect(ended.code).to.be.oneOf([1, 2, 5]);
        expectHarmless(ended, /^(?:rescue: (?!written)|error: |[\w/.-]+ \(missing\)|\(Did you mean )/);
      });
    }

    it("what a WSDL says, in a comparison as text, JSON and Markdown", async () => {
      const [old, now] = [join(folder, "old.wsdl"), join(folder, "new.wsdl")];
      await writeFile(old, smallWsdl());
      const schema =
        '<s:simpleType name="KIND"><s:restriction base="s:string">' +
        `<s:enumeration value="${FORGED_XML}"/></s:restriction></s:simpleType>`;
      const responseFields =
        '<s:element name="pingResult" type="s:string"/><s:element name="eKind" type="tns:KIND" minOccurs="0"/>';
      await writeFile(now, smallWsdl({ documentation: FORGED_XML, responseFields, schema }));
      for (const args of [
        ["diff", old, now],
        ["diff", old, now, "--json"],
        ["diff", old, now, "--markdown"],
        ["show", "--wsdl", now],
        ["show", "ping", "--wsdl", now],
        ["show", "ping", "--wsdl", now, "--json"],
      ]) {
        const ended = await rescue(["wsdl", ...args]);
        expect(ended.code, args.join(" ")).to.be.oneOf([0, 10]);
        expectHarmless(ended, /^(?!12345678)/);
      }
    });
  });

  it("by npm run wsdl:pull, of an operation that is left out", async () => {
    const reference = await readFile("test/reference/API.wsdl", "utf8");
    const file = join(folder, "left-out.wsdl");
    await writeFile(file, reference.replaceAll("holdSession", "hold\u200d\u200cSession"));
    const ended = await runScript([PULL, file], {}, folder);
    expectHarmless(ended, /^(?:wsdl\/API\.wsdl: 51 operations, |left out: )/);
    expect(ended.stdout).to.contain("left out: hold\\u{200d}\\u{200c}Session (");
  });

  it("of an unexpected error: its message on one line, and exit code 70", async () => {
    const program = `globalThis.AbortController = class { constructor() { throw new TypeError("a\u009b\u202e\\nb"); } };`;
    const preload = `--import=data:text/javascript;base64,${Buffer.from(program).toString("base64")}`;
    const ended = await rescue(["emulator"], { NODE_OPTIONS: preload });
    expect([ended.code, ended.stdout]).to.deep.equal([70, ""]);
    expect(ended.stderr).to.contain("rescue: unexpected error, please report it: a\\u{9b}\\u{202e}\\u{a}b\n    at ");
    expectHarmless(ended, /^(?:rescue: unexpected error| {4}at )/);
  });
});
