import { EventEmitter, getEventListeners, once } from "node:events";
import { Agent } from "node:http";
import { expect } from "chai";
import {
  AbortedError,
  type CallOptions,
  ClientClosedError,
  OutcomeUnknownError,
  type RescueClientOptions,
} from "../../src/index.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION } from "../client/guide-values.js";
import { thrown } from "../client/thrown.js";
import { RescueClient } from "../reference/service.js";
import { Leftovers } from "./leftovers.js";
import { answering, httpMessage, type RawConnection, type RawService, rawService, resultOf } from "./raw-service.js";

const NODE = { iNodeID: 1, eNodeRef: "NODE" } as const;
const BY_CODE = { credentials: { authCode: AUTH_CODE } } as const;
const BY_LOGIN = { credentials: ADMINISTRATOR } as const;

const read = (rescue: RescueClient, options?: CallOptions) => rescue.operations.getSession_V3(NODE, options);
const change = (rescue: RescueClient, options?: CallOptions) => rescue.closeSession(SESSION, options);

interface Point {
  readonly name: string;
  readonly client: Omit<RescueClientOptions, "endpoint">;
  readonly call: (rescue: RescueClient, options?: CallOptions) => Promise<unknown>;
  readonly play: (connection: RawConnection) => Promise<void>;
  /** When to abort: once this settles. At once where it is absent. */
  readonly when?: (service: RawService, rescue: RescueClient) => Promise<unknown>;
  readonly outcome: "not-sent" | "unknown";
  readonly attempts: number;
  /** What the server has read by then. */
  readonly requests: readonly string[];
  /** True where the client keeps its connection: answered completely, or used by a login that continues. */
  readonly keeps?: true;
}

const played = (service: RawService) => service.played;
const retrying = (_: RawService, rescue: RescueClient) =>
  new Promise<void>((resolve) => rescue.on("retry", () => resolve()));
const listening: Point["play"] = async (connection) => void (await connection.request());
const reading: Point["play"] = async (connection) => {
  await connection.write(resultOf(await connection.request()).slice(0, -20));
};
const heading: Point["play"] = async (connection) => {
  await connection.write(resultOf(await connection.request()).slice(0, 40));
};

const POINTS: readonly Point[] = [
  ...[read, change].map((call) => ({
    name: `while the client gets ready (${call.name})`,
    client: BY_CODE,
    call,
    play: listening,
    outcome: "not-sent" as const,
    attempts: 1,
    requests: [],
  })),
  {
    name: "during the login that the call needs",
    client: BY_LOGIN,
    call: change,
    play: listening,
    when: played,
    outcome: "not-sent",
    attempts: 0,
    requests: ["login"],
    keeps: true,
  },
  ...[listening, heading, reading].flatMap((play) =>
    [read, change].map((call) => ({
      name: `${play === listening ? "once sent" : play === heading ? "in the headers" : "in the body"} (${call.name})`,
      client: BY_CODE,
      call,
      play,
      when: played,
      outcome: "unknown" as const,
      attempts: 1,
      requests: [call === read ? "getSession_V3" : "closeSession"],
    })),
  ),
  {
    name: "during the wait before the next attempt",
    client: { ...BY_CODE, retry: { delay: 3_600_000, maxDelay: 3_600_000 } },
    call: (rescue, options) => read(rescue, { timeout: Number.POSITIVE_INFINITY, ...options }),
    play: answering(() => httpMessage(503)),
    when: retrying,
    outcome: "unknown",
    attempts: 1,
    requests: ["getSession_V3"],
    keeps: true,
  },
];

describe("aborting", () => {
  for (const point of POINTS) {
    const { outcome, attempts, requests } = point;

    const judge = async (call: Promise<unknown>, service: RawService, type = AbortedError, code = "ABORTED") => {
      const told = await thrown(Error, call);
      if (point.call === change && outcome === "unknown") {
        expect(told).to.be.instanceOf(OutcomeUnknownError).and.to.include({ outcome, attempts });
      }
      const error = told instanceof OutcomeUnknownError ? told.cause : told;
      expect(error).to.be.instanceOf(type).and.to.include({ code, outcome, attempts });
      expect(service.requests.map(({ operation }) => operation)).to.deep.equal(requests);
    };

    it(`${point.name}: ${outcome}, and nothing is left`, async () => {
      await using service = await rawService(point.play);
      using leftovers = await Leftovers.from();
      const abort = new AbortController();
      const rescue = new RescueClient({ ...point.client, endpoint: service.endpoint });
      const when = point.when?.(service, rescue);
      const call = point.call(rescue, { signal: abort.signal });
      call.catch(() => {});
      await when;
      abort.abort();
      await judge(call, service);
      expect(getEventListeners(abort.signal, "abort")).to.deep.equal([]);
      if (point.keeps) rescue.close();
      await leftovers.gone();
      await service.closed();
    });

    it(`${point.name}, by closing the client: ${outcome}, and nothing is left`, async () => {
      await using service = await rawService(point.play);
      using leftovers = await Leftovers.from();
      const rescue = new RescueClient({ ...point.client, endpoint: service.endpoint });
      const when = point.when?.(service, rescue);
      const call = point.call(rescue);
      call.catch(() => {});
      await when;
      rescue.close();
      await judge(call, service, ClientClosedError, "CLIENT_CLOSED");
      await leftovers.gone();
      await service.closed();
    });
  }

  it("before the call: nothing is started", async () => {
    await using service = await rawService(answering(resultOf));
    using leftovers = await Leftovers.from();
    for (const client of [BY_CODE, BY_LOGIN]) {
      const rescue = new RescueClient({ ...client, endpoint: service.endpoint });
      const error = await thrown(AbortedError, change(rescue, { signal: AbortSignal.abort() }));
      expect(error).to.include({ outcome: "not-sent", operation: "closeSession" });
    }
    await leftovers.gone();
    expect(service.connections).to.have.length(0);
  });

  for (const call of [read, change]) {
    it(`while the connection is being made (${call.name}): not sent, and nothing is left`, async () => {
      await using service = await rawService(listening);
      using leftovers = await Leftovers.from();
      const abort = new AbortController();
      // The name is never found, and so the connection never made.
      const names = new EventEmitter();
      const lookedUp = once(names, "lookup");
      const agent = new Agent({ lookup: () => void names.emit("lookup") });
      const endpoint = service.endpoint.replace("127.0.0.1", "localhost");
      const rescue = new RescueClient({ ...BY_CODE, endpoint, agent });
      const ends = thrown(AbortedError, call(rescue, { signal: abort.signal }));
      await lookedUp;
      abort.abort();
      expect(await ends).to.include({ outcome: "not-sent", attempts: 1 });
      expect(getEventListeners(abort.signal, "abort")).to.deep.equal([]);
      await leftovers.gone();
      expect(service.connections).to.have.length(0);
    });
  }

  it("while waiting for another call's login ends that call only", async () => {
    const gate = new EventEmitter();
    const begun = once(gate, "begun");
    const opened = once(gate, "open");
    await using service = await rawService(async (connection) => {
      for (;;) {
        const request = await connection.request();
        gate.emit("begun");
        await opened;
        await connection.write(resultOf(request));
      }
    });
    using leftovers = await Leftovers.from();
    const abort = new AbortController();
    const rescue = new RescueClient({ ...BY_LOGIN, endpoint: service.endpoint });
    const first = change(rescue);
    const second = thrown(AbortedError, rescue.closeSession(SESSION + 1, { signal: abort.signal }));
    await begun;
    abort.abort();
    expect(await second).to.include({ outcome: "not-sent", attempts: 0 });
    expect(getEventListeners(abort.signal, "abort")).to.deep.equal([]);
    gate.emit("open");
    await first;
    expect(service.requests.map(({ operation }) => operation)).to.deep.equal(["login", "closeSession"]);
    rescue.close();
    await leftovers.gone();
  });

  it("of all calls that wait for a login keeps the login for the next call; closing the client ends it", async () => {
    await using service = await rawService(listening);
    using leftovers = await Leftovers.from();
    const abort = new AbortController();
    const rescue = new RescueClient({ ...BY_LOGIN, endpoint: service.endpoint });
    const calls = Array.from({ length: 20 }, (_, index) =>
      thrown(AbortedError, rescue.closeSession(SESSION + index, { signal: abort.signal })),
    );
    await service.played;
    abort.abort();
    for (const error of await Promise.all(calls)) expect(error).to.include({ outcome: "not-sent", attempts: 0 });
    expect(getEventListeners(abort.signal, "abort")).to.deep.equal([]);
    expect(leftovers.sockets).to.equal(1);
    rescue.close();
    await leftovers.gone();
    await service.closed();
    expect(service.requests).to.have.length(1);
  });
});
