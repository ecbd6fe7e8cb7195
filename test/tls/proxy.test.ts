import { once } from "node:events";
import { Agent } from "node:https";
import type { Socket } from "node:net";
import { inspect } from "node:util";
import { expect } from "chai";
import {
  AbortedError,
  ConnectionError,
  DeadlineError,
  InvalidArgumentError,
  type RescueClientOptions,
  RescueError,
} from "../../src/index.js";
import { AUTH_CODE, SESSION } from "../client/guide-values.js";
import { thrown } from "../client/thrown.js";
import { RescueClient } from "../reference/service.js";
import { serveRaw } from "../soap/local-server.js";
import { CA, certificate, UNRESOLVED_HOST } from "./certificates.js";
import { type ProxyServer, refuseWith, serveProxy, tunnelTo } from "./proxy-server.js";
import { CLIENT_CERTIFICATE_REQUIRED, serveTls } from "./tls-service.js";

const ENDPOINT = `https://${UNRESOLVED_HOST}/API/API.asmx`;
const VARIABLES = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"].flatMap((name) => [name, name.toLowerCase()]);

function open(options: Partial<RescueClientOptions> = {}): RescueClient {
  return new RescueClient({
    credentials: { authCode: AUTH_CODE },
    endpoint: ENDPOINT,
    retry: false,
    tls: { ca: CA },
    ...options,
  });
}

async function close(options: Partial<RescueClientOptions>): Promise<unknown> {
  const client = open(options);
  return client.closeSession(SESSION).finally(() => client.close());
}

async function expectNotSent(call: Promise<unknown>, reason: RegExp | string): Promise<void> {
  const error = await thrown(ConnectionError, call);
  expect(error).to.include({ outcome: "not-sent", attempts: 1 });
  if (typeof reason === "string") expect(error.reason).to.equal(reason);
  else expect(error.reason).to.match(reason);
}

describe("a proxy", () => {
  let before: (string | undefined)[];
  beforeEach(() => {
    before = VARIABLES.map((name) => process.env[name]);
    for (const name of VARIABLES) delete process.env[name];
  });
  afterEach(() => {
    VARIABLES.forEach((name, index) => {
      if (before[index] === undefined) delete process.env[name];
      else process.env[name] = before[index];
    });
  });

  describe("given as an option", () => {
    it("opens a tunnel, through which TLS reaches the service", async () => {
      await using service = await serveTls();
      await using proxy = await serveProxy(tunnelTo(service));
      for (const address of [proxy.url, proxy.url.href]) await close({ proxy: address });
      expect(proxy.asked).to.deep.equal([
        { authority: `${UNRESOLVED_HOST}:443`, authorization: undefined },
        { authority: `${UNRESOLVED_HOST}:443`, authorization: undefined },
      ]);
      expect(service.seen.map(({ headers }) => headers.host)).to.deep.equal([UNRESOLVED_HOST, UNRESOLVED_HOST]);
    });

    it("keeps its tunnel for the next call", async () => {
      await using service = await serveTls();
      await using proxy = await serveProxy(tunnelTo(service));
      await using client = open({ proxy: proxy.url });
      await client.closeSession(SESSION);
      await client.closeSession(SESSION);
      expect(proxy.asked).to.have.length(1);
      expect(service.seen).to.have.length(2);
    });

    it("does not change what is verified", async () => {
      for (const [name, tls, reason] of [
        ["server", {}, /^UNABLE_TO_/],
        ["wrong-name", { ca: CA }, /^ERR_TLS_CERT_ALTNAME_INVALID$/],
        ["expired", { ca: CA }, /^CERT_HAS_EXPIRED$/],
      ] as const) {
        await using service = await serveTls({}, name);
        await using proxy = await serveProxy(tunnelTo(service));
        await expectNotSent(close({ proxy: proxy.url, tls }), reason);
        expect(service.seen).to.deep.equal([]);
      }
    });

    it("does not change whom the certificate must name when the endpoint is an IP address", async () => {
      // The certificate names localhost, where the proxy is, and 127.0.0.1, but not this address.
      await using service = await serveTls();
      await using proxy = await serveProxy(tunnelTo(service));
      const options = { proxy: `http://localhost:${proxy.url.port}`, endpoint: "https://203.0.113.7/API/API.asmx" };
      await expectNotSent(close(options), "ERR_TLS_CERT_ALTNAME_INVALID");
      expect(proxy.asked.map(({ authority }) => authority)).to.deep.equal(["203.0.113.7:443"]);
    });

    it("may itself use TLS, verified by Node's authorities", async () => {
      await using proxy = await serveTls();
      await expectNotSent(close({ proxy: `https://localhost:${proxy.url.port}` }), /^UNABLE_TO_/);
    });

    it("is verified even with NODE_TLS_REJECT_UNAUTHORIZED", async () => {
      await using service = await serveTls({}, "wrong-name");
      await using proxy = await serveProxy(tunnelTo(service));
      const given = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
      try {
        await expectNotSent(close({ proxy: proxy.url }), "ERR_TLS_CERT_ALTNAME_INVALID");
      } finally {
        if (given === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
        else process.env.NODE_TLS_REJECT_UNAUTHORIZED = given;
      }
    });

    it("passes a client certificate to the service", async () => {
      await using service = await serveTls(CLIENT_CERTIFICATE_REQUIRED);
      await using proxy = await serveProxy(tunnelTo(service));
      const tls = { ca: CA, cert: certificate("client.pem"), key: certificate("client-key.pem") };
      await close({ proxy: proxy.url, tls });
      expect(service.seen).to.have.length(1);
    });

    for (const endpoint of ["localhost", "127.0.0.1"]) {
      it(`is not used for ${endpoint}`, async () => {
        await using service = await serveTls();
        await using proxy = await serveProxy(tunnelTo(service));
        process.env.HTTPS_PROXY = proxy.url.href;
        await close({ proxy: proxy.url, endpoint: `https://${endpoint}:${service.url.port}/API/API.asmx` });
        expect(proxy.sockets).to.deep.equal([]);
        expect(service.seen).to.have.length(1);
      });
    }
  });

  describe("named by the environment", () => {
    for (const [name, form] of [
      ["HTTPS_PROXY", "href"],
      ["https_proxy", "href"],
      ["ALL_PROXY", "href"],
      // Host and port alone, as many companies write it.
      ["HTTPS_PROXY", "host"],
      ["all_proxy", "host"],
    ] as const) {
      it(`as ${name} with its ${form} is used`, async () => {
        await using service = await serveTls();
        await using proxy = await serveProxy(tunnelTo(service));
        process.env[name] = proxy.url[form];
        await close({});
        expect(proxy.asked).to.have.length(1);
        expect(service.seen).to.have.length(1);
      });
    }

    it("is not used when NO_PROXY names the host, or `proxy` is false", async () => {
      await using service = await serveTls();
      await using proxy = await serveProxy(tunnelTo(service));
      process.env.HTTPS_PROXY = proxy.url.href;
      // Only the proxy can reach this host.
      await expectNotSent(close({ proxy: false }), /^(?:ENOTFOUND|EAI_AGAIN)$/);
      for (const hosts of [UNRESOLVED_HOST, ".test", "*", `other.example,${UNRESOLVED_HOST}:443`]) {
        process.env.NO_PROXY = hosts;
        await expectNotSent(close({}), /^(?:ENOTFOUND|EAI_AGAIN)$/);
      }
      expect(proxy.sockets).to.deep.equal([]);
      process.env.NO_PROXY = `other.example,${UNRESOLVED_HOST}:8443`;
      await close({});
      expect(proxy.asked).to.have.length(1);
    });

    it("is not used when another is given as an option", async () => {
      await using service = await serveTls();
      await using proxy = await serveProxy(tunnelTo(service));
      await using other = await serveProxy(refuseWith(502));
      process.env.HTTPS_PROXY = other.url.href;
      await close({ proxy: proxy.url });
      expect(other.sockets).to.deep.equal([]);
    });

    for (const variable of ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]) {
      it(`with an invalid address is refused naming ${variable}, without showing the address`, async () => {
        process.env[variable] = "ftp://user:Pr0xyPassw0rd@host:1";
        const error = await thrown(InvalidArgumentError, close({}));
        expect(error).to.include({ path: variable, outcome: "not-sent" });
        expect(inspect(error, { depth: 10, showHidden: true })).not.to.contain("Pr0xyPassw0rd");
      });
    }
  });

  describe("with user and password", () => {
    const password = "Pr0xy&Pass<w0rd>%\"'é @:/";

    function withPassword(proxy: ProxyServer): URL {
      const address = new URL(proxy.url);
      address.username = "us:er";
      address.password = encodeURIComponent(password);
      return address;
    }

    it("receives them, and the service does not", async () => {
      await using service = await serveTls();
      await using proxy = await serveProxy(tunnelTo(service));
      await close({ proxy: withPassword(proxy) });
      process.env.HTTPS_PROXY = withPassword(proxy).href;
      await close({});
      const basic = `Basic ${Buffer.from(`us:er:${password}`).toString("base64")}`;
      expect(proxy.asked.map(({ authorization }) => authorization)).to.deep.equal([basic, basic]);
      expect(service.seen).to.have.length(2);
      for (const { headers } of service.seen)
        expect(headers).not.to.have.any.keys("proxy-authorization", "authorization");
    });

    it("may contain a percent sign that encodes nothing", async () => {
      await using service = await serveTls();
      await using proxy = await serveProxy(tunnelTo(service));
      await close({ proxy: proxy.url.href.replace("//", "//user:100%@") });
      expect(proxy.asked[0]?.authorization).to.equal(`Basic ${Buffer.from("user:100%").toString("base64")}`);
    });

    it("never shows them, even when they are wrong", async () => {
      await using proxy = await serveProxy(refuseWith(407, `Wrong ${password.replaceAll("é", "")}`));
      const client = open({ proxy: withPassword(proxy) });
      const error = await thrown(ConnectionError, client.closeSession(SESSION));
      expect(error).to.include({ reason: "PROXY_407", outcome: "not-sent" });
      for (const shown of [error, client]) {
        const text = inspect(shown, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true });
        expect(text).not.to.match(/Pr0xy|w0rd/);
      }
      client.close();
    });
  });

  describe("that refuses", () => {
    for (const status of [302, 400, 403, 407, 502, 503, 504]) {
      it(`with ${status}`, async () => {
        await using service = await serveTls();
        const headers = `Location: ${service.url.href}\r\nProxy-Authenticate: Basic realm=x\r\n`;
        await using proxy = await serveProxy(refuseWith(status, "No", headers));
        await expectNotSent(close({ proxy: proxy.url }), `PROXY_${status}`);
        expect(service.sockets, "connections to the service").to.deep.equal([]);
        expect(proxy.asked).to.have.length(1);
      });
    }

    it("is not tried again unless retries are requested for it", async () => {
      let count = 0;
      await using service = await serveTls();
      const tunnel = tunnelTo(service);
      await using proxy = await serveProxy((request, socket) => {
        count += 1;
        (count === 1 ? refuseWith(503) : tunnel)(request, socket);
      });
      await close({ proxy: proxy.url, retry: { attempts: 2, delay: 0 } });
      expect(proxy.asked).to.have.length(2);
      expect(service.seen).to.have.length(1);
    });
  });

  it("that refuses user and password is tried once for each call", async () => {
    await using proxy = await serveProxy(refuseWith(407, "No", "Proxy-Authenticate: Basic realm=x\r\n"));
    await using client = open({ proxy: proxy.url, retry: { delay: 0 } });
    for (let call = 1; call <= 20; call += 1) {
      await expectNotSent(client.closeSession(SESSION), "PROXY_407");
      expect(proxy.asked).to.have.length(call);
    }
  });

  describe("that does not exist, or does not answer", () => {
    it("dead", async () => {
      const proxy = await serveProxy(() => {});
      await proxy[Symbol.asyncDispose]();
      await expectNotSent(close({ proxy: proxy.url }), "ECONNREFUSED");
    });

    it("no proxy at all", async () => {
      for (const [bytes, reason] of [
        ["garbage\r\n\r\n", "PROXY_UNREADABLE"],
        ["HTTP/1.1 200 OK\r\n", "ECONNRESET"],
        ["", "ECONNRESET"],
      ] as const) {
        await using proxy = await serveRaw((socket) => socket.once("data", () => socket.end(bytes)));
        await expectNotSent(close({ proxy: new URL(proxy.url.origin) }), reason);
      }
    });

    it("cuts the tunnel in the handshake", async () => {
      await using proxy = await serveProxy((_, socket) => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        socket.once("data", () => socket.destroy());
      });
      await expectNotSent(close({ proxy: proxy.url }), /^(?:ECONNRESET|CLOSED)$/);
    });

    it("a tunnel that is never answered ends with the call, and leaves no open connection", async () => {
      for (const how of ["deadline", "abort", "close"] as const) {
        const opened: Socket[] = [];
        let asked: () => void = () => {};
        const arrived = new Promise<void>((resolve) => {
          asked = resolve;
        });
        await using proxy = await serveProxy((_, socket) => {
          opened.push(socket);
          asked();
        });
        const abort = new AbortController();
        const client = open({
          proxy: proxy.url,
          signal: abort.signal,
          ...(how === "deadline" ? { timeout: 500 } : {}),
        });
        const call = client.closeSession(SESSION);
        call.catch(() => {});
        await arrived;
        if (how === "abort") abort.abort();
        if (how === "close") client.close();
        const error = await thrown(RescueError, call);
        expect(error).to.be.instanceOf(how === "deadline" ? DeadlineError : AbortedError);
        expect(error.outcome).to.equal("not-sent");
        const [socket] = opened as [Socket];
        // Ends when our side has closed; a test that hangs here has found a connection that was left open.
        socket.on("error", () => {}).on("end", () => socket.end());
        socket.resume();
        if (!socket.closed) await once(socket, "close");
        client.close();
      }
    });
  });

  it("is left to the agent when an agent is given", async () => {
    await using service = await serveTls();
    await using proxy = await serveProxy(tunnelTo(service));
    process.env.HTTPS_PROXY = proxy.url.href;
    const agent = new Agent({ ca: CA });
    const { tls: _, ...options } = { tls: undefined, agent };
    const endpoint = `https://${UNRESOLVED_HOST}/API/API.asmx`;
    const client = new RescueClient({ credentials: { authCode: AUTH_CODE }, endpoint, retry: false, ...options });
    await expectNotSent(client.closeSession(SESSION), /^(?:ENOTFOUND|EAI_AGAIN)$/);
    expect(proxy.sockets).to.deep.equal([]);
    client.close();
    agent.destroy();
  });
});
