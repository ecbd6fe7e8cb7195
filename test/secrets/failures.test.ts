import { Agent } from "node:https";
import { expect } from "chai";
import { CookieJar } from "tough-cookie";
import {
  AbortedError,
  ConnectionError,
  DeadlineError,
  InvalidArgumentError,
  OutcomeUnknownError,
  type RescueClientOptions,
  RescueError,
} from "../../src/index.js";
import { thrown } from "../client/thrown.js";
import { envelope } from "../emulator/wire.js";
import { RescueClient } from "../reference/service.js";
import { serveHttp, serveRaw } from "../soap/local-server.js";
import { CA, certificate } from "../tls/certificates.js";
import { refuseWith, serveProxy } from "../tls/proxy-server.js";
import { serveTls } from "../tls/tls-service.js";
import { AUTH_CODE, BOTH, COOKIE, EMAIL, expectShowsNone, PASSPHRASE, PASSWORD, PROXY_PASSWORD } from "./planted.js";

const SESSION = 12345678;

function open(endpoint: URL | string, options: Partial<RescueClientOptions> = {}): RescueClient {
  return new RescueClient({ credentials: BOTH, endpoint, paceLogins: false, retry: false, ...options });
}

/** The error that `call` ends with, after it and the client were inspected in every way. */
async function fails<E extends RescueError>(
  type: abstract new (...args: never[]) => E,
  client: RescueClient,
  call: (client: RescueClient) => Promise<unknown> = (it) => it.closeSession(SESSION),
): Promise<E> {
  const told: unknown[] = [];
  client.on("exchange", (event) => told.push(event), { bodies: true });
  try {
    const error = await thrown(type, call(client));
    expectShowsNone("the error", error);
    expectShowsNone("the client", client);
    expectShowsNone("events", told);
    return error;
  } finally {
    client.close();
  }
}

describe("secrets, when there is no answer", () => {
  it("nobody listens", async () => {
    const server = await serveRaw(() => {});
    await server[Symbol.asyncDispose]();
    await fails(ConnectionError, open(server.url));
  });

  it("the connection is cut", async () => {
    for (const cut of ["destroy", "resetAndDestroy"] as const) {
      await using server = await serveRaw((socket) => socket.once("data", () => socket[cut]()));
      await fails(ConnectionError, open(server.url));
      await fails(OutcomeUnknownError, open(server.url, { credentials: { authCode: AUTH_CODE } }));
    }
  });

  it("the deadline passes", async () => {
    await using server = await serveRaw(() => {});
    await fails(DeadlineError, open(server.url, { timeout: 50 }));
    await fails(OutcomeUnknownError, open(server.url, { credentials: { authCode: AUTH_CODE }, timeout: 50 }));
  });

  it("the caller aborts, with a secret as the reason", async () => {
    const abort = new AbortController();
    await using server = await serveRaw((socket) => socket.once("data", () => abort.abort(new Error(PASSWORD))));
    const error = await fails(AbortedError, open(server.url), (client) => client.login({ signal: abort.signal }));
    expect(error.cause).to.equal(undefined);
    await fails(AbortedError, open(server.url, { signal: AbortSignal.abort(PASSWORD) }));
  });
});

describe("secrets, in invalid arguments", () => {
  const options: Readonly<Record<string, unknown>> = {
    "a password that cannot be sent": { credentials: { email: EMAIL, password: `${PASSWORD}\u0000` } },
    "a code that cannot be sent": { credentials: { authCode: `${AUTH_CODE}\ufffe` } },
    "a password alone": { credentials: { password: PASSWORD } },
    "a password in a Buffer": { credentials: { email: EMAIL, password: Buffer.from(PASSWORD) } },
    "a code in a list": { credentials: { authCode: [AUTH_CODE] } },
    "credentials that are text": { credentials: `${EMAIL}:${PASSWORD}` },
    "credentials in the endpoint": { credentials: BOTH, endpoint: `https://u:${encodeURIComponent(PASSWORD)}@host/a` },
    "a code in the endpoint's query": {
      credentials: BOTH,
      endpoint: `https://host/a?code=${encodeURIComponent(AUTH_CODE)}`,
    },
    "an endpoint that is no URL": { credentials: BOTH, endpoint: PASSWORD },
    "a proxy that is no URL": { credentials: BOTH, proxy: `user:${PROXY_PASSWORD}@host` },
    "a proxy of another kind": { credentials: BOTH, proxy: `socks://user:${encodeURIComponent(PROXY_PASSWORD)}@host` },
    "a SOAP version that is a secret": { credentials: BOTH, soap: PASSWORD },
    "a timeout that is a secret": { credentials: BOTH, timeout: PASSWORD },
    "tls that is a secret": { credentials: BOTH, tls: PASSPHRASE },
    "tls and an agent": { credentials: BOTH, agent: new Agent(), tls: { passphrase: PASSPHRASE } },
    "a signal that is a secret": { credentials: BOTH, signal: PASSWORD },
    "retries that are a secret": { credentials: BOTH, retry: { delay: PASSWORD } },
  };
  for (const [what, given] of Object.entries(options)) {
    it(what, async () => {
      const error = await thrown(InvalidArgumentError, () => new RescueClient(given as RescueClientOptions));
      expectShowsNone("the error", error);
    });
  }

  const calls: Readonly<Record<string, (client: RescueClient) => Promise<unknown>>> = {
    "a password with a character that XML forbids": ({ operations }) =>
      operations.login({ sEmail: EMAIL, sPassword: `${PASSWORD}\u0001` }),
    "a code for a number": ({ operations }) => operations.closeSession({ iSession: AUTH_CODE as never }),
    "a password for a member of a list": ({ operations }) =>
      operations.getSession_V3({ iNodeID: 1, eNodeRef: PASSWORD as never }),
    "a password in an object": ({ operations }) =>
      operations.login({ sEmail: EMAIL, sPassword: { value: PASSWORD } as never }),
    "arguments that are a secret": ({ operations }) => operations.login(PASSWORD as never),
    "a session that is a secret": (client) => client.closeSession(PASSWORD as never),
  };
  for (const [what, call] of Object.entries(calls)) {
    it(what, async () => {
      await fails(InvalidArgumentError, open("http://127.0.0.1:9/API/API.asmx"), call);
    });
  }
});

describe("secrets, of the connection", () => {
  const withPassword = (proxy: URL) => {
    const address = new URL(proxy);
    address.username = "user";
    address.password = encodeURIComponent(PROXY_PASSWORD);
    return address;
  };
  const basic = Buffer.from(`user:${PROXY_PASSWORD}`).toString("base64");

  it("a proxy that shows its caller's password", async () => {
    const latin1 = PROXY_PASSWORD;
    const headers = `Proxy-Authenticate: Basic realm="${latin1}"\r\nX-Echo: ${basic}\r\n`;
    await using proxy = await serveProxy(refuseWith(407, latin1, headers));
    for (const address of [withPassword(proxy.url), withPassword(proxy.url).href]) {
      const error = await fails(ConnectionError, open("https://rescue.test/API/API.asmx", { proxy: address }));
      expect(error.reason).to.equal("PROXY_407");
    }
    expect(proxy.asked[0]?.authorization).to.equal(`Basic ${basic}`);
  });

  it("a proxy that does not exist", async () => {
    const proxy = await serveProxy(() => {});
    await proxy[Symbol.asyncDispose]();
    await fails(ConnectionError, open("https://rescue.test/API/API.asmx", { proxy: withPassword(proxy.url) }));
  });

  it("a key with the wrong passphrase", async () => {
    await using service = await serveTls();
    const tls = { ca: CA, cert: certificate("client.pem"), key: certificate("client-key-locked.pem") };
    const call = async () => {
      const client = open(service.url, { tls: { ...tls, passphrase: PASSPHRASE } });
      return fails(RescueError, client);
    };
    const error = await call().catch((caught: unknown) => caught);
    expectShowsNone("the error", error);
    expect(error).to.be.instanceOf(RescueError);
  });
});

describe("secrets, when a redirect asks for them", () => {
  for (const status of [301, 302, 303, 307, 308]) {
    it(`${status}: nothing is sent to another host, or to the same one again`, async () => {
      await using other = await serveRaw(() => {});
      let requests = 0;
      for (const target of [`http://localhost:${other.url.port}/a`, other.url.href, "/API/API.asmx?again"]) {
        await using server = await serveHttp((request, response) => {
          requests += 1;
          request.resume();
          response.writeHead(status, { Location: target, "Set-Cookie": `a=${COOKIE}; path=/` }).end();
        });
        const jar = new CookieJar();
        await jar.setCookie(`ASP.NET_SessionId=${COOKIE}; path=/`, server.url.href);
        await fails(RescueError, open(server.url, { jar }));
        await fails(OutcomeUnknownError, open(server.url, { credentials: { authCode: AUTH_CODE }, jar }));
      }
      expect(requests).to.equal(6);
      expect(other.sockets, "connections to the other host").to.deep.equal([]);
    });
  }
});

describe("secrets, from a jar that was filled before", () => {
  it("a cookie that the service shows and has not set again", async () => {
    await using server = await serveHttp((request, response) => {
      request.resume();
      const text = (request.headers.cookie ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
      response
        .writeHead(500, { "Content-Type": "text/xml; charset=utf-8" })
        .end(
          envelope(
            "1.1",
            `<soap:Fault><faultcode>soap:Server</faultcode><faultstring>${text}</faultstring></soap:Fault>`,
          ),
        );
    });
    const jar = new CookieJar();
    await jar.setCookie(`ASP.NET_SessionId=${COOKIE}; path=/`, server.url.href);
    await fails(OutcomeUnknownError, open(server.url, { credentials: { authCode: AUTH_CODE }, jar }));
  });
});
