import { expect } from "chai";
import {
  type EmulatorOptions,
  type EmulatorSeed,
  type FaultRule,
  type FaultSchedule,
  type NewSession,
  VirtualClock,
} from "../../src/emulator/index.js";
import { InvalidArgumentError } from "../../src/errors/invalid-argument-error.js";
import { thrown } from "../client/thrown.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { admin } from "./admin/admin-client.js";

describe("a name that does not exist", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ admin: true, clock: new VirtualClock(0) });
  });
  after(() => emulator.close());

  const rule = { operation: "closeSession", phase: "before", kind: "status" } as const;
  const CALLS: readonly (readonly [what: string, path: string, nearest: string, act: () => unknown])[] = [
    ["executions", "operation", "closeSession", () => emulator.executions("closeSesion")],
    ["executions of a form", "operation", "setReportType", () => emulator.executions("setReportTyp")],
    [
      "a fault's operation",
      "operation",
      "closeSession",
      () => emulator.faults.add({ ...rule, operation: "closeSesion" }),
    ],
    [
      "a fault's kind",
      "kind",
      "status",
      () => emulator.faults.add({ ...rule, kind: "statsu" } as unknown as FaultRule),
    ],
    [
      "the operation of a fault's answer",
      "answerOf",
      "logout",
      () => emulator.faults.add({ ...rule, kind: "wrong-operation", answerOf: "logot" }),
    ],
    ["a fault's field", "tims", "times", () => emulator.faults.add({ ...rule, tims: 2 } as FaultRule)],
    [
      "a fault's result",
      "result",
      "ActionFailed",
      () => emulator.faults.add({ ...rule, kind: "result", result: "ActonFailed" }),
    ],
    [
      "a fault's parameter",
      "parameters.iSesion",
      "iSession",
      () => emulator.faults.add({ ...rule, parameters: { iSesion: 1 } }),
    ],
    [
      "a schedule's field",
      "rat",
      "rate",
      () => emulator.faults.schedule({ seed: 1, rate: 1, rat: 1 } as FaultSchedule),
    ],
    [
      "a schedule's operation",
      "operations[0]",
      "login",
      () => emulator.faults.schedule({ seed: 1, rate: 1, operations: ["logn"] }),
    ],
    [
      "a latency's field",
      "latency.mx",
      "max",
      () => emulator.faults.latency({ min: 1, max: 2, mx: 3 } as { min: 1; max: 2 }),
    ],
    ["a limit", "limits.pinCod", "pinCode", () => emulator.limits.set({ pinCod: false } as object)],
    [
      "a field of a new session",
      "tecnician",
      "technician",
      () => emulator.desk.newSession({ tecnician: 201 } as NewSession),
    ],
    ["a status", "status", "WAITING", () => emulator.desk.newSession({ status: "WAITNG" as "WAITING" })],
    ["a console's state", "state", "Offline", () => emulator.desk.setConsole(201, "Offlin" as "Offline")],
    [
      "a field of a user",
      "user.emial",
      "email",
      () => emulator.desk.addUser({ email: "a@b.c", password: "p", roles: {}, emial: "" } as never),
    ],
    [
      "a seed's field",
      "seed.sesions",
      "sessions",
      () => emulator.reset({ users: [], sessions: [], sesions: [] } as object as EmulatorSeed),
    ],
    [
      "a role in a seed",
      "seed.users[0].roles.tecnician",
      "technician",
      () =>
        emulator.reset({
          users: [{ email: "a@b.c", password: "p", roles: { tecnician: 11 } }],
          sessions: [],
        } as object as EmulatorSeed),
    ],
    [
      "a field of a seed's account",
      "seed.account.pinPol",
      "pinPool",
      () => emulator.reset({ users: [], sessions: [], account: { pinPol: 1 } } as EmulatorSeed),
    ],
  ];
  for (const [what, path, nearest, act] of CALLS) {
    it(`is refused as ${what}, with the nearest that exists`, () => {
      const before = emulator.export();
      expect(act).to.throw(InvalidArgumentError, `did you mean ${nearest}?`).with.property("path", path);
      expect(emulator.faults.list()).to.deep.equal([]);
      expect(emulator.export()).to.deep.equal(before);
    });
  }

  for (const [path, nearest, options] of [
    ["limit", "limits", { limit: false }],
    ["Port", "port", { Port: 80 }],
    ["limits.logins", "login", { limits: { logins: false } }],
    ["admin.tokn", "token", { admin: { tokn: "x" } }],
    ["seed.sesions", "sessions", { seed: { users: [], sessions: [], sesions: [] } }],
  ] as const) {
    it(`is refused as an option: ${path}`, async () => {
      const error = await thrown(InvalidArgumentError, startEmulator(options as object as EmulatorOptions));
      expect(error).to.include({ path });
      expect(error.message).to.contain(`did you mean ${nearest}?`);
    });
  }

  it("is refused by the option's name where none is near", async () => {
    const error = await thrown(InvalidArgumentError, startEmulator({ verbosity: 3 } as EmulatorOptions));
    expect(error.message).to.match(/^startEmulator: verbosity: is not known here; expected port, host, /);
  });

  it("is refused as an operation to count, where a fault could mean any, and as what no key can be", () => {
    for (const operation of ["*", "", undefined]) {
      expect(() => emulator.executions(operation as string)).to.throw(InvalidArgumentError, "has no operation");
    }
    for (const key of [{ session: 1 }, null, Number.NaN]) {
      expect(() => emulator.executions("closeSession", key as never)).to.throw(InvalidArgumentError, "key: expected");
    }
  });

  it("is refused for switches that are neither true nor false", async () => {
    for (const name of ["soapOnly", "reuseSessionIds"]) {
      const error = await thrown(InvalidArgumentError, startEmulator({ [name]: "false" } as EmulatorOptions));
      expect(error.message).to.equal(`startEmulator: ${name}: expected true or false`);
    }
  });

  it("is refused for limits that are neither true nor false", async () => {
    for (const limits of ["no", null, { login: "no" }]) {
      await thrown(InvalidArgumentError, startEmulator({ limits } as unknown as EmulatorOptions));
    }
  });

  for (const [method, path, body, wrong, nearest] of [
    ["POST", "/clock/advance", { mss: 1 }, "mss", "ms"],
    ["POST", "/faults", { ...rule, operation: "closeSesion" }, "operation", "closeSession"],
    ["POST", "/desk/newSession", { tecnician: 1 }, "tecnician", "technician"],
    ["POST", "/desk/addUser", { emial: "a@b.c" }, "emial", "email"],
    ["PUT", "/limits", { logn: false }, "limits.logn", "login"],
    ["POST", "/snapshots/restore", { snapshto: 1 }, "snapshto", "snapshot"],
    ["GET", "/log?sinc=3", undefined, "sinc", "since"],
    ["GET", "/executions?operation=closeSesion", undefined, "operation", "closeSession"],
    ["GET", "/executions?operation=closeSession&kye=1", undefined, "kye", "key"],
  ] as const) {
    it(`is refused by the admin API: ${method} ${path} ${JSON.stringify(body)}`, async () => {
      const { url = "", token = "" } = emulator.admin ?? {};
      const { status, json } = await admin({ url, token }, path, { method, ...(body ? { body } : {}) });
      const { error } = json as { error: { path: string; message: string } };
      expect([status, error.path]).to.deep.equal([400, wrong]);
      expect(error.message).to.contain(`did you mean ${nearest}?`);
    });
  }

  it("is refused by the admin API where nothing is expected, and as a path", async () => {
    const { url = "", token = "" } = emulator.admin ?? {};
    for (const [method, path] of [
      ["POST", "/reset"],
      ["DELETE", "/faults"],
      ["DELETE", "/logins"],
      ["POST", "/snapshots"],
    ] as const) {
      const { status, json } = await admin({ url, token }, path, { method, body: { seed: 1 } });
      expect([status, (json as { error: { path: string } }).error.path], path).to.deep.equal([400, "seed"]);
    }
    const { status, json } = await admin({ url, token }, "/fault");
    expect(status).to.equal(404);
    expect((json as { error: { message: string } }).error.message).to.contain("did you mean /faults?");
  });
});
