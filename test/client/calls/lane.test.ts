import { expect } from "chai";
import { Lane, type LaneParts, leastLoaded } from "../../../src/client/calls/lane.js";
import { Login, type PerformLogin } from "../../../src/client/login/login.js";
import { type CallUnderLogin, LoginState } from "../../../src/client/login/login-state.js";
import { ReloginBudget } from "../../../src/client/login/relogin-budget.js";
import type { Answer } from "../../../src/client/operations/answer.js";
import { traitsOf } from "../../../src/client/operations/operation-table.js";
import { ConnectionError, NotAuthenticatedError } from "../../../src/index.js";
import { Cookies } from "../../../src/soap/http/cookies.js";
import { Deadline } from "../../../src/soap/http/deadline.js";
import { thrown } from "../thrown.js";

const callOf = (name: string): CallUnderLogin => ({ name, traits: traitsOf(name) });
const [close, report, login] = [callOf("closeSession"), callOf("getReport"), callOf("login")];
const ANSWER: Answer = { values: {}, code: "OK", literal: "login_OK" };
const answered = async () => ANSWER;
const endless = () => new Deadline("closeSession", Number.POSITIVE_INFINITY);
const refusal = (code: string) =>
  new NotAuthenticatedError({ operation: "op", code, literal: `op_${code}`, meaning: "No.", advice: "Ask." });
const settled = () => new Promise(setImmediate);

function loginOf(perform: PerformLogin = answered): Login {
  const begin = (timeout: number, signal: AbortSignal) => new Deadline("login", timeout, [signal]);
  return new Login(new LoginState(new ReloginBudget(1)), perform, begin);
}

function laneOf(parts: Partial<LaneParts> = {}): Lane & { readonly forgotten: readonly string[] } {
  const forgotten: string[] = [];
  const onForgotten = (operation: string) => forgotten.push(operation);
  const rest = { login: undefined, cookies: undefined, maxConcurrent: 2, onForgotten, renew: undefined };
  return Object.assign(new Lane({ ...rest, ...parts }), { forgotten });
}

function loggedIn(parts: Partial<LaneParts> = {}) {
  const own = loginOf();
  own.state.begin(ANSWER);
  return laneOf({ login: own, cookies: new Cookies(), ...parts });
}

/** How many of ten calls are under way at once. */
async function atOnce(lane: Lane): Promise<number> {
  let running = 0;
  let end: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  const send = async () => {
    running += 1;
    await held;
    return ANSWER;
  };
  const calls = Array.from({ length: 10 }, () => lane.turn(login, endless(), send));
  await settled();
  const most = running;
  end?.();
  await Promise.all(calls);
  expect(running).to.equal(10);
  return most;
}

describe("Lane: the calls of one login", () => {
  it("run one at a time with a cookie, and a number of them without one", async () => {
    expect(await atOnce(loggedIn())).to.equal(1);
    expect(await atOnce(laneOf({ maxConcurrent: 2 }))).to.equal(2);
    expect(await atOnce(laneOf({ maxConcurrent: 5 }))).to.equal(5);
  });

  it("say what they waited for when their turn does not come", async () => {
    for (const [lane, rule] of [
      [loggedIn(), "a login takes one call at a time"],
      [laneOf({ maxConcurrent: 1 }), "1 calls run at once (maxConcurrent)"],
    ] as const) {
      let end: (() => void) | undefined;
      const first = lane.turn(login, endless(), async () => {
        await new Promise<void>((resolve) => {
          end = resolve;
        });
        return ANSWER;
      });
      const error = await thrown(Error, lane.turn(close, new Deadline("closeSession", 5), answered));
      expect(error.message).to.equal(`closeSession: its turn did not come within 5 ms: ${rule}`);
      end?.();
      await first;
    }
  });

  it("say so where the settings of another report are in use", async () => {
    const lane = laneOf();
    const leave = await lane.settings.take(endless());
    const error = await thrown(Error, lane.settings.take(new Deadline("getReport", 5)));
    expect(error.message).to.equal("getReport: the settings of another report were still in use after 5 ms");
    leave();
    expect(lane.settings.idle).to.equal(true);
  });

  it("give the turn back when one fails", async () => {
    const lane = loggedIn();
    const broken = new ConnectionError("closeSession", "broke", { reason: "X", outcome: "unknown" });
    const failing = () => Promise.reject(broken);
    expect(await thrown(ConnectionError, lane.turn(close, endless(), failing))).to.equal(broken);
    expect(await lane.turn(close, endless(), answered)).to.equal(ANSWER);
  });

  describe("under a login", () => {
    it("are not sent where it is gone, except for one that needs none", async () => {
      const lane = laneOf({ login: loginOf(), cookies: new Cookies() });
      let sent = 0;
      const send = async () => {
        sent += 1;
        return ANSWER;
      };
      expect(await lane.turn(close, endless(), send)).to.equal(undefined);
      expect(sent).to.equal(0);
      expect(await lane.turn(login, endless(), send)).to.equal(ANSWER);
      expect(sent).to.equal(1);
      expect(await laneOf().turn(close, endless(), send)).to.equal(ANSWER);
    });

    it("are made again where the service has forgotten it", async () => {
      const lane = loggedIn();
      expect(await lane.turn(close, endless(), answered)).to.equal(ANSWER);
      expect(await lane.turn(close, endless(), () => Promise.reject(refusal("NotLoggedIn")))).to.equal(undefined);
      expect(lane.forgotten).to.deep.equal(["closeSession"]);
      expect(lane.login?.state.answer).to.equal(undefined);
    });

    it("throw any other refusal, and keep it", async () => {
      const lane = loggedIn();
      const failing = () => Promise.reject(refusal("Invalid_SecretAuthCode"));
      expect(await thrown(NotAuthenticatedError, lane.turn(close, endless(), failing))).to.include({
        code: "Invalid_SecretAuthCode",
      });
      expect(lane.forgotten).to.deep.equal([]);
      expect(lane.login?.state.answer).to.equal(ANSWER);
    });

    it("are not sent, once, where they build on settings of an earlier one", async () => {
      const lane = loggedIn();
      await lane.turn(callOf("setReportArea"), endless(), answered);
      expect(lane.login?.state.hasSettings).to.equal(true);
      lane.login?.state.begin(ANSWER);
      // A call that has nothing to do with settings is not concerned.
      expect(await lane.turn(close, endless(), answered)).to.equal(ANSWER);
      expect(await thrown(NotAuthenticatedError, lane.turn(report, endless(), answered))).to.include({
        outcome: "not-sent",
        operation: "getReport",
        code: "NotLoggedIn",
        literal: "",
        meaning: "The login under which the report settings were made has expired, and they are gone with it.",
        advice: "Make all the settings of the report again, then repeat this call.",
      });
      expect(await lane.turn(report, endless(), answered)).to.equal(ANSWER);
    });
  });

  describe("before they are sent", () => {
    it("log in where they need it and nobody has", async () => {
      let logins = 0;
      const own = loginOf(async () => {
        logins += 1;
        return ANSWER;
      });
      const lane = laneOf({ login: own });
      await lane.ready(login, endless());
      expect(logins).to.equal(0);
      await lane.ready(close, endless());
      await lane.ready(close, endless());
      expect(logins).to.equal(1);
      await laneOf().ready(close, endless());
    });

    it("are not sent, whatever became of the login", async () => {
      const lost = new ConnectionError("login", "broke", { reason: "X", outcome: "unknown" });
      const lane = laneOf({ login: loginOf(() => Promise.reject(lost)) });
      expect(await thrown(ConnectionError, lane.ready(close, endless()))).to.include({ outcome: "not-sent" });
      const bug = new TypeError("a bug");
      const other = laneOf({ login: loginOf(() => Promise.reject(bug)) });
      expect(await thrown(TypeError, other.ready(close, endless()))).to.equal(bug);
    });
  });

  describe("that end the login", () => {
    it("end it whatever the answer is, and are sent once", async () => {
      const lane = loggedIn();
      const lost = new ConnectionError("logout", "broke", { reason: "X", outcome: "unknown" });
      await thrown(
        ConnectionError,
        lane.logout(endless(), () => Promise.reject(lost)),
      );
      expect(lane.login?.state.answer).to.equal(undefined);
      expect(await lane.logout(endless(), answered)).to.equal(undefined);
      lane.login?.state.begin(ANSWER);
      expect(await lane.logout(endless(), answered)).to.equal(ANSWER);
      expect(await laneOf().logout(endless(), answered)).to.equal(undefined);
    });
  });

  it("keep the login, the cookies and the renewal they were given", () => {
    const parts = { login: loginOf(), cookies: new Cookies(), renew: async () => undefined };
    expect(laneOf(parts)).to.include({ ...parts, load: 0 });
  });
});

describe("leastLoaded: the lane for a further call", () => {
  const loaded = (load: number, lane = laneOf({ login: loginOf() })) => Object.assign(lane, { load });
  const open = () => true;
  const shut = () => false;

  it("is the least loaded, the first of those that are alike", () => {
    const lanes = [loaded(2), loaded(1), loaded(1)];
    expect(leastLoaded(lanes, open)).to.equal(lanes[1]);
  });

  it("is the one that is logged in, where two are alike, but no busier one", () => {
    const lanes = [loaded(1), loaded(1, loggedIn()), loaded(1, loggedIn())];
    expect(leastLoaded(lanes, open)).to.equal(lanes[1]);
    const busy = [loaded(2, loggedIn()), loaded(1)];
    expect(leastLoaded(busy, open)).to.equal(busy[1]);
    expect(leastLoaded([...busy].reverse(), open)).to.equal(busy[1]);
  });

  it("is one with a login, or with one under way, where no login can be made now", async () => {
    const busy = [loaded(2, loggedIn()), loaded(1)];
    expect(leastLoaded(busy, shut)).to.equal(busy[0]);
    let end: ((answer: Answer) => void) | undefined;
    const own = loginOf(
      () =>
        new Promise((resolve) => {
          end = resolve;
        }),
    );
    const made = own.ensure(endless());
    const waiting = [loaded(1), loaded(2, laneOf({ login: own })), loaded(3, loggedIn())];
    expect(leastLoaded(waiting, shut)).to.equal(waiting[1]);
    await settled();
    end?.(ANSWER);
    await made;
    const without = [loaded(2), loaded(1), loaded(1, laneOf())];
    expect(leastLoaded(without, shut)).to.equal(without[1]);
  });
});
