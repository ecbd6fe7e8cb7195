import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect } from "chai";
import { measured, rowPieces, sendPieces, wholeReply } from "../../../src/emulator/http/pieces.js";

const REPLY = { status: 200, contentType: "text/plain", body: "", cacheControl: "private" };

describe("a reply in pieces", () => {
  it("is measured in bytes, and whole for a fault", async () => {
    const pieces = rowPieces("<", ["é", "😀"], (text) => text, ">");
    expect(await measured({ ...REPLY, pieces })).to.include({ length: 8 });
    expect(wholeReply({ ...REPLY, pieces, length: 8 })).to.deep.equal({ ...REPLY, body: "<é😀>" });
  });

  it("lets other work be done while it is measured", async () => {
    const order: string[] = [];
    const pieces = function* () {
      for (const piece of ["1", "2", "3"]) {
        order.push(piece);
        yield piece;
      }
    };
    const length = measured({ ...REPLY, pieces });
    setImmediate(() => order.push("other"));
    await length;
    expect(order.indexOf("other")).to.be.within(1, 2);
  });

  it("is written no faster than it is read, and its beginning arrives before the rest is written", async () => {
    const MEGABYTE = "x".repeat(1024 * 1024);
    let written = 0;
    const pieces = function* () {
      for (; written < 200; written += 1) yield MEGABYTE;
    };
    const server = createServer((_, response) => {
      sendPieces(response, { ...REPLY, pieces, length: 200 * MEGABYTE.length }).catch(() => undefined);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
    client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    const [first] = (await once(client, "data")) as [Buffer];
    client.pause();
    expect(first.toString("latin1"))
      .to.match(/^HTTP\/1\.1 200 OK\r\n/)
      .and.include("Content-Length: 209715200");
    expect(written).to.be.below(100);
    let received = first.length;
    client.on("data", (data) => {
      received += data.length;
      if (received > 200 * MEGABYTE.length) client.end();
    });
    client.resume();
    await once(client, "close");
    expect(written).to.equal(200);
    server.close();
  });
});
