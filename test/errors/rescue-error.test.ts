import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { MessageChannel } from "node:worker_threads";
import { expect } from "chai";
import {
  AbortedError,
  ClientClosedError,
  ConnectionError,
  DeadlineError,
  InvalidArgumentError,
  NotAuthenticatedError,
  OutcomeUnknownError,
  ProtocolError,
  RescueError,
  RescueResultError,
  SoapFaultError,
} from "../../src/index.js";

const broken = new ConnectionError("closeSession", "no connection to localhost:1 (ECONNREFUSED)", {
  reason: "ECONNREFUSED",
  outcome: "not-sent",
  address: "localhost:1",
});
const refusal = {
  operation: "login",
  code: "Invalid",
  literal: "login_Invalid",
  meaning: "Wrong.",
  advice: "Correct.",
};

const ERRORS: readonly RescueError[] = [
  new RescueError("it failed", { code: "X", outcome: "unknown" }),
  new AbortedError("closeSession", "unknown"),
  new ClientClosedError("closeSession", "not-sent"),
  broken,
  new DeadlineError("closeSession", 5, "unknown"),
  new InvalidArgumentError("session", "session: expected a number"),
  new NotAuthenticatedError({ ...refusal, user: "some@email.com" }),
  new OutcomeUnknownError("closeSession", broken, "getSession_V3"),
  new ProtocolError("HTTP 404", { operation: "closeSession" }),
  new RescueResultError(refusal),
  new SoapFaultError("closeSession", { faultCode: "soap:Server", faultString: "no" }),
];

const known = (error: unknown) => {
  const { name, message, code, outcome } = error as RescueError;
  return { name, message, code, outcome };
};

async function posted(value: unknown): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  try {
    return await new Promise((resolve) => {
      port2.once("message", resolve);
      port1.postMessage(value);
    });
  } finally {
    port1.close();
  }
}

for (const error of ERRORS) {
  describe(`${error.name}`, () => {
    it("is an Error, with a stack that names it and begins where it was made", () => {
      expect(error).to.be.instanceOf(Error).and.to.be.instanceOf(RescueError);
      const [head, ...frames] = (error.stack ?? "").split("\n");
      expect(head).to.equal(`${error.name}: ${error.message}`);
      expect(frames[0]).to.contain("rescue-error.test");
      expect(String(error)).to.equal(`${error.name}: ${error.message}`);
      expect(inspect(error).split("\n")[0]).to.equal(`${error.name}: ${error.message}`);
    });

    it("shows its message, code and outcome in JSON", () => {
      expect(known(JSON.parse(JSON.stringify(error)))).to.deep.equal(known(error));
    });

    it("keeps name, message, code and outcome through structuredClone and postMessage, as its own", async () => {
      for (const copy of [structuredClone(error), await posted(error)]) {
        expect(copy).to.have.own.property("name", error.name);
        expect({ ...(copy as object) }).to.include(known(error));
      }
    });
  });
}

describe("instanceof across two copies of the package", () => {
  // The compiled errors, copied and imported again: other classes of the same names.
  const folder = mkdtempSync(join(tmpdir(), "copy-"));
  let other: Record<string, new (...args: never[]) => RescueError>;
  before(async () => {
    const errors = join(dirname(fileURLToPath(import.meta.url)), "../../src/errors");
    cpSync(errors, join(folder, "errors"), { recursive: true });
    cpSync(join(errors, "../../../package.json"), join(folder, "package.json"));
    const modules = ["rescue-error", "connection-error", "not-authenticated-error", "result-error"];
    const loaded = modules.map((name) => import(pathToFileURL(join(folder, "errors", `${name}.js`)).href));
    other = Object.assign({}, ...(await Promise.all(loaded)));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("recognises the other copy's errors, by class", () => {
    const foreign = Reflect.construct(other.NotAuthenticatedError as never, [refusal]);
    expect(Object.getPrototypeOf(foreign)).not.to.equal(NotAuthenticatedError.prototype);
    for (const type of [NotAuthenticatedError, RescueResultError, RescueError, Error])
      expect(foreign).to.be.instanceOf(type);
    for (const type of [ConnectionError, OutcomeUnknownError]) expect(foreign).not.to.be.instanceOf(type);
    expect(broken).to.be.instanceOf(other.ConnectionError).and.not.to.be.instanceOf(other.RescueResultError);
  });

  it("recognises nothing else", () => {
    for (const value of [undefined, null, "RescueError", {}, new Error("x"), { name: "RescueError", code: "X" }]) {
      expect(value).not.to.be.instanceOf(RescueError);
    }
  });

  it("a class that a user derives has the ordinary instanceof", () => {
    class Own extends ConnectionError {}
    const own = new Own("closeSession", "broke", { reason: "X", outcome: "unknown" });
    expect(own).to.be.instanceOf(Own).and.to.be.instanceOf(ConnectionError);
    expect(broken).not.to.be.instanceOf(Own);
  });
});
