import { getEventListeners } from "node:events";
import { Agent, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Socket } from "node:net";
import { mock } from "node:test";
import { createServer as createTlsServer } from "node:tls";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { AbortedError } from "../../../src/errors/aborted-error.js";
import { ConnectionError } from "../../../src/errors/connection-error.js";
import { DeadlineError } from "../../../src/errors/deadline-error.js";
import { ProtocolError } from "../../../src/errors/protocol-error.js";
import { RescueError } from "../../../src/errors/rescue-error.js";
import { Deadline } from "../../../src/soap/http/deadline.js";
import {
  type HttpReply,
  type HttpRequest,
  HttpTransport,
  type HttpTransportOptions,
} from "../../../src/soap/http/http-transport.js";
import { type LocalServer, serve, serveHttp, serveRaw } from "../local-server.js";

const unbounded = () => new Deadline("login", Number.POSITIVE_INFINITY);

/** A transport that is closed with the test. */
class Transport extends HttpTransport implements Disposable {
  constructor(options: Partial<HttpTransportOptions> = {}) {
    super({ maxReplyBytes: 1_000_000, ...options });
  }

  post({ url }: { url: URL }, deadline = unbounded(), request: Partial<HttpRequest> = {}): Promise<HttpReply> {
    return this.send({ operation: "login", method: "POST", url, headers: {}, body: "<x/>", ...request }, deadline);
  }

  /** How a POST to `server` fails. */
  async failure(server: { url: URL }, deadline?: Deadline): Promise<RescueError> {
    try {
      await this.post(server, deadline);
    } catch (error) {
      if (error instanceof RescueError) return error;
      throw error;
    }
    throw new Error("it was answered");
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/** A server that takes requests and never answers; `request` gives the next one. */
async function silentServer(): Promise<LocalServer & { request: Promise<[IncomingMessage, ServerResponse]> }> {
  let take: (request: [IncomingMessage, ServerResponse]) => void = () => {};
  const request = new Promise<[IncomingMessage, ServerResponse]>((resolve) => {
    take = resolve;
  });
  return Object.assign(await serveHttp((...arrived) => take(arrived)), { request });
}

/** A server that sends `bytes` on every connection once a request has begun to arrive. */
function answering(bytes: string, then: (socket: Socket) => void = (socket) => socket.end()): Promise<LocalServer> {
  return serveRaw((socket) =>
    socket.once("data", () => {
      socket.write(bytes, () => then(socket));
    }),
  );
}

const echo: RequestListener = async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  response.setHeader("X-Seen", JSON.stringify([request.method, request.url, request.headers["x-given"]]));
  response.end(Buffer.concat(chunks));
};

describe("HttpTransport: one request, one reply", () => {
  describe("an answer", () => {
    it("is given with status, headers and body", async () => {
      await using server = await serveHttp((request, response) => {
        response.writeHead(500, { "Content-Type": "text/xml", "Set-Cookie": ["a=1", "b=2"] }).end("<é/>");
        request.resume();
      });
      using transport = new Transport();
      const { status, headers, body } = await transport.post(server);
      expect(status).to.equal(500);
      expect(headers).to.include({ "content-type": "text/xml" });
      expect(headers["set-cookie"]).to.deep.equal(["a=1", "b=2"]);
      expect(body.toString()).to.equal("<é/>");
    });

    it("answers what was asked: method, path, headers, body in UTF-8", async () => {
      await using server = await serveHttp(echo);
      using transport = new Transport();
      const request = { headers: { "X-Given": "g" }, body: "é\u{1F600}" };
      const reply = await transport.post(server, unbounded(), request);
      expect(reply.body.toString()).to.equal("é\u{1F600}");
      expect(JSON.parse(reply.headers["x-seen"] as string)).to.deep.equal(["POST", "/API/API.asmx", "g"]);
      const { body, ...get } = { operation: "wsdl", method: "GET" as const, url: server.url, headers: {}, body: "" };
      const got = await transport.send(get, unbounded());
      expect(JSON.parse(got.headers["x-seen"] as string)).to.deep.equal(["GET", "/API/API.asmx", null]);
      expect(got.body).to.have.length(body.length);
    });

    it("may be empty, chunked, or end with the connection", async () => {
      using transport = new Transport();
      for (const [raw, body] of [
        ["HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n", ""],
        ["HTTP/1.1 204 No Content\r\n\r\n", ""],
        ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n", "abc"],
        ["HTTP/1.0 200 OK\r\n\r\nto the end", "to the end"],
        ["HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", "x"],
      ] as const) {
        await using server = await answering(raw);
        expect((await transport.post(server)).body.toString(), raw).to.equal(body);
      }
    });

    it("is decompressed", async () => {
      await using server = await serveHttp((_, response) => {
        response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync("<a/>"));
      });
      using transport = new Transport();
      expect((await transport.post(server)).body.toString()).to.equal("<a/>");
    });

    it("in an unknown or damaged encoding is refused", async () => {
      for (const [encoding, body] of [
        ["zstd", "x"],
        ["gzip", "not gzip"],
        ["gzip, gzip", gzipSync(gzipSync("x"))],
      ] as const) {
        await using server = await serveHttp((_, response) => {
          response.writeHead(200, { "Content-Encoding": encoding }).end(body);
        });
        using transport = new Transport();
        expect(await transport.failure(server))
          .to.be.instanceOf(ProtocolError)
          .that.includes({ status: 200, outcome: "unknown" })
          .and.has.property("message")
          .that.contains("Content-Encoding");
      }
    });

    for (const status of [301, 302, 303, 307, 308]) {
      it(`${status} is returned unchanged: no redirect is followed`, async () => {
        const paths: (string | undefined)[] = [];
        await using server = await serveHttp((request, response) => {
          paths.push(request.url);
          response.writeHead(status, { Location: "/elsewhere" }).end();
        });
        using transport = new Transport();
        const { status: given, headers } = await transport.post(server);
        expect([given, headers.location]).to.deep.equal([status, "/elsewhere"]);
        expect(paths).to.deep.equal(["/API/API.asmx"]);
      });
    }
  });

  describe("the bound on a reply", () => {
    const tooLarge = (error: RescueError) =>
      expect(error)
        .to.be.instanceOf(ProtocolError)
        .that.includes({ status: 200, outcome: "unknown", operation: "login" })
        .and.has.property("message")
        .that.matches(/larger than 1000 bytes/);

    it("is met by a body of just that size", async () => {
      for (const headers of [{ "Content-Length": 1000 }, {}]) {
        await using server = await serveHttp((_, response) => {
          response.writeHead(200, headers).end("x".repeat(1000));
        });
        using transport = new Transport({ maxReplyBytes: 1000 });
        expect((await transport.post(server)).body).to.have.length(1000);
      }
    });

    it("is seen by Content-Length, before any of the body came, and the connection is cut", async () => {
      await using server = await answering("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n", () => {});
      using transport = new Transport({ maxReplyBytes: 1000 });
      tooLarge(await transport.failure(server));
      await closed(server);
    });

    it("is counted where no length is stated, also of an endless reply", async () => {
      const chunk = `3e8\r\n${"x".repeat(1000)}\r\n`;
      await using server = await answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", (socket) => {
        socket.write(chunk);
        socket.write("1\r\nx\r\n");
      });
      using transport = new Transport({ maxReplyBytes: 1000 });
      tooLarge(await transport.failure(server));
      await closed(server);
    });

    it("counts the bytes of a decompressed body", async () => {
      await using server = await serveHttp((_, response) => {
        response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync(Buffer.alloc(100_000)));
      });
      using transport = new Transport({ maxReplyBytes: 1000 });
      tooLarge(await transport.failure(server));
    });
  });

  describe("the outcome of a failure", () => {
    it("is not-sent when the connection is refused", async () => {
      const server = await serveHttp(echo);
      await server[Symbol.asyncDispose]();
      using transport = new Transport();
      expect(await transport.failure(server))
        .to.be.instanceOf(ConnectionError)
        .that.includes({ reason: "ECONNREFUSED", outcome: "not-sent", operation: "login", code: "CONNECTION" })
        .and.does.not.have.property("cause");
    });

    for (const [what, defer] of [
      ["", setImmediate],
      [", and a cache of the agent's knows so at once", (then: () => void) => then()],
    ] as const) {
      it(`is not-sent when the host is unknown${what}`, async () => {
        const lookup = ((_host: string, _options: unknown, done: (error: Error) => void) =>
          defer(() => done(Object.assign(new Error("x"), { code: "ENOTFOUND" })))) as never;
        using transport = new Transport({ agent: new Agent({ lookup } as object) });
        expect(await transport.failure({ url: new URL("http://nowhere.invalid/") })).to.include({
          reason: "ENOTFOUND",
          outcome: "not-sent",
        });
      });
    }

    it("is the first address's when a host has several and none answers", async () => {
      const server = await serveHttp(echo);
      await server[Symbol.asyncDispose]();
      const lookup = ((_host: string, _options: unknown, done: (error: null, addresses: object[]) => void) =>
        done(null, [
          { address: "127.0.0.1", family: 4 },
          { address: "127.0.0.2", family: 4 },
        ])) as never;
      using transport = new Transport({ agent: new Agent({ lookup, autoSelectFamily: true } as object) });
      expect(await transport.failure({ url: new URL(`http://many.invalid:${server.url.port}/`) })).to.include({
        reason: "ECONNREFUSED",
        outcome: "not-sent",
      });
    });

    it("is unknown when the connection is reset after the request", async () => {
      await using server = await serveRaw((socket) => socket.once("data", () => socket.resetAndDestroy()));
      using transport = new Transport();
      expect(await transport.failure(server))
        .to.be.instanceOf(ConnectionError)
        .that.includes({ reason: "ECONNRESET", outcome: "unknown" });
    });

    it("is unknown when it is closed without an answer", async () => {
      await using server = await serveRaw((socket) => socket.once("data", () => socket.end()));
      using transport = new Transport();
      expect(await transport.failure(server))
        .to.be.instanceOf(ConnectionError)
        .that.includes({ outcome: "unknown" });
    });

    for (const [what, raw] of [
      ["in its head", "HTTP/1.1 200 OK\r\nContent-Le"],
      ["in its body", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"],
      ["between chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"],
    ] as const) {
      it(`is unknown when the answer ends ${what}`, async () => {
        await using server = await answering(raw);
        using transport = new Transport();
        expect(await transport.failure(server))
          .to.be.instanceOf(RescueError)
          .that.includes({ outcome: "unknown", operation: "login" });
      });
    }

    for (const [what, raw] of [
      ["another protocol", "SSH-2.0-OpenSSH_9.6\r\n"],
      ["a bare page", "<html>hunter2</html>"],
      ["a broken head", "HTTP/1.1 200 OK\r\nhunter2\r\n\r\n"],
      ["a broken chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhunter2\r\n"],
      ["two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx"],
      ["an endless head", `HTTP/1.1 200 OK\r\nX: ${"x".repeat(100_000)}`],
    ] as const) {
      it(`is unknown, and the reply no HTTP, when ${what} comes`, async () => {
        await using server = await answering(raw, () => {});
        using transport = new Transport();
        const error = await transport.failure(server);
        expect(error).to.be.instanceOf(ProtocolError).that.includes({ outcome: "unknown", code: "PROTOCOL" });
        expect(error.message).to.match(/^login: the reply is not HTTP \(HPE_\w+\)$/);
      });
    }

    it("is unknown when the server wants another protocol, which does not keep us waiting", async () => {
      await using server = await answering(
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
        () => {},
      );
      using transport = new Transport();
      expect(await transport.failure(server))
        .to.be.instanceOf(ConnectionError)
        .that.includes({ outcome: "unknown" });
      await closed(server);
    });
  });

  describe("TLS", () => {
    // A key known to both sides in place of a certificate, so that no private key lies about here.
    const psk = Buffer.from("0123456789abcdef");
    const ciphers = "PSK-AES128-GCM-SHA256";
    const withKey = (socket: (socket: Socket) => void) =>
      createTlsServer({ pskCallback: () => psk, ciphers, maxVersion: "TLSv1.2" }, socket).on(
        "tlsClientError",
        () => {},
      );
    const agent = () =>
      new HttpsAgent({
        pskCallback: () => ({ psk, identity: "test" }),
        ciphers,
        maxVersion: "TLSv1.2",
        checkServerIdentity: () => undefined,
      } as object);

    it("returns the answer", async () => {
      await using server = await serve(
        withKey((socket) => socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"))),
        "https",
      );
      using transport = new Transport({ agent: agent() });
      expect((await transport.post(server)).body.toString()).to.equal("x");
    });

    it("that cannot be agreed on leaves the request not-sent", async () => {
      await using server = await serve(
        withKey(() => {}),
        "https",
      );
      using transport = new Transport();
      expect(await transport.failure(server))
        .to.be.instanceOf(ConnectionError)
        .that.includes({ outcome: "not-sent" });
    });

    it("that the other side does not speak leaves the request not-sent", async () => {
      await using server = await answering("HTTP/1.1 400 Bad Request\r\n\r\n");
      using transport = new Transport();
      const url = new URL(server.url.href.replace("http:", "https:"));
      expect(await transport.failure({ url }))
        .to.be.instanceOf(ConnectionError)
        .that.includes({ outcome: "not-sent" });
    });

    it("whose handshake never ends leaves the request not-sent when the call is ended", async () => {
      const controller = new AbortController();
      await using server = await serveRaw((socket) => socket.once("data", () => controller.abort()));
      using transport = new Transport();
      const url = new URL(server.url.href.replace("http:", "https:"));
      const deadline = new Deadline("login", Number.POSITIVE_INFINITY, [controller.signal]);
      expect(await transport.failure({ url }, deadline))
        .to.be.instanceOf(AbortedError)
        .that.includes({
          outcome: "not-sent",
        });
      await closed(server);
    });

    it("that broke after the handshake leaves the outcome unknown", async () => {
      await using server = await serve(
        withKey((socket) => socket.once("data", () => socket.destroy())),
        "https",
      );
      using transport = new Transport({ agent: agent() });
      expect(await transport.failure(server))
        .to.be.instanceOf(ConnectionError)
        .that.includes({ outcome: "unknown" });
    });
  });

  describe("the end of a call", () => {
    beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
    afterEach(() => mock.timers.reset());

    const abortable = () => {
      const controller = new AbortController();
      const { signal } = controller;
      return { signal, controller, deadline: new Deadline("login", 100, [signal]) };
    };

    it("by abort cuts the connection; the request was sent", async () => {
      await using server = await silentServer();
      using transport = new Transport();
      const { controller, deadline } = abortable();
      const failure = transport.failure(server, deadline);
      await server.request;
      controller.abort("hunter2");
      expect(await failure)
        .to.be.instanceOf(AbortedError)
        .that.includes({ outcome: "unknown", operation: "login" });
      await closed(server);
    });

    it("by deadline cuts the connection; the request was sent", async () => {
      await using server = await silentServer();
      using transport = new Transport();
      const failure = transport.failure(server, new Deadline("login", 100));
      await server.request;
      mock.timers.tick(100);
      expect(await failure)
        .to.be.instanceOf(DeadlineError)
        .that.includes({ outcome: "unknown", timeout: 100 });
      await closed(server);
    });

    it("in the middle of a reply cuts the connection", async () => {
      const { controller, deadline } = abortable();
      await using server = await answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", () =>
        controller.abort(),
      );
      using transport = new Transport();
      expect(await transport.failure(server, deadline))
        .to.be.instanceOf(AbortedError)
        .that.includes({
          outcome: "unknown",
        });
      await closed(server);
    });

    it("while the address is looked up leaves the request not-sent", async () => {
      const { controller, deadline } = abortable();
      const lookup = (() => queueMicrotask(() => controller.abort())) as never;
      using transport = new Transport({ agent: new Agent({ lookup } as object) });
      expect(await transport.failure({ url: new URL("http://slow.invalid/") }, deadline))
        .to.be.instanceOf(AbortedError)
        .that.includes({ outcome: "not-sent" });
    });

    it("before the call sends nothing", async () => {
      await using server = await silentServer();
      using transport = new Transport();
      const deadline = new Deadline("login", 100, [AbortSignal.abort()]);
      const error = await transport.failure(server, deadline);
      expect(error).to.be.instanceOf(AbortedError).that.includes({ outcome: "not-sent" });
      expect(server.sockets).to.have.length(0);
    });

    it("after the answer does nothing", async () => {
      await using server = await serveHttp(echo);
      using transport = new Transport();
      const { controller, deadline, signal } = abortable();
      const reply = await transport.post(server, deadline);
      controller.abort();
      expect(reply.body.toString()).to.equal("<x/>");
      expect((await transport.post(server)).body.toString(), "the connection stands").to.equal("<x/>");
      expect(server.sockets).to.have.length(1);
      expect(getEventListeners(signal, "abort")).to.have.length(0);
    });
  });

  describe("connections", () => {
    it("are kept for the calls that follow", async () => {
      await using server = await serveHttp(echo);
      using transport = new Transport();
      for (const body of ["a", "b", "c", "d"]) {
        expect((await transport.post(server, unbounded(), { body })).body.toString()).to.equal(body);
      }
      expect(server.sockets).to.have.length(1);
    });

    it("are as many as there are parallel calls, and their answers do not mix", async () => {
      await using server = await serveHttp(echo);
      using transport = new Transport();
      const bodies = Array.from({ length: 20 }, (_, index) => `call ${index}`);
      const replies = await Promise.all(bodies.map((body) => transport.post(server, unbounded(), { body })));
      expect(replies.map((reply) => reply.body.toString())).to.deep.equal(bodies);
    });

    it("that the server closed meanwhile leave the outcome unknown only where bytes were written", async () => {
      let answered = 0;
      await using server = await serveRaw((socket) =>
        socket.on("data", () => {
          answered += 1;
          if (answered === 1) socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx");
          else socket.resetAndDestroy();
        }),
      );
      using transport = new Transport();
      await transport.post(server);
      expect(await transport.failure(server)).to.include({ outcome: "unknown", reason: "ECONNRESET" });
      expect([answered, server.sockets.length]).to.deep.equal([2, 1]);
    });

    it("are closed with the transport, and opened again afterwards", async () => {
      await using server = await serveHttp(echo);
      using transport = new Transport();
      await transport.post(server);
      transport.close();
      await closed(server);
      await transport.post(server);
      expect(server.sockets).to.have.length(2);
    });

    it("are the caller's agent's where one is given, which is not closed", async () => {
      await using server = await serveHttp(echo);
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      try {
        const transport = new Transport({ agent });
        await Promise.all([transport.post(server), transport.post(server)]);
        transport.close();
        await transport.post(server);
        expect(server.sockets).to.have.length(1);
      } finally {
        agent.destroy();
      }
    });
  });

  it("quotes neither request nor reply in a message", async () => {
    await using server = await answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhunter2");
    using transport = new Transport();
    const request = { body: "hunter2", headers: { Cookie: "hunter2" } };
    try {
      await transport.post(server, unbounded(), request);
      expect.fail("it was answered");
    } catch (error) {
      expect(error).to.be.instanceOf(ConnectionError);
      expect(`${(error as Error).stack}${JSON.stringify(error)}`).not.to.contain("hunter2");
    }
  });
});

/** Waits until the server has seen its first connection close. */
async function closed({ sockets }: LocalServer): Promise<void> {
  const [socket] = sockets;
  // Not events.once, which would reject for a reset.
  if (socket && !socket.closed) await new Promise((resolve) => socket.once("close", resolve));
}
