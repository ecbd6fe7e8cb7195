import { expect } from "chai";
import { type Admin, FAULT_KINDS, VirtualClock } from "../../../src/emulator/index.js";
import { InvalidArgumentError } from "../../../src/errors/invalid-argument-error.js";
import { thrown } from "../../client/thrown.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { AUTH_CODE, call, closing, logIn, resultOf } from "../wire.js";
import { type AdminRequestOptions, admin } from "./admin-client.js";

const START = Date.UTC(2026, 0, 1);

describe("the admin API", () => {
  let emulator: Emulator;
  let api: Admin;
  beforeEach(async () => {
    emulator = await startEmulator({ admin: true, clock: new VirtualClock(START) });
    api = emulator.admin as Admin;
  });
  afterEach(() => emulator.close());

  const ask = async (path: string, options?: AdminRequestOptions) => {
    const { status, json } = await admin(api, path, options);
    expect(status, JSON.stringify(json)).to.equal(200);
    return json;
  };
  const refusal = async (path: string, options?: AdminRequestOptions) => {
    const { status, json } = await admin(api, path, options);
    const { error } = json as { error: { code: string; path?: string; message: string } };
    return { status, ...error };
  };
  const close = (session: number) => call(emulator.endpoint, "closeSession", closing(session, AUTH_CODE));

  describe("who may", () => {
    it("has a random token of 256 bits, different for each emulator", async () => {
      await using other = await startEmulator({ admin: true });
      expect(api.token).to.match(/^[\w-]{43}$/);
      expect(other.admin?.token).not.to.equal(api.token);
    });

    it("or a given one", async () => {
      await using other = await startEmulator({ admin: { token: "a token of one's own".replaceAll(" ", "-") } });
      expect(other.admin?.token).to.equal("a-token-of-one's-own");
      const { status } = await admin(other.admin as Admin, "/logins");
      expect(status).to.equal(200);
    });

    for (const authorization of ["", "Bearer", "Bearer wrong", "Basic {token}", "Bearer {token}x", "{token}"]) {
      it(`not with "${authorization}", on no path`, async () => {
        const headers: Record<string, string> =
          authorization === "" ? {} : { Authorization: authorization.replace("{token}", api.token) };
        for (const path of ["/", "/state", "/nowhere"]) {
          const answer = await admin(api, path, { authorized: false, headers });
          expect([answer.status, answer.headers["www-authenticate"]]).to.deep.equal([
            401,
            'Bearer realm="rescue emulator"',
          ]);
          expect(JSON.stringify(answer.json)).not.to.contain(api.token);
        }
      });
    }

    it("changes nothing without the token", async () => {
      await close(12345678);
      await admin(api, "/reset", { method: "POST", authorized: false });
      expect(emulator.executions("closeSession")).to.equal(1);
    });

    for (const host of [
      "rebound.example.com",
      "rebound.example.com:80",
      "127.0.0.1.example.com",
      "localhost.evil",
      "[",
    ]) {
      it(`not by the name ${host}`, async () => {
        expect(await refusal("/state", { headers: { Host: host } })).to.include({ status: 421, code: "WRONG_HOST" });
      });
    }

    for (const host of ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:99"]) {
      it(`by the name ${host}`, () => ask("/logins", { headers: { Host: host } }));
    }

    it("no page of another site: no CORS headers are sent", async () => {
      const headers = { Origin: "http://evil.example", "Access-Control-Request-Method": "PUT" };
      const answer = await admin(api, "/state", { method: "OPTIONS", headers });
      expect(answer.status).to.equal(405);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).to.deep.equal([]);
    });

    it("listens on the loopback address, on a port of its own", () => {
      expect(new URL(api.url).hostname).to.equal("127.0.0.1");
      expect(new URL(api.url).port).not.to.equal(new URL(emulator.endpoint).port);
    });

    for (const token of ["short", "with a blank in the middle", "line\nbreak-0123456789", 5]) {
      it(`refuses the token ${JSON.stringify(token)} without showing it, and closes the service`, async () => {
        const error = await thrown(InvalidArgumentError, startEmulator({ admin: { token: token as string } }));
        expect(error.path).to.equal("admin.token");
        expect(error.message).not.to.contain(String(token));
      });
    }

    it("is closed by default", async () => {
      await using other = await startEmulator();
      expect(other.admin).to.equal(undefined);
    });
  });

  describe("what it does", () => {
    it("lists itself", async () => {
      const { endpoints, service } = (await ask("/")) as { service: string; endpoints: { path: string }[] };
      expect(service).to.equal(emulator.endpoint);
      expect(endpoints.map(({ path }) => path)).to.include.members(["/state", "/clock/advance", "/desk/newSession"]);
    });

    it("exports the state, and resets to another", async () => {
      const state = await ask("/state");
      expect(state).to.deep.equal(JSON.parse(JSON.stringify(emulator.export())));
      await close(12345678);
      await ask("/state", { method: "PUT", body: state });
      expect(await ask("/state")).to.deep.equal(state);
      expect(emulator.executions("closeSession")).to.equal(0);

      const empty = { users: [], sessions: [] };
      await ask("/state", { method: "PUT", body: empty });
      expect(emulator.export()).to.deep.include(empty);
      await ask("/reset", { method: "POST" });
      expect(emulator.export()).to.deep.include(empty);
    });

    it("refuses an invalid state, naming the path, and keeps its own", async () => {
      const before = emulator.export();
      const body = {
        users: [{ email: "x@example.com", password: "x", roles: {} }],
        sessions: [{ id: 1, status: "NEW" }],
      };
      expect(await refusal("/state", { method: "PUT", body })).to.include({
        status: 400,
        code: "INVALID_ARGUMENT",
        path: "seed.sessions[0].status",
      });
      expect(await refusal("/state", { method: "PUT" })).to.include({ status: 400, path: "body" });
      expect(emulator.export()).to.deep.equal(before);
    });

    it("resets", async () => {
      await close(12345678);
      await ask("/reset", { method: "POST" });
      expect(emulator.log).to.deep.equal([]);
      expect(resultOf(await close(12345678))).to.match(/OK$/);
    });

    it("returns and advances the time", async () => {
      expect(await ask("/clock")).to.deep.equal({ now: START, iso: "2026-01-01T00:00:00.000Z" });
      await logIn(emulator.endpoint);
      expect(await ask("/logins")).to.deep.equal({ count: 1 });
      expect(await ask("/clock/advance", { body: { ms: 1_200_000 } })).to.include({ now: START + 1_200_000 });
      expect(await ask("/logins")).to.deep.equal({ count: 0 });
    });

    for (const body of [{}, { ms: 8.7e15 }, { ms: -1 }, { ms: "1" }, { ms: 0.5 }, { ms: 1e300 }]) {
      it(`does not move it by ${JSON.stringify(body)}`, async () => {
        expect(await refusal("/clock/advance", { body })).to.include({ status: 400, path: "ms" });
        expect(emulator.clock.now()).to.equal(START);
      });
    }

    it("returns the log in pages, with secrets removed", async () => {
      for (let calls = 0; calls < 5; calls += 1) await close(12345678);
      const page = async (query: string) => {
        const { entries, ...rest } = (await ask(`/log${query}`)) as { entries: { number: number }[] };
        return { numbers: entries.map(({ number }) => number), ...rest };
      };
      expect(await page("")).to.deep.equal({ numbers: [1, 2, 3, 4, 5], next: 5, more: false });
      expect(await page("?limit=2")).to.deep.equal({ numbers: [1, 2], next: 2, more: true });
      expect(await page("?since=2&limit=3")).to.deep.equal({ numbers: [3, 4, 5], next: 5, more: false });
      expect(await page("?since=5")).to.deep.equal({ numbers: [], next: 5, more: false });
      const [entry] = ((await ask("/log")) as { entries: { request: string; response: string }[] }).entries;
      expect(entry).to.include({ operation: "closeSession", form: "SOAP 1.1", status: 200, at: START });
      expect(entry?.request).to.contain("<iSession>12345678</iSession>").and.not.to.contain(AUTH_CODE);
      expect(entry?.response).to.contain("closeSessionRet_OK");
    });

    for (const [path, query] of [
      ["since", "?since=-1"],
      ["since", "?since=x"],
      ["limit", "?limit=10001"],
      ["limit", "?limit="],
    ]) {
      it(`has no page ${query}`, async () => {
        expect(await refusal(`/log${query}`)).to.include({ status: 400, path });
      });
    }

    it("counts executions and connections", async () => {
      await close(12345678);
      await close(20000001);
      expect(await ask("/executions?operation=closeSession")).to.deep.equal({ count: 2 });
      expect(await ask("/executions?operation=closeSession&key=12345678")).to.deep.equal({ count: 1 });
      for (const name of ["__proto__", "constructor", "closeSesion"]) {
        expect(await refusal(`/executions?operation=${name}&key=1`), name).to.include({
          status: 400,
          path: "operation",
        });
      }
      expect(await refusal("/executions")).to.include({ status: 400, path: "operation" });
      expect(await ask("/connections")).to.deep.equal({ count: emulator.connections() });
    });

    it("plans faults, lists and forgets them", async () => {
      const rule = { operation: "closeSession", phase: "before", kind: "status", times: "always" };
      await ask("/faults", { body: rule });
      expect((await close(12345678)).status).to.equal(503);
      const schedule = { seed: 1, rate: 1, kinds: ["status"] };
      await ask("/faults/schedule", { method: "PUT", body: schedule });
      expect((await call(emulator.endpoint, "logout", "")).status).to.equal(503);
      expect(await ask("/faults/latency", { method: "PUT", body: { min: 1, max: 2 } })).to.deep.equal({
        rules: [{ rule, seen: 1, played: 1 }],
        schedule,
        latency: { min: 1, max: 2 },
      });
      expect(await ask("/faults/latency", { method: "PUT", body: { ms: 0 } })).to.deep.include({
        latency: { min: 0, max: 0 },
      });
      await ask("/faults", { method: "DELETE" });
      expect(await ask("/faults")).to.deep.equal({
        rules: [],
        schedule: null,
        latency: { min: 0, max: 0 },
        kinds: FAULT_KINDS,
      });
      expect((await close(12345678)).status).to.equal(200);
    });

    it("plans a fault for one session or caller", async () => {
      const rule = {
        operation: "closeSession",
        phase: "before",
        kind: "status",
        key: 20000001,
        caller: "some@email.com",
      };
      await ask("/faults", { body: rule });
      expect((await close(12345678)).status).to.equal(200);
      expect((await close(20000001)).status).to.equal(503);
      expect(await ask("/faults")).to.deep.include({ rules: [{ rule, seen: 1, played: 1 }] });
    });

    it("gives caller, parameters and notes in the log", async () => {
      await close(12345679);
      const { entries } = (await ask("/log")) as { entries: object[] };
      expect(entries[0]).to.deep.include({
        caller: "some@email.com",
        parameters: { iSession: 12345679, sAuthCode: "[redacted]" },
        note: "iSession: this desk has no session 12345679; did you mean 12345678?",
      });
    });

    it("switches limits, one by one and all", async () => {
      const all = { login: true, pinCode: true, emailText: true, report: true };
      expect(await ask("/limits")).to.deep.equal(all);
      expect(await ask("/limits", { method: "PUT", body: { login: false } })).to.deep.equal({ ...all, login: false });
      expect(emulator.limits.current.login).to.equal(false);
      expect(await ask("/limits", { method: "PUT", body: true })).to.deep.equal(all);
      for (const body of [{ login: "no" }, "no", null]) {
        expect(await refusal("/limits", { method: "PUT", body })).to.include({ status: 400, code: "INVALID_ARGUMENT" });
      }
    });

    it("drops the logins, and keeps them in snapshots, the latest twenty", async () => {
      const cookie = await logIn(emulator.endpoint);
      const taken = await ask("/snapshots", { method: "POST" });
      expect(taken).to.deep.equal({ snapshot: 1 });
      expect(await ask("/logins", { method: "DELETE" })).to.deep.equal({ count: 1 });
      await ask("/snapshots/restore", { body: taken });
      expect(await ask("/logins")).to.deep.equal({ count: 1 });
      expect(resultOf(await call(emulator.endpoint, "closeSession", closing(12345678), { cookie }))).to.match(/OK$/);
      for (let snapshots = 0; snapshots < 20; snapshots += 1) await ask("/snapshots", { method: "POST" });
      for (const snapshot of [0, 1, 22, 1.5]) {
        expect(await refusal("/snapshots/restore", { body: { snapshot } })).to.include({
          status: 400,
          path: "snapshot",
        });
      }
      await ask("/snapshots/restore", { body: { snapshot: 2 } });
    });

    it("adds given users and sessions", async () => {
      const user = {
        email: "new@email.com",
        password: "secret-new",
        roles: { technician: 5002 },
        authCode: "new-code",
      };
      await ask("/desk/addUser", { body: user });
      expect(emulator.export().users.at(-1)).to.deep.include(user);
      expect(await refusal("/desk/addUser", { body: user })).to.include({ status: 400, path: "user.email" });
      const session = { id: 4711, startedAgo: 60, technician: 5002 };
      expect(await ask("/desk/newSession", { body: session })).to.deep.equal({ session: 4711 });
      expect(await refusal("/desk/newSession", { body: session })).to.include({ status: 400, path: "id" });
    });

    it("writes Infinity, which JSON does not have, as always", async () => {
      emulator.faults.add({ operation: "*", phase: "after", kind: "reset", times: Number.POSITIVE_INFINITY });
      const { rules } = (await ask("/faults")) as { rules: { rule: object }[] };
      expect(rules[0]?.rule).to.include({ times: "always" });
    });

    for (const [method, path, body, wrong] of [
      ["POST", "/faults", { operation: "closeSession", phase: "before", kind: "boom" }, "kind"],
      ["POST", "/faults", [], "operation"],
      ["POST", "/faults", null, "rule"],
      ["PUT", "/faults/schedule", { seed: 1 }, "rate"],
      ["PUT", "/faults/latency", { min: 5 }, "max"],
      ["PUT", "/faults/latency", { min: 5, max: 1 }, "latency.max"],
      ["POST", "/desk/setStatus", { session: 12345678, status: "GONE" }, "status"],
      ["POST", "/desk/setStatus", { status: "WAITING" }, "session"],
      ["POST", "/desk/setStatus", { session: 1, status: "WAITING", more: 1 }, "more"],
      ["POST", "/desk/setConsole", "Online", "body"],
      ["POST", "/desk/newSession", { technician: 5 }, "technician"],
    ] as const) {
      it(`refuses ${method} ${path} ${JSON.stringify(body)}, naming ${wrong}`, async () => {
        expect(await refusal(path, { method, body })).to.include({
          status: 400,
          code: "INVALID_ARGUMENT",
          path: wrong,
        });
      });
    }

    it("controls the desk", async () => {
      const { session } = (await ask("/desk/newSession", { method: "POST", body: { technician: 201 } })) as {
        session: number;
      };
      const state = () => emulator.export().sessions.find(({ id }) => id === session);
      expect(state()).to.include({ status: "WAITING", technician: 201 });
      await ask("/desk/setNote", { body: { session, text: "a note" } });
      await ask("/desk/say", { body: { session, from: "Customer", text: "hello" } });
      await ask("/desk/setStatus", { body: { session, status: "REBOOTING" } });
      expect(state()).to.include({ status: "REBOOTING", note: "a note" });
      expect(state()?.chat).to.have.length(1);
      await ask("/desk/setConsole", { body: { technician: 201, state: "Offline" } });
      expect(emulator.export().users.find(({ roles }) => roles.technician === 201)?.console ?? "Offline").to.equal(
        "Offline",
      );
      const { session: other } = (await ask("/desk/newSession", { method: "POST" })) as { session: number };
      expect(other).to.equal(session + 1);
      await ask("/desk/customerLeaves", { body: { session: other } });
      expect(await refusal("/desk/customerRuns", { body: { session: other } })).to.include({ path: "session" });
      expect(await refusal("/desk/enterPin", { body: { code: "000000" } })).to.include({ path: "code" });
    });
  });

  describe("refused requests", () => {
    it("unknown paths and methods", async () => {
      for (const path of ["/nowhere", "/state/", "/desk/constructor", "/API/API.asmx"]) {
        expect(await refusal(path)).to.include({ status: 404, code: "NOT_FOUND" });
      }
      const answer = await admin(api, "/faults", { method: "PATCH" });
      expect([answer.status, answer.headers.allow]).to.deep.equal([405, "GET, POST, DELETE"]);
    });

    for (const raw of ["{", "x", '{"ms":}', "\u0000"]) {
      it(`${JSON.stringify(raw)}, which is not JSON, and does not repeat it`, async () => {
        const { message, ...rest } = await refusal("/clock/advance", { raw, method: "POST" });
        expect(rest).to.deep.equal({ status: 400, code: "INVALID_JSON", path: "body" });
        expect(message).to.equal("body: is not JSON");
      });
    }

    it("keys that access the prototype", async () => {
      const raw = '{"__proto__": {"polluted": 1}, "operation": "login", "phase": "before", "kind": "reset"}';
      expect(await refusal("/faults", { raw })).to.include({ status: 400, path: "__proto__" });
      expect(await refusal("/desk/newSession", { raw })).to.include({ status: 400, path: "__proto__" });
      expect(await refusal("/state", { raw: '{"__proto__": {"users": []}}', method: "PUT" })).to.include({
        status: 400,
      });
      expect({}).not.to.have.property("polluted");
    });

    it("bodies without end: 413, and the next call is served", async () => {
      const headers = { "Content-Length": String(65 * 1024 * 1024), Expect: "100-continue" };
      expect(await refusal("/reset", { method: "POST", headers })).to.include({ status: 413, code: "TOO_LARGE" });
      await ask("/logins");
    });
  });

  it("ends with the emulator", async () => {
    await emulator.close();
    const error = await admin(api, "/").catch((reason) => reason);
    expect(error).to.have.property("code", "ECONNREFUSED");
  });

  it("stops the service again if its port is taken", async () => {
    const port = Number(new URL(api.url).port);
    const error = await startEmulator({ admin: { port } }).catch((reason) => reason);
    expect(error).to.include({ code: "EADDRINUSE", port });
  });
});
