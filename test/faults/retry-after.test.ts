import { expect } from "chai";
import { AbortedError, ProtocolError, type RescueEvents, type RetryOptions } from "../../src/index.js";
import { AUTH_CODE, SESSION } from "../client/guide-values.js";
import { thrown } from "../client/thrown.js";
import { RescueClient } from "../reference/service.js";
import { answering, httpMessage, type RawService, rawService, resultOf } from "./raw-service.js";

const NODE = { iNodeID: 1, eNodeRef: "NODE" } as const;

/** Answers the first request with 503 and `Retry-After`, and the others as it should. */
function busyOnce(retryAfter: string, status = 503): Promise<RawService> {
  let requests = 0;
  return rawService(
    answering((request) => {
      requests += 1;
      return requests === 1 ? httpMessage(status, undefined, { "Retry-After": retryAfter }) : resultOf(request);
    }),
  );
}

function connect(service: RawService, retry: RetryOptions | false = {}, timeout = 60_000) {
  const rescue = new RescueClient({
    credentials: { authCode: AUTH_CODE },
    endpoint: service.endpoint,
    timeout,
    retry: retry && { delay: 1, maxDelay: 2, ...retry },
  });
  const retries: RescueEvents["retry"][] = [];
  rescue.on("retry", (event) => retries.push(event));
  return { rescue, retries, [Symbol.dispose]: () => rescue.close() };
}

/** The wait that the client starts, which is then cut short. */
async function waitAfter(retryAfter: string, retry?: RetryOptions): Promise<number> {
  await using service = await busyOnce(retryAfter);
  using client = connect(service, retry);
  const abort = new AbortController();
  client.rescue.on("retry", () => abort.abort());
  await thrown(AbortedError, client.rescue.operations.getSession_V3(NODE, { signal: abort.signal }));
  expect(service.requests).to.have.length(1);
  return client.retries[0]?.milliseconds ?? Number.NaN;
}

describe("Retry-After", () => {
  for (const status of [429, 503]) {
    it(`of a ${status} is waited for, and the read gets its answer`, async () => {
      await using service = await busyOnce("0", status);
      using client = connect(service);
      await client.rescue.operations.getSession_V3(NODE);
      expect(service.requests).to.have.length(2);
      expect(client.retries).to.have.length(1);
      expect(client.retries[0]).to.include({ operation: "getSession_V3", attempt: 1, error: "PROTOCOL" });
    });
  }

  it("in seconds is the wait", async () => {
    expect(await waitAfter("7")).to.equal(7_000);
  });

  it("as a date is the wait", async () => {
    expect(await waitAfter(new Date(Date.now() + 20_000).toUTCString())).to.be.within(15_000, 20_000);
  });

  it("in the past, or in neither form, means the usual backoff", async () => {
    for (const value of ["Sun, 06 Nov 1994 08:49:37 GMT", "-5", "soon", "1.5", "99999999999"]) {
      expect(await waitAfter(value), value).to.be.within(0.5, 1);
    }
  });

  it("at the bound is honoured", async () => {
    expect(await waitAfter("30")).to.equal(30_000);
    expect(await waitAfter("2", { maxRetryAfter: 2_000 })).to.equal(2_000);
  });

  const refused: [name: string, retryAfter: string, retry: RetryOptions | false, timeout?: number][] = [
    ["above the bound", "31", {}],
    ["above the caller's bound", "3", { maxRetryAfter: 2_999 }],
    ["a year away", new Date(Date.now() + 3e10).toUTCString(), {}],
    ["longer than the call may take", "20", {}, 15_000],
    ["with retries off", "0", false],
    ["with one attempt", "0", { attempts: 1 }],
  ];
  for (const [name, retryAfter, retry, timeout] of refused) {
    it(`${name} ends the call at once, and the error reports it`, async () => {
      await using service = await busyOnce(retryAfter);
      using client = connect(service, retry, timeout);
      const error = await thrown(ProtocolError, client.rescue.operations.getSession_V3(NODE));
      expect(error).to.include({ status: 503, outcome: "unknown", attempts: 1 });
      expect(error.retryAfter).to.be.a("number");
      expect(client.retries).to.deep.equal([]);
      expect(service.requests).to.have.length(1);
    });
  }

  it("does not cause a change to be sent again", async () => {
    await using service = await busyOnce("0");
    using client = connect(service);
    await thrown(Error, client.rescue.closeSession(SESSION));
    expect(client.retries).to.deep.equal([]);
    expect(service.requests).to.have.length(1);
  });
});
