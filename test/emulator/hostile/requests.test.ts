import { once } from "node:events";
import { expect } from "chai";
import { type Emulator, startEmulator } from "../../reference/service.js";

import { AUTH_CODE, call, closing, envelope, exchange, headersOf, NAMESPACE, resultOf } from "../wire.js";
import { converse, ended, open, statusesIn } from "./raw-client.js";

const PATH = "/API/API.asmx";

describe("hostile requests", function () {
  this.slow(1000);
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  // Whatever was sent: the next customer is served normally, and nothing is left.
  afterEach(async () => {
    expect(resultOf(await call(emulator.endpoint, "closeSession", closing(12345678, AUTH_CODE)))).to.equal(
      "closeSessionRet_OK",
    );
    while (emulator.connections() > 0) await new Promise(setImmediate);
  });

  const send = (bytes: string | Buffer | readonly (string | Buffer)[]) => converse(emulator.endpoint, bytes);
  const post = (headers: string, body = "") =>
    `POST ${PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n${headers}\r\n${body}`;

  describe("anything but HTTP", () => {
    const REQUESTS: Readonly<Record<string, string | Buffer>> = {
      nothing: "",
      "bytes of chance": Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)),
      zeros: Buffer.alloc(100_000),
      "a TLS hello": Buffer.from("16030100a5010000a10303", "hex"),
      "an HTTP/2 preface": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      "HTTP/9.9": `GET ${PATH} HTTP/9.9\r\nHost: localhost\r\n\r\n`,
      "an invalid method": `G@T ${PATH} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      "a blank in a header's name": `GET ${PATH} HTTP/1.1\r\nHost : x\r\n\r\n`,
      "a header without a name": `GET ${PATH} HTTP/1.1\r\n: x\r\n\r\n`,
      "a zero in a header": `GET ${PATH} HTTP/1.1\r\nHost: localhost\u0000y\r\n\r\n`,
      "a zero in the path": `GET /API/\u0000 HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      "two lengths": post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello!"),
      "a length and chunks": post(
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
      ),
      "a negative length": post("Content-Length: -1\r\n"),
      "a length of letters": post("Content-Length: many\r\n"),
      "a length beyond all": post("Content-Length: 99999999999999999999999\r\n"),
      "a chunk with an invalid size": post("Transfer-Encoding: chunked\r\n", "zz\r\nhello\r\n0\r\n\r\n"),
      "a chunk larger than all": post("Transfer-Encoding: chunked\r\n", "ffffffffffffffffff\r\nhello"),
      "an unknown coding": post("Transfer-Encoding: gzip\r\n", "hello"),
      "no host": `GET ${PATH} HTTP/1.1\r\n\r\n`,
    };
    for (const [name, bytes] of Object.entries(REQUESTS)) {
      it(name, async () => {
        for (const status of statusesIn(await send(bytes))) expect(status).to.be.within(400, 499);
      });
    }
  });

  describe("too large requests", () => {
    it("a request line of a megabyte", async () => {
      expect(statusesIn(await send(`GET /${"a".repeat(1_000_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`))).to.deep.equal(
        [431],
      );
    });

    it("a header of a megabyte", async () => {
      expect(statusesIn(await send(post(`X-Long: ${"a".repeat(1_000_000)}\r\n`)))).to.deep.equal([431]);
    });

    it("a flood of headers", async () => {
      const flood = Array.from({ length: 100_000 }, (_, index) => `X-${index}: a\r\n`).join("");
      expect(statusesIn(await send(post(flood)))).to.deep.equal([431]);
    });

    it("a flood of cookies and of parameters that are just small enough", async () => {
      const cookies = `Cookie: ${"ASP.NET_SessionId=a;".repeat(700)}\r\n`;
      expect(statusesIn(await send(`GET ${PATH}?wsdl HTTP/1.1\r\nHost: localhost\r\n${cookies}\r\n`))).to.deep.equal([
        200,
      ]);
      const query = "session=1&".repeat(1500);
      const [status] = statusesIn(
        await send(`GET /API/closeSession.aspx?${query} HTTP/1.1\r\nHost: localhost\r\n\r\n`),
      );
      expect(status).to.be.within(200, 499);
    });

    it("a body of 12 MB, with a length or in chunks", async () => {
      const body = Buffer.alloc(12 * 1024 * 1024, "a");
      const headers = headersOf("1.1", "closeSession");
      expect((await exchange(emulator.endpoint, { headers, body })).status).to.equal(413);
      const chunk = Buffer.concat([Buffer.from("100000\r\n"), body.subarray(0, 0x100000), Buffer.from("\r\n")]);
      const chunks = Array.from({ length: 12 }, () => chunk);
      const received = await send([post("Transfer-Encoding: chunked\r\n"), ...chunks, "0\r\n\r\n"]);
      expect(statusesIn(received)).to.deep.equal([413]);
    });

    it("an endless body: cut off", async () => {
      const socket = open(emulator.endpoint);
      socket.write(post("Transfer-Encoding: chunked\r\n"));
      const chunk = Buffer.concat([Buffer.from("100000\r\n"), Buffer.alloc(0x100000, "a"), Buffer.from("\r\n")]);
      let sent = 0;
      socket.resume();
      while (!socket.destroyed) {
        sent += chunk.length;
        if (!socket.write(chunk))
          await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), ended(socket)]);
      }
      expect(sent).to.be.below(64 * 1024 * 1024);
    });

    it("XML that expands, nests or repeats", async () => {
      const bombs = [
        '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><a>&d;</a>',
        "<a>".repeat(300_000),
        `<a ${Array.from({ length: 50_000 }, (_, index) => `b${index}=""`).join(" ")}/>`,
        envelope(
          "1.1",
          `<closeSession xmlns="${NAMESPACE}">${"<iSession>1</iSession>".repeat(100_000)}</closeSession>`,
        ),
        envelope(
          "1.1",
          `<closeSession xmlns="${NAMESPACE}"><iSession>${"9".repeat(3_000_000)}</iSession></closeSession>`,
        ),
        envelope(
          "1.1",
          `<closeSession xmlns="${NAMESPACE}">${"<x>".repeat(50_000)}${"</x>".repeat(50_000)}</closeSession>`,
        ),
      ];
      for (const body of bombs) {
        const reply = await exchange(emulator.endpoint, { headers: headersOf("1.1", "closeSession"), body });
        expect(reply.status).to.be.within(200, 500);
        expect(emulator.executions("closeSession")).to.equal(0);
      }
    });
  });

  describe("unusual requests", () => {
    it("an unknown Expect", async () => {
      expect(statusesIn(await send(post("Content-Length: 0\r\nExpect: the-impossible\r\n")))).to.deep.equal([417]);
    });

    it("an Expect without a body to follow", async () => {
      const received = await send(post("Content-Length: 99999999\r\nExpect: 100-continue\r\n"));
      expect(statusesIn(received)).to.deep.equal([413]);
    });

    it("an upgrade: ignored", async () => {
      const upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n";
      expect(statusesIn(await send(`GET ${PATH} HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n`))).to.deep.equal([200]);
    });

    it("CONNECT: no tunnel", async () => {
      expect(await send("CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: localhost\r\n\r\n")).to.equal("");
    });

    it("unknown methods", async () => {
      for (const method of ["PUT", "DELETE", "TRACE", "OPTIONS", "PROPFIND"]) {
        const [status] = statusesIn(
          await send(`${method} ${PATH} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
        );
        expect(status, method).to.equal(405);
      }
    });

    const PATHS = [
      "/../../../../etc/passwd",
      "/API/../../etc/passwd",
      "/API/%2e%2e/%2e%2e/etc/passwd",
      "/API/..%2f..%2fetc/passwd",
      "/API/..%5c..%5cetc%5cpasswd",
      "/API/%00",
      "/API/API.asmx%00.aspx",
      "//API/API.asmx/..",
      "/API//API.asmx//",
      "/%",
      "/%ff%fe",
      "/%c0%ae%c0%ae/",
      "/API/constructor.aspx",
      "/API/__proto__.aspx",
      "/__proto__",
      "*",
      "http://elsewhere.example/etc/passwd",
      "http://[",
      "file:///etc/passwd",
    ];
    for (const path of PATHS) {
      it(`the path ${path}`, async () => {
        const received = await send(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
        const [status] = statusesIn(received);
        expect(status).to.be.within(400, 404);
        expect(received).not.to.match(/root:|node_modules/);
      });
    }

    it("a proxy's absolute URL of the service is the service", async () => {
      const received = await send(
        `GET http://elsewhere.example${PATH} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      );
      expect(statusesIn(received)).to.deep.equal([200]);
    });
  });

  describe("data that arrives at once", () => {
    const body = envelope("1.1", `<closeSession xmlns="${NAMESPACE}">${closing(12345678, AUTH_CODE)}</closeSession>`);
    const head = Object.entries({ ...headersOf("1.1", "closeSession"), "Content-Length": String(body.length) })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join("");
    const request = `POST ${PATH} HTTP/1.1\r\nHost: localhost\r\n${head}\r\n${body}`;

    it("200 pipelined requests are answered in order", async () => {
      const requests = Array.from({ length: 200 }, (_, index) =>
        index % 2 === 0 ? request : `GET /nowhere${index} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      );
      const statuses = statusesIn(await send(requests.join("")));
      expect(statuses).to.deep.equal(Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 200 : 404)));
      emulator.reset();
    });

    it("answers that nobody reads", async () => {
      const socket = open(emulator.endpoint);
      socket.pause();
      socket.write(`GET ${PATH}?wsdl HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(1000));
      await once(socket, "connect");
      expect((await exchange(emulator.endpoint, { method: "GET" })).status).to.equal(200);
      socket.destroy();
    });

    it("clients that disconnect during a call", async () => {
      const sockets = Array.from({ length: 200 }, () => open(emulator.endpoint));
      await Promise.all(
        sockets.map(async (socket, index) => {
          await once(socket, "connect");
          // Cut anywhere: in the request line, in the headers, in the body, or behind it.
          socket.write(request.slice(0, Math.floor((request.length * (index + 1)) / sockets.length)), () =>
            socket.destroy(),
          );
          await ended(socket);
        }),
      );
      while (emulator.connections() > 0) await new Promise(setImmediate);
      emulator.reset();
    });

    it("10,000 connections that are opened and abandoned", async () => {
      const BATCH = 200;
      let opened = 0;
      for (let batch = 0; batch < 10_000 / BATCH; batch += 1) {
        const sockets = Array.from({ length: BATCH }, () => open(emulator.endpoint));
        await Promise.all(sockets.map((socket) => once(socket, "connect")));
        opened += sockets.length;
        for (const [index, socket] of sockets.entries()) {
          if (index % 3 === 0) socket.resetAndDestroy();
          else if (index % 3 === 1) socket.write(request.slice(0, 100), () => socket.destroy());
          else socket.destroy();
        }
        await Promise.all(sockets.map((socket) => ended(socket)));
      }
      expect(opened).to.equal(10_000);
    }).timeout(60_000);

    it("1,000 connections that stay open and send nothing", async () => {
      const sockets = Array.from({ length: 1000 }, () => open(emulator.endpoint));
      await Promise.all(sockets.map((socket) => once(socket, "connect")));
      while (emulator.connections() < 1000) await new Promise(setImmediate);
      expect((await exchange(emulator.endpoint, { method: "GET" })).status).to.equal(200);
      for (const socket of sockets) socket.destroy();
    });
  });
});
