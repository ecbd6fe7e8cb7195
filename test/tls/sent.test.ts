import type http from "node:http";
import https from "node:https";
import { connect, Socket } from "node:net";
import { Duplex } from "node:stream";
import { TLSSocket, connect as tlsConnect } from "node:tls";
import { expect } from "chai";
import { ConnectionError, OutcomeUnknownError } from "../../src/index.js";
import { AUTH_CODE, SESSION } from "../client/guide-values.js";
import { thrown } from "../client/thrown.js";
import { RescueClient } from "../reference/service.js";
import { type LocalServer, serve, serveHttp } from "../soap/local-server.js";
import { CA, certificate } from "./certificates.js";
import { CLOSED } from "./tls-service.js";

/** A client that retries at once: a request mistaken for unsent would be sent again. */
function open(endpoint: URL, agent: http.Agent): RescueClient {
  return new RescueClient({ credentials: { authCode: AUTH_CODE }, endpoint, agent, retry: { delay: 0, maxDelay: 0 } });
}

const XML = { "Content-Type": "text/xml; charset=utf-8" };

// As OpenSSL names the alerts that a peer sends about the client's certificate.
const ALERTS = [
  "BAD_CERTIFICATE",
  "CERTIFICATE_EXPIRED",
  "CERTIFICATE_REVOKED",
  "UNKNOWN_CA",
  "CERTIFICATE_REQUIRED",
] as const;

describe("TLS alerts after the handshake", () => {
  // Node sends no alert of its own choice: each is played on the client's side of a real TLS connection, at the moment
  // when the service has acted.
  for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
    for (const connection of ["fresh", "kept"] as const) {
      for (const answered of ["nothing", "a part"] as const) {
        it(`${version}, ${connection} connection, ${answered} answered: unknown, and sent once`, async () => {
          for (const alert of ALERTS) {
            let socket: TLSSocket | undefined;
            let executions = 0;
            let fail = connection === "fresh";
            const code = `ERR_SSL_${version === "TLSv1.3" ? "TLSV13" : "TLSV1"}_ALERT_${alert}`;
            const service = https.createServer(
              { cert: certificate("server.pem"), key: certificate("server-key.pem"), maxVersion: version },
              (request, response) => {
                request.resume().on("end", () => {
                  if (!fail) return void response.writeHead(200, XML).end(CLOSED);
                  executions += 1;
                  const cut = () => socket?.destroy(Object.assign(new Error("alert"), { code }));
                  if (answered === "nothing") cut();
                  else response.writeHead(200, XML).write(CLOSED.slice(0, 40), cut);
                });
              },
            );
            await using server = await serve(service, "https");
            const agent = new https.Agent({ ca: CA, keepAlive: true });
            agent.createConnection = (options) => {
              socket = tlsConnect({ ...(options as object), host: "127.0.0.1", port: Number(server.url.port) });
              return socket;
            };
            await using client = open(server.url, agent);
            if (connection === "kept") await client.closeSession(SESSION);
            fail = true;
            const error = await thrown(OutcomeUnknownError, client.closeSession(SESSION));
            expect(error).to.include({ outcome: "unknown", attempts: 1 });
            expect(error.cause).to.be.instanceOf(ConnectionError).and.to.include({ reason: code, outcome: "unknown" });
            expect(executions, alert).to.equal(1);
            agent.destroy();
          }
        });
      }
    }
  }
});

/** An agent that reaches an https service over plain connections, as through a sidecar that terminates TLS. */
function plainAgent(server: LocalServer): https.Agent {
  const agent = new https.Agent({ keepAlive: true });
  agent.createConnection = () => connect({ host: "127.0.0.1", port: Number(server.url.port) });
  return agent;
}

describe("an agent whose connections to an https endpoint carry no TLS", () => {
  it("the service's answer is the answer", async () => {
    let executions = 0;
    await using server = await serveHttp((request, response) => {
      executions += 1;
      request.resume().on("end", () => response.writeHead(200, XML).end(CLOSED));
    });
    const agent = plainAgent(server);
    await using client = open(new URL("https://service.example/API/API.asmx"), agent);
    expect(await client.closeSession(SESSION)).to.include({ code: "OK" });
    expect(await client.closeSession(SESSION)).to.include({ code: "OK" });
    expect(executions).to.equal(2);
    agent.destroy();
  });

  it("a connection that breaks after the request leaves it unknown, and sent once", async () => {
    let executions = 0;
    await using server = await serveHttp((request) => {
      executions += 1;
      request.resume().on("end", () => request.socket.resetAndDestroy());
    });
    const agent = plainAgent(server);
    await using client = open(new URL("https://service.example/API/API.asmx"), agent);
    const error = await thrown(OutcomeUnknownError, client.closeSession(SESSION));
    expect(error.cause).to.include({ reason: "ECONNRESET", address: "service.example:443", proxy: false });
    expect(executions).to.equal(1);
    agent.destroy();
  });

  it("a refusal replayed on a socket that accepts no bytes is the proxy's: not sent", async () => {
    // As agents do whose proxy refuses the tunnel: they hand over the proxy's reply in place of a connection.
    const agent = new https.Agent();
    agent.createConnection = () => {
      const socket = new Socket({ writable: false });
      socket.push("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
      socket.push(null);
      return socket;
    };
    const client = new RescueClient({
      credentials: { authCode: AUTH_CODE },
      endpoint: "https://service.example/API/API.asmx",
      agent,
      retry: false,
    });
    const error = await thrown(ConnectionError, client.closeSession(SESSION));
    expect(error).to.include({ reason: "PROXY_407", outcome: "not-sent", proxy: true, address: undefined });
    client.close();
  });
});

describe("an agent whose connections do not report as usual that they are open", () => {
  /** By what the agent returns, connected to a port of this machine. */
  const connections: Readonly<Record<string, (port: number) => Duplex>> = {
    "a TLSSocket that emits no secureConnect": (port) =>
      new TLSSocket(connect(port, "127.0.0.1"), { rejectUnauthorized: false }),
    "a stream that is no socket": (port) => {
      const socket = tlsConnect({ host: "127.0.0.1", port, ca: CA, servername: "localhost" });
      return Object.assign(Duplex.from({ readable: socket, writable: socket }), { connecting: true });
    },
  };
  for (const [what, connectionTo] of Object.entries(connections)) {
    it(`${what}: a break after the request leaves it unknown, and sent once`, async () => {
      let executions = 0;
      const service = https.createServer(
        { cert: certificate("server.pem"), key: certificate("server-key.pem") },
        (request) => {
          executions += 1;
          request.resume().on("end", () => request.socket.destroy());
        },
      );
      await using server = await serve(service, "https");
      const agent = new https.Agent();
      agent.createConnection = () => connectionTo(Number(server.url.port));
      await using client = open(server.url, agent);
      expect(await thrown(OutcomeUnknownError, client.closeSession(SESSION))).to.include({ attempts: 1 });
      expect(executions).to.equal(1);
      agent.destroy();
    });
  }
});
