import { expect } from "chai";
import nock from "nock";
import type { SoapVersion } from "../../src/index.js";
import { envelope, NAMESPACE } from "../emulator/wire.js";
import { RescueClient } from "../reference/service.js";

export const VENDOR = "https://secure.logmeinrescue.com";
export const PATH = "/API/API.asmx";

// Importing nock activates it for the whole process: deactivated until a suite needs it.
nock.restore();

/** Activates nock for the suite that calls this. Nothing reaches the network; each test must use all its replies. */
export function mockNetwork(): void {
  before("nock sees the client's requests", async () => {
    nock.activate();
    nock.disableNetConnect();
    nock.enableNetConnect("127.0.0.1");
    // If the transport bypassed nock, the tests would call the vendor. This name can never be resolved (RFC 6761).
    const host = "https://nock.invalid";
    answerInTurn([result("1.1", "closeSession", "closeSessionRet_OK")], host);
    await new RescueClient({ credentials: { authCode: "none" }, endpoint: `${host}${PATH}` }).closeSession(1);
  });
  afterEach(function () {
    const pending = nock.pendingMocks();
    nock.cleanAll();
    if (this.currentTest?.state === "passed") expect(pending, "replies not asked for").to.deep.equal([]);
  });
  after(() => {
    nock.enableNetConnect();
    nock.restore();
  });
}

let users = 0;

/** A user who has never logged in: the client allows each user ten logins in three minutes, over all tests. */
export function somebody(password = "secretPassword"): { email: string; password: string } {
  users += 1;
  return { email: `user${users}@email.com`, password };
}

/** A request as it arrived. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface MockedReply {
  readonly status?: number;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string;
}

/** Gives these replies, one for each request to `host` in turn. @returns the requests, as they arrive. */
export function answerInTurn(replies: readonly MockedReply[], host = VENDOR): SentRequest[] {
  const sent: SentRequest[] = [];
  for (const { status = 200, headers = {}, body = "" } of replies) {
    nock(host)
      .post(PATH)
      .reply(function (_path, received) {
        const { method, path } = this.req;
        const sentHeaders = Object.entries(this.req.headers).map(([name, value]) => [
          name.toLowerCase(),
          String(value),
        ]);
        sent.push({ method, url: path, headers: Object.fromEntries(sentHeaders), body: String(received) });
        return [status, body, headers];
      });
  }
  return sent;
}

/** What ASMX answers with a result literal and nothing else. */
export function result(
  version: SoapVersion,
  operation: string,
  literal: string,
  headers: Record<string, string | string[]> = {},
): MockedReply {
  const content = `<${operation}Result>${literal}</${operation}Result>`;
  return {
    headers: {
      "Content-Type": `${version === "1.1" ? "text/xml" : "application/soap+xml"}; charset=utf-8`,
      ...headers,
    },
    body: envelope(version, `<${operation}Response xmlns="${NAMESPACE}">${content}</${operation}Response>`),
  };
}
