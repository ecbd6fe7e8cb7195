import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { NotAuthenticatedError } from "../../../src/index.js";
import { thrown } from "../../client/thrown.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { allOf } from "./all-of.js";
import { CODE, CREDENTIALS, deskWith, endedSession, NOW, SSO } from "./sample-desk.js";

const seed = deskWith([endedSession(1, "2026-10-25T10:00:00Z"), endedSession(2, "2026-10-26T10:00:00Z")]);
const first = { area: "SESSION", node: 1, from: "2026-10-25", to: "2026-10-26" } as const;
const second = { area: "CUSTOM_FIELDS", node: 1, from: "2026-10-26", to: "2026-10-27" } as const;

const SETTERS = ["setReportArea_v2", "setTimeZone", "setReportTime", "setReportDate_v2", "setOutput"] as const;
const BLOCK = [...SETTERS, "getReport_v2"];
const TEXT_BLOCK = [...SETTERS, "setDelimiter", "getReport_v2"];

describe("the settings and the fetch of a report", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(NOW), limits: false, seed });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const connect = (credentials: object = CREDENTIALS, more: object = {}) =>
    new RescueClient({ credentials: credentials as typeof CREDENTIALS, endpoint: emulator.endpoint, ...more });
  const settingsCalled = () =>
    emulator.log.map(({ operation }) => operation).filter((name) => /Report|^set/.test(name));
  const idsOf = async (rescue: RescueClient, query: typeof first | typeof second) => {
    const rows = await allOf(rescue.reports.rows(query));
    return rows.map(({ cells }) => cells?.["Session ID"]);
  };

  for (const [name, credentials, more] of [
    ["a login", CREDENTIALS, {}],
    ["one of several logins", CREDENTIALS, { connections: 3 }],
    ["an auth code", { authCode: CODE }, {}],
  ] as const) {
    it(`are one block: two reports at once by ${name} do not mix`, async () => {
      await using rescue = connect(credentials, more);
      const wanted = Array.from({ length: 6 }, (_, index) => (index % 2 === 0 ? first : second));
      const found = await Promise.all(wanted.map((query) => idsOf(rescue, query)));
      expect(found).to.deep.equal(wanted.map((query) => (query === first ? [1] : [2])));
      expect(settingsCalled()).to.deep.equal(wanted.flatMap((query) => (query === first ? BLOCK : TEXT_BLOCK)));
    });
  }

  it("are one block for two clients with the same auth code, whose settings are the user's", async () => {
    await using one = connect({ authCode: CODE });
    await using two = connect({ authCode: CODE });
    expect(await Promise.all([idsOf(one, first), idsOf(two, second)])).to.deep.equal([[1], [2]]);
    expect(settingsCalled()).to.deep.equal([...BLOCK, ...TEXT_BLOCK]);
  });

  it("are one block for two processes that share one login: they are made under others", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rescue-block-"));
    const jar = { file: join(folder, "jar") };
    // Like two processes, these do not know of each other's reports: their turns are other ones.
    const one = connect(CREDENTIALS, { jar, paceReports: true });
    const two = connect(CREDENTIALS, { jar, paceReports: false });
    const called = (name: string) => emulator.log.filter(({ operation }) => operation === name);
    try {
      await one.login();
      expect(await Promise.all([idsOf(one, first), idsOf(two, second)])).to.deep.equal([[1], [2]]);
      expect(called("login")).to.have.length(3);
      // The shared login stays for others; those of the reports are ended.
      await one[Symbol.asyncDispose]();
      await two[Symbol.asyncDispose]();
      expect(called("logout")).to.have.length(2);
      await using three = connect(CREDENTIALS, { jar });
      await three.operations.getAccount();
      expect(called("login")).to.have.length(3);
    } finally {
      one.close();
      two.close();
      await rm(folder, { recursive: true });
    }
  });

  it("are made again where another program has replaced the code of a single sign-on", async () => {
    await using rescue = connect(SSO);
    expect(await idsOf(rescue, first)).to.deep.equal([1]);
    let isArmed = true;
    using _ = emulator.on("setOutput", async (__, { proceed }) => {
      if (isArmed) {
        isArmed = false;
        await using other = connect(SSO);
        await other.operations.getAccount();
      }
      return proceed();
    });
    expect(await idsOf(rescue, first)).to.deep.equal([1]);
  });

  it("have no settings call of anybody else in between, while other calls go on", async () => {
    await using rescue = connect();
    let single: Promise<unknown> | undefined;
    let other: Promise<unknown> | undefined;
    using _ = emulator.on("setTimeZone", async (__, { proceed }) => {
      single ??= rescue.operations.setReportArea({ eReportArea: "LOGIN" });
      other ??= rescue.operations.getAccount();
      return proceed();
    });
    expect(await idsOf(rescue, first)).to.deep.equal([1]);
    await Promise.all([single, other]);
    expect(settingsCalled()).to.deep.equal([...BLOCK, "setReportArea"]);
  });

  for (const [position, expired] of BLOCK.entries()) {
    it(`are made again from the beginning where the login expires before ${expired}`, async () => {
      await using rescue = connect();
      await idsOf(rescue, second);
      const relogins: string[] = [];
      rescue.on("relogin", ({ operation }) => relogins.push(operation));
      const before = emulator.log.length;
      // After the call before it was answered.
      const previous = BLOCK[position - 1];
      let isArmed = true;
      const off = rescue.on("exchange", ({ operation }) => {
        if (operation !== previous || !isArmed) return;
        isArmed = false;
        emulator.dropLogins();
      });
      if (previous === undefined) emulator.dropLogins();
      expect(await idsOf(rescue, first)).to.deep.equal([1]);
      off();
      const called = emulator.log.slice(before).map(({ operation }) => operation);
      expect(called).to.deep.equal([...BLOCK.slice(0, position + 1), "login", ...BLOCK]);
      expect(relogins).to.have.length(1);
    });
  }

  it("are given up where the login expires again and again", async () => {
    await using rescue = connect();
    rescue.on("exchange", ({ operation }) => void (operation === "setOutput" && emulator.dropLogins()));
    await thrown(NotAuthenticatedError, idsOf(rescue, first));
    expect(emulator.log.filter(({ operation }) => operation === "getReport_v2")).to.have.length(3);
  });

  it("are made again as a whole where the answer of the fetch is lost, and the fetch is not sent by itself", async () => {
    await using rescue = connect(CREDENTIALS, { retry: { delay: 1 } });
    emulator.faults.add({ operation: "getReport_v2", phase: "after", kind: "reset" });
    expect(await idsOf(rescue, first)).to.deep.equal([1]);
    expect(settingsCalled()).to.deep.equal([...BLOCK, ...BLOCK]);
  });

  it("leave the way free when a report is aborted, waiting or under way", async () => {
    await using rescue = connect();
    const abort = new AbortController();
    const waiting = new AbortController();
    let queued: Promise<unknown> | undefined;
    using _ = emulator.on("setTimeZone", async (__, { proceed }) => {
      queued ??= thrown(Error, allOf(rescue.reports.rows({ ...second, signal: waiting.signal })));
      waiting.abort();
      abort.abort();
      return proceed();
    });
    const aborted = await thrown(Error, allOf(rescue.reports.rows({ ...first, signal: abort.signal })));
    expect([aborted, await queued]).to.have.deep.nested.property("[0].code", "ABORTED");
    expect(await queued).to.include({ code: "ABORTED", outcome: "not-sent" });
    expect(await idsOf(rescue, second)).to.deep.equal([2]);
  });
});
