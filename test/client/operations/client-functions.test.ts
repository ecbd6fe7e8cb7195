import { expect } from "chai";
import type { BlockCall } from "../../../src/client/calls/settings-block.js";
import type { Service } from "../../../src/client/jobs/service.js";
import { CLIENT_FUNCTIONS } from "../../../src/client/operations/client-functions.js";
import { traitsOf } from "../../../src/client/operations/operation-table.js";
import type { LogEntry } from "../../../src/emulator/index.js";
import { RescueResultError } from "../../../src/index.js";
import { lookUp } from "../../../src/soap/contract/contract.js";
import { contract, type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR, SESSION } from "../guide-values.js";

const SSO = { ssoId: "admin-sso", ssoPassword: "secretPassword", companyId: 4711 };
const PIN = { customFields: ["a", "b", "c", "d", "e", "f"], tracking: "t" };
const USER = {
  ...{ name: "n", nick: "n", email: "n@example.com", ssoId: "s", description: "d", enabled: true, mobileAddOn: true },
  ...{ rpatAddOn: true, password: "newPassword", currentPassword: "secretPassword" },
};
const AREAS = ["SESSION", "CHAT_LOG"] as const;

/** Every function of the client, in all the ways that make it call something else. */
const USES: Readonly<Record<string, (rescue: RescueClient, sso: RescueClient) => readonly (() => Promise<unknown>)[]>> =
  {
    login: (rescue, sso) => [() => rescue.login(), () => sso.login()],
    logout: (rescue) => [() => rescue.logout()],
    closeSession: (rescue) => [() => rescue.closeSession(SESSION)],
    "sessions.list": ({ sessions }) => [() => sessions.list({ node: 201 })],
    "sessions.watch": ({ sessions }) => [() => sessions.watch({ node: 201 }).next()],
    "sessions.start": ({ sessions }) => [() => sessions.start(SESSION, 201)],
    "sessions.hold": ({ sessions }) => [() => sessions.hold(SESSION)],
    "sessions.transfer": ({ sessions }) => [
      () => sessions.transfer(SESSION, { to: 402, ref: "channel", comment: "c" }),
    ],
    "sessions.close": ({ sessions }) => [() => sessions.close(SESSION)],
    "sessions.cancelAction": ({ sessions }) => [() => sessions.cancelAction(SESSION)],
    "sessions.chat": ({ sessions }) => [() => sessions.chat(SESSION)],
    "sessions.note": ({ sessions }) => [() => sessions.note(SESSION)],
    "sessions.settle": ({ sessions }) => [() => sessions.settle(99)],
    "sessions.waitFor": ({ sessions }) => [
      () => sessions.close(SESSION),
      () => sessions.waitFor(SESSION, "closed", { interval: 1 }),
    ],
    "desk.account": ({ desk }) => [() => desk.account()],
    "desk.hierarchy": ({ desk }) => [() => desk.hierarchy()],
    "desk.channels": ({ desk }) => [() => desk.channels()],
    "desk.user": ({ desk }) => [() => desk.user(201), () => desk.user("tech@email.com")],
    "desk.isThere": ({ desk }) => [() => desk.isThere(201)],
    "desk.createUser": ({ desk }) => [() => desk.createUser(301)],
    "desk.setUser": ({ desk }) => [() => desk.setUser("tech@email.com", { nick: "x" }), () => desk.setUser(201, USER)],
    "desk.group": ({ desk }) => [() => desk.group(301)],
    "desk.createGroup": ({ desk }) => [() => desk.createGroup(301)],
    "desk.move": ({ desk }) => [() => desk.move(202, 302)],
    "desk.delete": ({ desk }) => [() => desk.delete(202)],
    "desk.assignChannel": ({ desk }) => [() => desk.assignChannel(401, 302)],
    "desk.unassignChannel": ({ desk }) => [() => desk.unassignChannel(401, 302)],
    "pins.create": ({ pins }) => [
      () => pins.create(PIN),
      () => pins.create({ ...PIN, lens: true }),
      () => pins.create({ ...PIN, lens: { phone: "+15550100", language: "en" } }),
    ],
    "pins.invite": ({ pins }) => [() => pins.invite(PIN)],
    "pins.emailText": ({ pins }) => [() => pins.emailText("123456")],
    reports: ({ reports }) =>
      AREAS.map((area) => async () => {
        for await (const _ of reports.rows({ area, node: 101, from: "2026-03-01", to: "2026-03-02" }));
      }),
  };

/** Does not compile unless the places where jobs and reports make their calls refuse other operations. */
function refuseOthers(service: Service, call: BlockCall): void {
  // @ts-expect-error not listed
  service.operations.getAccount;
  // @ts-expect-error it is listed, and does not have to say that it was done
  service.run("getChat", {});
  // @ts-expect-error not listed
  call("getReportArea", {});
}

/** What a use has sent: the parameters of each operation. */
type Sent = ReadonlyMap<string, ReadonlySet<string>>;

describe("the functions of the client and the operations that they call", () => {
  const sent = new Map<string, Sent>();
  let emulator: Emulator;
  let names: readonly string[];

  before(async () => {
    emulator = await startEmulator({ limits: false });
    const rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint });
    const jobs = (["sessions", "desk", "pins"] as const).flatMap((room) =>
      Object.keys(rescue[room]).map((name) => `${room}.${name}`),
    );
    names = ["login", "logout", "closeSession", ...jobs, "reports"];
    for (const [name, uses] of Object.entries(USES)) sent.set(name, await sentBy(name, uses));
  });
  after(() => emulator.close());

  async function sentBy(name: string, uses: (typeof USES)[string]): Promise<Sent> {
    emulator.reset();
    const rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint });
    const sso = new RescueClient({ credentials: SSO, endpoint: emulator.endpoint });
    if (name !== "login") await rescue.login();
    const before = emulator.log.length;
    for (const use of uses(rescue, sso)) {
      // A call that the service refuses has been made all the same.
      await use().catch((error: unknown) => {
        if (!(error instanceof RescueResultError)) throw error;
      });
    }
    rescue.close();
    sso.close();
    return parametersOf(emulator.log.slice(before));
  }

  function parametersOf(log: readonly LogEntry[]): Sent {
    const found = new Map<string, Set<string>>();
    for (const { operation, parameters } of log) {
      const known = found.get(operation) ?? new Set();
      for (const [name, value] of Object.entries(parameters))
        if (value !== null && name !== "sAuthCode") known.add(name);
      found.set(operation, known);
    }
    return found;
  }

  it("cannot call another operation: it does not compile", () => expect(refuseOthers).to.be.a("function"));

  it("are all used here", () => {
    expect(Object.keys(USES).sort()).to.deep.equal([...names].sort());
  });

  it("call no operation that is not listed", () => {
    const listed = CLIENT_FUNCTIONS.map(({ operation }) => operation);
    const called = [...sent].flatMap(([name, operations]) => [...operations.keys()].map((one) => `${name}: ${one}`));
    expect(called.filter((call) => !listed.includes(call.replace(/.*: /, "")))).to.deep.equal([]);
  });

  it("call what their rows say, with the parameters that these say", () => {
    const functions = new Set(CLIENT_FUNCTIONS.map((row) => row.function.replace("RescueClient#", "")));
    for (const name of functions) {
      const rows = CLIENT_FUNCTIONS.filter((row) => row.function === `RescueClient#${name}`);
      const expected = Object.fromEntries(rows.map(({ operation, parameters }) => [operation, [...parameters].sort()]));
      const found = [...(sent.get(name) ?? [])].map(([operation, parameters]) => [operation, [...parameters].sort()]);
      expect(Object.fromEntries(found), name).to.deep.equal(expected);
    }
  });

  it("call the older variant, with the same parameters, in place of the newer one that supersedes it in the table", () => {
    const fields = (name: string) => lookUp(contract.operations, name)?.request.fields.map((field) => field.name);
    const rows = CLIENT_FUNCTIONS.filter(({ instead }) => instead !== undefined);
    expect(rows).not.to.deep.equal([]);
    for (const { operation, instead = "" } of rows) {
      expect(traitsOf(instead).supersededBy, instead).to.equal(operation);
      expect(fields(instead), instead).to.deep.equal(fields(operation));
    }
  });
});
