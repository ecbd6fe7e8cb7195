import { expect } from "chai";
import type { Behaviour, OperationResult } from "../../../src/emulator/operations/call/call.js";
import { integerParameter } from "../../../src/emulator/operations/call/parameters.js";
import { contract } from "../../reference/generated/contract.js";
import { startBehaviours } from "../start-behaviours.js";
import { call, closing, logIn } from "../wire.js";

/** A closeSession that waits until it is released, and the sessions that it has seen. */
function gate() {
  const entered: number[] = [];
  const waiting: (() => void)[] = [];
  const behaviour: Behaviour = ({ parameters }) => {
    entered.push(integerParameter(parameters, "iSession"));
    return new Promise<OperationResult>((resolve) => waiting.push(() => resolve({ code: "OK" })));
  };
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise(setImmediate);
  };
  return { entered, behaviour, until, letGo: () => waiting.shift()?.() };
}

describe("one request at a time per login", () => {
  it("calls with one cookie queue in order; others and calls without a cookie pass", async () => {
    const { entered, behaviour, until, letGo } = gate();
    const server = await startBehaviours(contract, [["closeSession", behaviour]]);
    try {
      const first = await logIn(server.endpoint);
      const second = await logIn(server.endpoint);
      const close = (session: number, cookie?: string) =>
        call(server.endpoint, "closeSession", closing(session), cookie ? { cookie } : {});
      const calls = [close(1, first)];
      await until(() => entered.length === 1);
      calls.push(close(2, first), close(3, second), close(4));
      await until(() => entered.length === 3);
      expect([...entered].sort()).to.deep.equal([1, 3, 4]);
      letGo();
      await until(() => entered.length === 4);
      expect(entered[3]).to.equal(2);
      for (let left = 0; left < 3; left += 1) letGo();
      await Promise.all(calls);
    } finally {
      await server.close();
    }
  });

  it("a call waits for an earlier one even if its client has given up", async () => {
    const { entered, behaviour, until, letGo } = gate();
    const server = await startBehaviours(contract, [["closeSession", behaviour]]);
    try {
      const cookie = await logIn(server.endpoint);
      const abort = new AbortController();
      const abandoned = fetch(server.endpoint, {
        method: "POST",
        signal: abort.signal,
        headers: { "Content-Type": "text/xml", Cookie: cookie },
        body:
          '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body>' +
          `<closeSession xmlns="${contract.namespace}"><iSession>1</iSession></closeSession></Body></Envelope>`,
      }).catch(() => undefined);
      await until(() => entered.length === 1);
      abort.abort();
      await abandoned;
      const next = call(server.endpoint, "closeSession", closing(2), { cookie });
      letGo();
      await until(() => entered.length === 2);
      letGo();
      await next;
      expect(server.history.log.slice(1)).to.have.length(2);
    } finally {
      await server.close();
    }
  });
});
