import { expect } from "chai";
import type { HttpReply } from "../../../src/soap/http/http-transport.js";
import type { Exchange } from "../../../src/soap/watch/exchange.js";
import { ExchangeRecord } from "../../../src/soap/watch/exchange-record.js";
import { Redactor } from "../../../src/soap/watch/redactor.js";

const SECRET = "verySecretWord";

function recorded(use: (record: ExchangeRecord) => void, bodies = true): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  const redactor = new Redactor();
  redactor.add(SECRET);
  const observer = {
    wants: () => ({ exchanges: true, bodies }),
    exchange: (exchange: Exchange) => exchanges.push(exchange),
    drift: () => undefined,
  };
  use(new ExchangeRecord({ operation: "getNote", version: "1.1", bodies, observer, redactor }));
  return exchanges;
}

const replyOf = (body: string | Buffer): HttpReply => ({ status: 200, headers: {}, body: Buffer.from(body) });
const shownReply = (body: string | Buffer) =>
  recorded((record) => {
    record.sent("");
    record.received(replyOf(body));
    record.end("answered");
  })[0]?.reply;

describe("ExchangeRecord: one exchange as it is reported", () => {
  it("has the bodies without secrets, and their length in bytes", () => {
    const [exchange, ...more] = recorded((record) => {
      record.sent(`<a>é ${SECRET}</a>`);
      record.received(replyOf(`<b>é ${SECRET}</b>`));
      record.end("answered");
    });
    expect(more).to.deep.equal([]);
    expect(exchange?.milliseconds).to.be.at.least(0).and.below(60_000);
    expect({ ...exchange, milliseconds: 0 }).to.deep.equal({
      operation: "getNote",
      soap: "1.1",
      method: "POST",
      status: 200,
      requestBytes: 24,
      replyBytes: 24,
      milliseconds: 0,
      outcome: "answered",
      request: "<a>é [redacted]</a>",
      reply: "<b>é [redacted]</b>",
    });
  });

  it("has no bodies where nobody wants them", () => {
    const [exchange] = recorded((record) => {
      record.sent("<a/>");
      record.received(replyOf("<b/>"));
      record.end("answered");
    }, false);
    expect(exchange).to.include({ requestBytes: 4, replyBytes: 4 }).and.not.have.any.keys("request", "reply");
  });

  it("has the error and nothing of a reply where none came, and is reported once", () => {
    const exchanges = recorded((record) => {
      record.sent("<a/>");
      record.end("unknown", "ECONNRESET");
      record.end("answered");
    });
    expect(exchanges).to.have.length(1);
    expect(exchanges[0])
      .to.include({ outcome: "unknown", error: "ECONNRESET", request: "<a/>" })
      .and.not.have.any.keys("status", "replyBytes", "reply");
  });

  it("drops a body that is no UTF-8, or is longer than 256 KiB", () => {
    expect(shownReply(Buffer.from([0x61, 0xe9, 0x62]))).to.equal("[body dropped: not UTF-8]");
    const limit = 256 * 1024;
    expect(shownReply("x".repeat(limit))).to.have.length(limit);
    expect(shownReply("x".repeat(limit + 1))).to.equal("[body dropped: too long]");
  });
});
