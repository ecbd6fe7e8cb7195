import { Agent } from "node:https";
import { expect } from "chai";
import {
  ConnectionError,
  OutcomeUnknownError,
  type RescueClientOptions,
  RescueError,
  type TlsOptions,
} from "../../src/index.js";
import { AUTH_CODE, SESSION } from "../client/guide-values.js";
import { thrown } from "../client/thrown.js";
import { RescueClient } from "../reference/service.js";
import { type LocalServer, serveRaw } from "../soap/local-server.js";
import { CA, certificate, PASSPHRASE } from "./certificates.js";
import { CLIENT_CERTIFICATE_REQUIRED, serveTls } from "./tls-service.js";

function close(server: LocalServer, tls: TlsOptions | undefined, options: Partial<RescueClientOptions> = {}) {
  const client = new RescueClient({
    credentials: { authCode: AUTH_CODE },
    endpoint: server.url,
    retry: false,
    ...(tls ? { tls } : {}),
    ...options,
  });
  return client.closeSession(SESSION).finally(() => client.close());
}

async function expectNotSent(call: Promise<unknown>, reason: RegExp): Promise<void> {
  const error = await thrown(ConnectionError, call);
  expect(error).to.include({ outcome: "not-sent", attempts: 1, operation: "closeSession" });
  expect(error.reason).to.match(reason);
  expect(error.cause).to.equal(undefined);
}

describe("TLS: certificates are verified", () => {
  it("one of an authority that is trusted is taken", async () => {
    await using service = await serveTls();
    for (const ca of [CA, CA.toString(), [certificate("other-ca.pem"), CA]]) await close(service, { ca });
    expect(service.seen).to.have.length(3);
  });

  it("one of an unknown authority is refused, with the system's reason", async () => {
    await using service = await serveTls();
    const unknown = /^(?:UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY)$/;
    await expectNotSent(close(service, undefined), unknown);
    await expectNotSent(close(service, { ca: certificate("other-ca.pem") }), unknown);
    expect(service.seen).to.deep.equal([]);
  });

  it("one of another host is refused", async () => {
    await using service = await serveTls({}, "wrong-name");
    await expectNotSent(close(service, { ca: CA }), /^ERR_TLS_CERT_ALTNAME_INVALID$/);
    expect(service.seen).to.deep.equal([]);
  });

  it("one that has expired is refused", async () => {
    await using service = await serveTls({}, "expired");
    await expectNotSent(close(service, { ca: CA }), /^CERT_HAS_EXPIRED$/);
    expect(service.seen).to.deep.equal([]);
  });

  it("one that is refused is not asked for again", async () => {
    for (const name of ["wrong-name", "expired"] as const) {
      await using service = await serveTls({}, name);
      await expectNotSent(close(service, { ca: CA }, { retry: { delay: 0 } }), /^(?:ERR_TLS_CERT_|CERT_HAS_)/);
      expect(service.sockets).to.have.length(1);
    }
    await using service = await serveTls();
    await expectNotSent(close(service, undefined, { retry: { delay: 0 } }), /^UNABLE_TO_/);
    expect(service.sockets).to.have.length(1);
  });

  it("whatever NODE_TLS_REJECT_UNAUTHORIZED says", async () => {
    await using service = await serveTls({}, "wrong-name");
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    try {
      await expectNotSent(close(service, { ca: CA }), /^ERR_TLS_CERT_ALTNAME_INVALID$/);
    } finally {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
    }
    expect(service.seen).to.deep.equal([]);
  });

  it("TLS 1.1 and older are not spoken", async () => {
    await using service = await serveTls({ minVersion: "TLSv1", maxVersion: "TLSv1.1" });
    await expectNotSent(close(service, { ca: CA }), /^(?:EPROTO|ERR_SSL_.*|ECONNRESET)$/);
  });

  it("a connection that is verified is kept for the next call", async () => {
    await using service = await serveTls();
    const options = { credentials: { authCode: AUTH_CODE }, endpoint: service.url, tls: { ca: CA } };
    await using client = new RescueClient(options);
    await client.closeSession(SESSION);
    await client.closeSession(SESSION);
    expect(service.sockets).to.have.length(1);
  });
});

describe("TLS: a client certificate", () => {
  const cert = certificate("client.pem");
  const ways: Readonly<Record<string, TlsOptions>> = {
    "certificate and key": { cert, key: certificate("client-key.pem") },
    "certificate and a key under a passphrase": {
      cert,
      key: certificate("client-key-locked.pem"),
      passphrase: PASSPHRASE,
    },
    "a PKCS #12 file": { pfx: certificate("client.p12"), passphrase: PASSPHRASE },
  };

  for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
    for (const [what, tls] of Object.entries(ways)) {
      it(`is shown: ${what}, ${version}`, async () => {
        await using service = await serveTls({ ...CLIENT_CERTIFICATE_REQUIRED, maxVersion: version });
        await close(service, { ca: CA, ...tls });
        expect(service.seen).to.have.length(1);
      });
    }
  }

  it("that is missing is reported before anything is sent, TLS 1.2", async () => {
    await using service = await serveTls({ ...CLIENT_CERTIFICATE_REQUIRED, maxVersion: "TLSv1.2" });
    await expectNotSent(close(service, { ca: CA }), /^(?:EPROTO|ERR_SSL_.*|ECONNRESET)$/);
    expect(service.seen).to.deep.equal([]);
  });

  it("that is missing is reported, TLS 1.3", async () => {
    await using service = await serveTls(CLIENT_CERTIFICATE_REQUIRED);
    // The server judges the certificate after our side of the handshake is done, and the request may have left by then.
    const error = await thrown(RescueError, close(service, { ca: CA }));
    const connection = error instanceof OutcomeUnknownError ? error.cause : error;
    expect(connection).to.be.instanceOf(ConnectionError);
    expect((connection as ConnectionError).reason).to.match(/CERTIFICATE_REQUIRED|ECONNRESET|EPIPE/);
    expect(service.seen).to.deep.equal([]);
  });

  for (const [what, tls] of Object.entries<TlsOptions>({
    "a key that a wrong passphrase does not open": {
      cert,
      key: certificate("client-key-locked.pem"),
      passphrase: "Wr0ngPassphr4se",
    },
    "an invalid key": { cert, key: "Wr0ngPassphr4se" },
    "an invalid certificate": { cert: "Wr0ngPassphr4se", key: certificate("client-key.pem") },
    "an invalid PKCS #12 file": { pfx: Buffer.from("Wr0ngPassphr4se") },
    "an invalid authority": {
      ca: "-----BEGIN CERTIFICATE-----\nWr0ngPassphr4se\n-----END CERTIFICATE-----\n",
    },
  })) {
    it(`${what} is reported as one of our errors`, async () => {
      await using service = await serveTls(CLIENT_CERTIFICATE_REQUIRED);
      const error = await thrown(RescueError, async () => close(service, { ca: CA, ...tls }));
      expect(error.outcome).to.equal("not-sent");
      expect(`${error.stack} ${JSON.stringify(error)}`).not.to.contain("Wr0ngPassphr4se");
      expect(service.seen).to.deep.equal([]);
    });
  }
});

describe("TLS: a connection that comes to no handshake", () => {
  it("a server without TLS", async () => {
    await using server = await serveRaw((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await expectNotSent(
      close({ ...server, url: https(server) }, { ca: CA }),
      /^(?:EPROTO|ERR_SSL_.*|ECONNRESET|EPIPE)$/,
    );
  });

  it("a connection cut during the handshake", async () => {
    for (const cut of ["destroy", "end", "resetAndDestroy"] as const) {
      await using server = await serveRaw((socket) => socket.once("data", () => socket[cut]()));
      await expectNotSent(close({ ...server, url: https(server) }, { ca: CA }), /^(?:ECONNRESET|EPIPE|CLOSED)$/);
    }
  });

  it("a port that nobody listens on", async () => {
    const server = await serveTls();
    await server[Symbol.asyncDispose]();
    await expectNotSent(close(server, { ca: CA }), /^ECONNREFUSED$/);
  });

  function https(server: LocalServer): URL {
    return new URL(server.url.href.replace("http:", "https:"));
  }
});

describe("an agent of the caller's", () => {
  it("is used, with its own authority, and not ended by close", async () => {
    await using service = await serveTls();
    const agent = new Agent({ ca: CA, keepAlive: true });
    try {
      await close(service, undefined, { agent });
      await close(service, undefined, { agent });
      expect(service.seen).to.have.length(2);
      // Both clients have closed; the agent has kept its connection, and the second client went over it.
      expect(service.sockets).to.have.length(1);
      expect(Object.keys(agent.freeSockets)).to.have.length(1);
    } finally {
      agent.destroy();
    }
  });
});
