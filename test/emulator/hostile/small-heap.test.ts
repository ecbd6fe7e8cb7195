import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "chai";
import { ENVIRONMENT, MAIN } from "../../cli/rescue-command.js";
import { AUTH_CODE, call, closing, envelope, exchange, headersOf, NAMESPACE, resultOf } from "../wire.js";

const BODY = 4 * 1024 * 1024;
const XML = headersOf("1.1", "closeSession");
const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const CLOSE = `<closeSession xmlns="${NAMESPACE}">`;

/** `part` as often as a body of 4 MiB holds it, between `start` and `end`. */
function full(part: string, start = "", end = ""): string {
  return start + part.repeat(Math.floor((BODY - start.length - end.length) / part.length)) + end;
}

const ATTRIBUTES = Array.from({ length: 350_000 }, (_, at) => ` a${at}=""`).join("");

// The heap holds a few of these texts, and not what a tree or a list of their parts takes.
const REQUESTS: Readonly<Record<string, readonly [status: number, path: string, headers: object, body: string]>> = {
  "elements in the root": [400, "/API/API.asmx", XML, full("<a/>", "<r>", "</r>")],
  "elements in a call": [400, "/API/API.asmx", XML, full("<iSession>1</iSession>", CLOSE, "</closeSession>")],
  "elements in one another": [400, "/API/API.asmx", XML, full("<a>")],
  attributes: [400, "/API/API.asmx", XML, `<r${ATTRIBUTES}/>`],
  "elements with attributes": [400, "/API/API.asmx", XML, full('<a b="" c="" d="" e="" f=""/>', "<r>", "</r>")],
  "values of a form": [500, "/API/closeSession.aspx", FORM, full("a&")],
  "named values of a form": [500, "/API/closeSession.aspx", FORM, full("session=1&")],
  "values of an operation's page": [500, "/API/API.asmx?op=closeSession", FORM, full("a&")],
};

describe("an emulator with a heap of 128 MB", function () {
  this.timeout(60_000);
  let child: ChildProcess;
  let endpoint: string;
  before(async () => {
    child = spawn(process.execPath, ["--max-old-space-size=128", MAIN, "emulator", "--json"], {
      env: { ...process.env, ...ENVIRONMENT },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
    endpoint = (JSON.parse(line.toString()) as { endpoint: string }).endpoint;
  });
  after(() => child.kill("SIGKILL"));

  for (const [what, [status, path, headers, body]] of Object.entries(REQUESTS)) {
    it(`refuses 4 MiB of ${what} before they are parsed`, async () => {
      expect((await exchange(endpoint, { path, headers: { ...headers }, body })).status).to.equal(status);
    });
  }

  it("keeps serving, also a call with 10,000 unknown elements", async () => {
    const body = envelope("1.1", `${CLOSE}${"<x/>".repeat(10_000)}${closing(12345678, AUTH_CODE)}</closeSession>`);
    expect(resultOf(await exchange(endpoint, { headers: XML, body }))).to.equal("closeSessionRet_OK");
    expect(resultOf(await call(endpoint, "closeSession", closing(20000001, AUTH_CODE)))).to.equal("closeSessionRet_OK");
  });
});
