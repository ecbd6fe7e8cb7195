import { expect } from "chai";
import { HttpServer, SERVICE_LIMITS } from "../../../src/emulator/http/server/http-server.js";
import { startEmulator } from "../../reference/service.js";
import { exchange } from "../wire.js";
import { ended, open, statusesIn } from "./raw-client.js";

/** Sends `start` and then a byte now and then, until the other side closes. @returns what it sent. */
async function drip(endpoint: string, start: string, byte: string): Promise<string> {
  const socket = open(endpoint);
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk;
  });
  socket.write(start);
  const dripping = setInterval(() => socket.write(byte), 10);
  await ended(socket);
  clearInterval(dripping);
  return received;
}

describe("requests that never end", () => {
  let server: HttpServer;
  let endpoint: string;
  beforeEach(async () => {
    const serve = async ({ body }: { body(): Promise<string> }) => {
      const text = await body();
      return { reply: { status: 200, contentType: "text/plain", body: text, cacheControl: "private" } };
    };
    server = new HttpServer([{ match: () => true, serve }], { ...SERVICE_LIMITS, headTime: 200, requestTime: 400 });
    endpoint = `http://127.0.0.1:${await server.listen(0, "127.0.0.1")}/`;
  });
  afterEach(() => server.close());

  const HEAD = "POST / HTTP/1.1\r\nHost: localhost\r\n";
  for (const [name, start, byte] of [
    ["a head that drips", "POST / HT", "T"],
    ["headers that drip", HEAD, "X: y\r\n"],
    ["a body that drips", `${HEAD}Content-Length: 1000000\r\n\r\n`, "a"],
    ["chunks that drip", `${HEAD}Transfer-Encoding: chunked\r\n\r\n`, "1\r\na\r\n"],
  ] as const) {
    it(`${name}: cut off`, async () => {
      for (const status of statusesIn(await drip(endpoint, start, byte))) expect(status).to.be.within(400, 408);
      while (server.connections > 0) await new Promise(setImmediate);
      expect((await exchange(endpoint, { body: "still here" })).body).to.equal("still here");
    });
  }

  it("a connection without a request: cut off", async () => {
    const socket = open(endpoint);
    socket.resume();
    await ended(socket);
    expect(server.connections).to.equal(0);
  });

  it("close() does not wait for them", async () => {
    const emulator = await startEmulator();
    const socket = open(emulator.endpoint);
    socket.write("POST /API/API.asmx HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n");
    while (emulator.connections() === 0) await new Promise(setImmediate);
    await Promise.all([emulator.close(), ended(socket)]);
    expect(emulator.connections()).to.equal(0);
  });
});
