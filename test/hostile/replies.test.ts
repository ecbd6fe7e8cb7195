import { expect } from "chai";
import {
  ConnectionError,
  NotAuthenticatedError,
  type Outcome,
  OutcomeUnknownError,
  ProtocolError,
  RescueError,
  RescueResultError,
  SoapFaultError,
  type SoapVersion,
} from "../../src/index.js";
import { VERSIONS } from "../emulator/wire.js";
import { RescueClient } from "../reference/service.js";
import { BAD_REPLIES } from "./bad-replies.js";
import { type BadReply, type ExpectedError, REASONS } from "./corpus.js";
import { filler, type PreparedReply, prepareReply } from "./prepare-reply.js";
import { watchPrototypes } from "./prototypes.js";
import { replies as oddReplies } from "./replies/good-but-odd.js";
import { type ReplyServer, startReplyServer } from "./reply-server.js";
import { PIN_CODE, ROLES, type Role, SESSION_ROW, TARGETS, type Target } from "./roles.js";

/** The time of each call; a call that takes longer hangs. */
const TIMEOUT = 20_000;
const RUNS = ["the first time", "once more in the same process"];

const everyEntry = [...BAD_REPLIES.values()].flat();

describe("hostile replies: each ends with the expected error", function () {
  this.timeout(300_000);
  let server: ReplyServer;
  let clients: Map<string, RescueClient>;
  let stray: unknown[];
  let changedPrototypes: () => string[];
  const onStray = (error: unknown) => stray.push(error);

  before(async () => {
    server = await startReplyServer();
    clients = new Map();
    stray = [];
    changedPrototypes = watchPrototypes();
    process.on("uncaughtException", onStray).on("unhandledRejection", onStray);
  });

  after(async () => {
    process.off("uncaughtException", onStray).off("unhandledRejection", onStray);
    for (const client of clients.values()) client.close();
    await server[Symbol.asyncDispose]();
  });

  function newClient(soap: SoapVersion, maxReplyBytes?: number): RescueClient {
    return new RescueClient({
      credentials: { authCode: "4ahx-a-code-of-the-corpus" },
      endpoint: server.url,
      soap,
      timeout: TIMEOUT,
      retry: false,
      paceLogins: false,
      ...(maxReplyBytes === undefined ? {} : { maxReplyBytes }),
    });
  }

  // Kept over both runs: damage that a hostile reply does to its client would show in later calls.
  function clientFor(soap: SoapVersion, maxReplyBytes?: number): RescueClient {
    const key = `${soap} ${maxReplyBytes}`;
    const client = clients.get(key) ?? newClient(soap, maxReplyBytes);
    clients.set(key, client);
    return client;
  }

  async function end(
    client: RescueClient,
    target: Target,
    reply: PreparedReply,
  ): Promise<{ value?: unknown; error?: unknown }> {
    server.reply = reply;
    try {
      return { value: await target.call(client) };
    } catch (error) {
      return { error };
    }
  }

  /** The ways in which the end of a call is wrong; empty when it is right. */
  async function problems(entry: BadReply, role: Role, version: SoapVersion, factor: number): Promise<string[]> {
    const target = targetOf(entry, role);
    const client = clientFor(version, entry.maxReplyBytes);
    const found: string[] = [];
    const requests = server.requests;
    const started = performance.now();
    const { value, error } = await end(client, target, prepareReply(entry.reply, target, version, factor));
    if (performance.now() - started > TIMEOUT) found.push("took longer than the call was given");
    if (server.requests !== requests + 1) found.push(`${server.requests - requests} requests`);
    if (error === undefined) found.push(`a false success: ${JSON.stringify(value)?.slice(0, 200)}`);
    else found.push(...mismatches(error, entry.expect, role, filler(target, version)));

    const good = await end(client, target, prepareReply({ body: "{{good}}" }, target, version));
    if (good.error !== undefined) found.push(`a good call afterwards failed: ${String(good.error)}`);
    return found.map((problem) => `${entry.name} (${target.operation}, SOAP ${version}, x${factor}): ${problem}`);
  }

  for (const run of RUNS) {
    describe(run, () => {
      for (const [name, entries] of BAD_REPLIES) {
        it(`${name}: ${entries.length} replies`, async () => {
          const found: string[] = [];
          for (const entry of entries) {
            for (const version of versionsOf(entry)) {
              for (const role of entry.roles ?? ROLES) {
                found.push(...(await problems(entry, role, version, 1)));
                if (entry.larger) found.push(...(await problems(entry, role, version, entry.larger)));
              }
            }
          }
          expect(found.join("\n")).to.equal("");
          expect(changedPrototypes()).to.deep.equal([]);
          expect(stray).to.deep.equal([]);
        });
      }
    });
  }

  describe("unusual replies that are valid", () => {
    for (const entry of oddReplies) {
      it(entry.name, async () => {
        for (const version of versionsOf(entry)) {
          for (const role of entry.roles ?? ROLES) {
            const target = targetOf(entry, role);
            // Drift is reported once for each name and client.
            const client = newClient(version, entry.maxReplyBytes);
            const drift: string[] = [];
            client.on("drift", ({ path }) => drift.push(path));
            const { value, error } = await end(client, target, prepareReply(entry.reply, target, version));
            client.close();
            const which = `${target.operation}, SOAP ${version}`;
            expect(error, which).to.equal(undefined);
            const session = { ...SESSION_ROW, ...entry.expect.session };
            const usual = role === "read" ? { aSessions: { SESSION_V3: [session] } } : target.values;
            expect(value, which).to.deep.equal(entry.expect.values?.[role] ?? usual);
            const fill = filler(target, version);
            expect(drift, which).to.deep.equal((entry.expect.drift?.[role] ?? []).map(fill));
          }
        }
        expect(changedPrototypes()).to.deep.equal([]);
        expect(stray).to.deep.equal([]);
      });
    }
  });
});

describe("the corpus of bad replies", () => {
  const calls = everyEntry.reduce((sum, entry) => sum + versionsOf(entry).length * (entry.roles ?? ROLES).length, 0);
  const whole = everyEntry.filter((entry) => entry.only === undefined && entry.roles === undefined);

  it(`has ${everyEntry.length} replies in ${BAD_REPLIES.size} classes: ${calls} calls in each run`, () => {
    expect(everyEntry.length).to.be.at.least(250);
    expect(BAD_REPLIES.size).to.be.at.least(14);
  });

  it(`runs ${whole.length} of them for an auth, a read and a mutating operation over both SOAP versions`, () => {
    expect(whole.length).to.be.at.least(250);
  });

  it("names and explains each once", () => {
    const names = everyEntry.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).to.deep.equal([]);
    expect(everyEntry.filter(({ name, why }) => !name || !why)).to.deep.equal([]);
  });

  it("names the check that refuses each reply with a ProtocolError, and covers every check", () => {
    const protocol = everyEntry.filter(({ expect: { error } }) => error === "ProtocolError");
    const reasons = new Set(protocol.map(({ expect: { reason } }) => reason));
    expect([...reasons].sort()).to.deep.equal(Object.keys(REASONS).sort());
  });
});

function versionsOf(entry: { readonly only?: SoapVersion }): readonly SoapVersion[] {
  return entry.only ? [entry.only] : VERSIONS;
}

function targetOf(entry: { readonly reply: BadReply["reply"] }, role: Role): Target {
  // closeSession answers no number.
  return role === "mutating" && entry.reply.body?.includes("{{int:") ? PIN_CODE : TARGETS[role];
}

const ERRORS: Readonly<Record<ExpectedError["error"], unknown>> = {
  ConnectionError,
  NotAuthenticatedError,
  ProtocolError,
  RescueResultError,
  SoapFaultError,
};
// The codes of SOAP 1.1 and 1.2 for a request that was refused itself; any other fault may come after a change.
const FAULTY_REQUEST = /^(?:\w+:)?(?:Client|Sender|VersionMismatch|MustUnderstand|DataEncodingUnknown)(?![^./])/;
const UNANSWERED = new Set(["ProtocolError", "ConnectionError"]);

function mismatches(error: unknown, expected: ExpectedError, role: Role, fill: (text: string) => string): string[] {
  if (!(error instanceof RescueError)) return [`not a RescueError: ${String(error)}`];
  const found: string[] = [];
  const unanswered = UNANSWERED.has(expected.error);
  let judged: RescueError = error;
  let outcome: Outcome = unanswered ? "unknown" : "answered";
  const isFaultOnTheWay = expected.error === "SoapFaultError" && error instanceof OutcomeUnknownError;
  if (role === "mutating" && (unanswered || isFaultOnTheWay)) {
    if (!(error instanceof OutcomeUnknownError))
      return [`${error.name} in place of OutcomeUnknownError: ${error.message}`];
    judged = error.cause;
    outcome = "unknown";
  }
  if (judged.constructor !== ERRORS[expected.error])
    return [`${judged.name} in place of ${expected.error}: ${judged.message.slice(0, 300)}`];
  if (error.outcome !== outcome) found.push(`its outcome is ${error.outcome}`);
  if (error.attempts !== 1) found.push(`it tells of ${error.attempts} attempts`);
  if (expected.code !== undefined && judged.code !== expected.code) found.push(`its code is ${judged.code}`);
  if (expected.reason && !REASONS[expected.reason].test(judged.message))
    found.push(`refused, but not for ${expected.reason}: ${judged.message}`);
  const isRefused = judged instanceof SoapFaultError && FAULTY_REQUEST.test(judged.faultCode);
  if (judged instanceof SoapFaultError && role === "mutating" && isFaultOnTheWay === isRefused)
    found.push(`a fault ${judged.faultCode} with the outcome ${error.outcome}`);
  for (const [name, value] of Object.entries(expected.has ?? {})) {
    const wanted = typeof value === "string" ? fill(value) : value;
    const got = (judged as unknown as Record<string, unknown>)[name];
    if (got !== wanted) found.push(`its ${name} is ${JSON.stringify(got)?.slice(0, 300)}`);
  }
  // A reply must not be able to fill a log through its error.
  if (error.message.length > 40_000) found.push(`its message has ${error.message.length} characters`);
  return found;
}
