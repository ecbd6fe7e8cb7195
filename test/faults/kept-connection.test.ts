import { Agent as HttpsAgent } from "node:https";
import { expect } from "chai";
import { CookieJar } from "tough-cookie";
import { ConnectionError, InvalidArgumentError, OutcomeUnknownError, RescueResultError } from "../../src/index.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION } from "../client/guide-values.js";
import { thrown } from "../client/thrown.js";
import { RescueClient } from "../reference/service.js";
import { Leftovers } from "./leftovers.js";
import { answering, type RawConnection, type RawService, rawService, resultOf } from "./raw-service.js";

const NODE = { iNodeID: 1, eNodeRef: "NODE" } as const;

const connect = (service: RawService) =>
  new RescueClient({
    credentials: { authCode: AUTH_CODE },
    endpoint: service.endpoint,
    retry: { delay: 1, maxDelay: 2 },
  });

/** Answers the first request of the first connection, and passes what follows to `second`. */
const stale = (second: (connection: RawConnection) => void | Promise<void>) => async (connection: RawConnection) => {
  if (connection.number > 1) return answering(resultOf)(connection);
  await connection.write(resultOf(await connection.request()));
  await second(connection);
};

describe("a kept connection", () => {
  describe("that is closed right after the first answer", () => {
    const endings = {
      closed: (connection: RawConnection) => void connection.socket.end(),
      reset: (connection: RawConnection) => void connection.socket.resetAndDestroy(),
    };
    for (const [name, end] of Object.entries(endings)) {
      it(`(${name}): a read gets its answer nevertheless`, async () => {
        await using service = await rawService(stale(end));
        const rescue = connect(service);
        await rescue.operations.getSession_V3(NODE);
        await rescue.operations.getSession_V3(NODE);
        expect(service.requests).to.have.length(2);
        rescue.close();
      });

      // Which of the two depends on what the client has received when it sends.
      it(`(${name}): a change takes a new connection, or is reported as unknown, and is sent once`, async () => {
        await using service = await rawService(stale(end));
        const rescue = connect(service);
        await rescue.closeSession(SESSION);
        try {
          await rescue.closeSession(SESSION + 1);
          expect(service.connections).to.have.length(2);
          expect(service.requests).to.have.length(2);
        } catch (error) {
          expect(error).to.be.instanceOf(OutcomeUnknownError).and.to.include({ outcome: "unknown", attempts: 1 });
          expect((error as OutcomeUnknownError).cause).to.be.instanceOf(ConnectionError);
          expect(service.requests).to.have.length(1);
        }
        rescue.close();
      });

      it(`(${name}): a change takes a new connection once the close has been noticed`, async () => {
        await using service = await rawService(stale(end));
        using leftovers = await Leftovers.from();
        const rescue = connect(service);
        await rescue.closeSession(SESSION);
        await leftovers.gone();
        await rescue.closeSession(SESSION + 1);
        expect(service.requests).to.have.length(2);
        rescue.close();
      });
    }
  });

  describe("that is closed just when the second request arrives", () => {
    const endings = {
      "closed unread": async (connection: RawConnection) => {
        await connection.operation();
        connection.socket.destroy();
      },
      "closed after it was read": async (connection: RawConnection) => {
        await connection.request();
        connection.socket.end();
      },
      "reset after it was read": async (connection: RawConnection) => {
        await connection.request();
        connection.socket.resetAndDestroy();
      },
    };
    for (const [name, end] of Object.entries(endings)) {
      const arrived = name === "closed unread" ? 1 : 2;

      it(`(${name}): a read is repeated on a new connection`, async () => {
        await using service = await rawService(stale(end));
        const rescue = connect(service);
        const retried: number[] = [];
        rescue.on("retry", ({ attempt }) => retried.push(attempt));
        await rescue.operations.getSession_V3(NODE);
        await rescue.operations.getSession_V3(NODE);
        expect(retried).to.deep.equal([1]);
        expect(service.connections).to.have.length(2);
        expect(service.requests).to.have.length(arrived + 1);
        rescue.close();
      });

      it(`(${name}): a change is reported as unknown and not repeated; the next one succeeds`, async () => {
        await using service = await rawService(stale(end));
        const rescue = connect(service);
        await rescue.closeSession(SESSION);
        const error = await thrown(OutcomeUnknownError, rescue.closeSession(SESSION + 1));
        expect(error).to.include({ outcome: "unknown", attempts: 1, settleWith: "getSession_V3" });
        expect(error.cause).to.be.instanceOf(ConnectionError).and.to.include({ reason: "ECONNRESET" });
        expect(service.requests).to.have.length(arrived);
        await rescue.closeSession(SESSION + 2);
        expect(service.requests).to.have.length(arrived + 1);
        rescue.close();
      });

      it(`(${name}): so it is for a login`, async () => {
        await using service = await rawService(stale(end));
        const rescue = connect(service);
        const login = () => rescue.operations.login({ sEmail: "some@email.com", sPassword: "secretPassword" });
        await login();
        const error = await thrown(ConnectionError, login);
        expect(error).to.include({ outcome: "unknown", attempts: 1 });
        expect(service.requests).to.have.length(arrived);
        rescue.close();
      });
    }
  });

  it("that delivers a second answer to the first request: the next call gets its own", async () => {
    await using service = await rawService(async (connection) => {
      const first = await connection.request();
      if (connection.number === 1) await connection.write(resultOf(first) + resultOf(first));
      else await connection.write(resultOf(first, "ActionFailed"));
      await connection.write(resultOf(await connection.request(), "ActionFailed"));
    });
    const rescue = connect(service);
    await rescue.closeSession(SESSION);
    expect((await thrown(RescueResultError, rescue.closeSession(SESSION + 1))).code).to.equal("ActionFailed");
    rescue.close();
  });

  it("is given up when the answer came before the request had left: the server may never read the rest", async () => {
    await using service = await rawService(async (connection) => {
      await connection.write(resultOf({ operation: await connection.operation() }));
    });
    using leftovers = await Leftovers.from();
    const rescue = connect(service);
    // More than the system's buffers take.
    await rescue.operations.closeSession({ iSession: SESSION, sAuthCode: "x".repeat(20_000_000) });
    await service.closed();
    await leftovers.gone();
    expect(service.requests).to.have.length(0);
    rescue.close();
  });
});

describe("a request that Node refuses to create", () => {
  it("an agent for the other protocol is the caller's mistake", async () => {
    const agent = new HttpsAgent();
    await using service = await rawService(answering(resultOf));
    const rescue = new RescueClient({ credentials: { authCode: AUTH_CODE }, endpoint: service.endpoint, agent });
    const error = await thrown(InvalidArgumentError, rescue.closeSession(SESSION));
    expect(error).to.include({ path: "agent", outcome: "not-sent" });
  });

  it("so is a cookie in the caller's jar that no header can hold; it is not quoted", async () => {
    await using service = await rawService(answering(resultOf));
    const jar = new CookieJar();
    await jar.setCookie("a=PLANTED\u20ac", service.endpoint);
    const rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint: service.endpoint, jar });
    const error = await thrown(InvalidArgumentError, rescue.closeSession(SESSION));
    expect(error).to.include({ path: "jar", outcome: "not-sent" });
    expect(error.message).not.to.contain("PLANTED");
    expect(service.connections).to.have.length(0);
  });
});
