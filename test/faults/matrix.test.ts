import { mock } from "node:test";
import { expect } from "chai";
import { OutcomeUnknownError, type RescueClientOptions, RescueError, type RetryOptions } from "../../src/index.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION } from "../client/guide-values.js";
import { RescueClient } from "../reference/service.js";
import { type Column, FAULTS, type Fault } from "./fault-table.js";
import { type RawService, rawService } from "./raw-service.js";

const TIMEOUT = 60_000;

const CODES: Readonly<Record<string, string>> = {
  ConnectionError: "CONNECTION",
  DeadlineError: "DEADLINE",
  ProtocolError: "PROTOCOL",
  OutcomeUnknownError: "OUTCOME_UNKNOWN",
  SoapFaultError: "SOAP_FAULT",
};

type Options = Omit<RescueClientOptions, "credentials">;
interface Call {
  readonly client: RescueClient;
  readonly ends: Promise<unknown>;
}

const calls: Readonly<Record<Column, (options: Options) => Call>> = {
  read: (options) => {
    const client = new RescueClient({ ...options, credentials: { authCode: AUTH_CODE } });
    return { client, ends: client.operations.getSession_V3({ iNodeID: 1, eNodeRef: "NODE" }) };
  },
  mutating: (options) => {
    const client = new RescueClient({ ...options, credentials: { authCode: AUTH_CODE } });
    return { client, ends: client.closeSession(SESSION) };
  },
  auth: (options) => {
    const client = new RescueClient({ ...options, credentials: { authCode: AUTH_CODE } });
    const { email, password } = ADMINISTRATOR;
    return { client, ends: client.operations.login({ sEmail: email, sPassword: password }) };
  },
  "auth code": (options) => {
    const client = new RescueClient({ ...options, credentials: { authCode: AUTH_CODE } });
    const { email, password } = ADMINISTRATOR;
    return { client, ends: client.operations.requestAuthCode({ sEmail: email, sPassword: password }) };
  },
  "waiting for a login": (options) => {
    const client = new RescueClient({ ...options, credentials: ADMINISTRATOR });
    return { client, ends: client.closeSession(SESSION) };
  },
};

/** How a call ended, in the words of the table, once it is known how many requests arrived. */
async function told(call: Promise<unknown>): Promise<(requests: number) => string> {
  try {
    await call;
    return (requests) => `answered ${requests}`;
  } catch (error) {
    if (!(error instanceof RescueError)) throw error;
    expect(error.code).to.equal(CODES[error.name]);
    const hidden = error instanceof OutcomeUnknownError ? ` of ${error.cause.name}` : "";
    return (requests) => `${error.name}${hidden} ${error.outcome} ${error.attempts}/${requests}`;
  }
}

async function closedPort(): Promise<RawService> {
  const service = await rawService(async () => {});
  await service[Symbol.asyncDispose]();
  return { ...service, [Symbol.asyncDispose]: async () => {} };
}

async function meet(fault: Fault, column: Column, retry: RetryOptions | false): Promise<string> {
  await using elsewhere = await rawService(async () => {});
  const { play } = fault;
  await using service = play
    ? await rawService((connection) => play(connection, elsewhere.endpoint))
    : await closedPort();
  if (fault.stalls) mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const { client, ends } = calls[column]({ endpoint: service.endpoint, timeout: TIMEOUT, retry });
    const end = told(ends);
    if (fault.stalls) {
      await service.played;
      mock.timers.tick(TIMEOUT);
    }
    const inWords = await end;
    client.close();
    await service.closed();
    expect(elsewhere.connections, "connections to the other host").to.have.length(0);
    return inWords(service.requests.length);
  } finally {
    mock.timers.reset();
  }
}

describe("the fault matrix", () => {
  for (const fault of FAULTS) {
    describe(fault.name, () => {
      for (const column of Object.keys(fault.ends) as Column[]) {
        const { retry, once } = fault.ends[column];
        it(`${column}: ${retry}`, async () => {
          expect(await meet(fault, column, { delay: 1, maxDelay: 2 })).to.equal(retry);
        });
        it(`${column}, without retries: ${once}`, async () => {
          expect(await meet(fault, column, false)).to.equal(once);
        });
      }
    });
  }
});
