import { expect } from "chai";
import fc from "fast-check";
import { resultRule } from "../../src/client/operations/answer.js";
import { ProtocolError } from "../../src/index.js";
import type { ContractOperation } from "../../src/soap/contract/contract.js";
import type { SoapVersion } from "../../src/soap/contract/soap-version.js";
import type { HttpReply } from "../../src/soap/http/http-transport.js";
import { replyText } from "../../src/soap/http/reply-text.js";
import { decodeReply } from "../../src/soap/message/decode-reply.js";
import { type Reply, ReplyDecodeError } from "../../src/soap/message/reply.js";
import { DRIFT_LIMIT } from "../../src/soap/message/strict-decoder.js";
import { contract } from "../reference/generated/contract.js";
import { goodReplies, versions } from "./any-good-reply.js";
import { goodReply, httpReply } from "./good-reply.js";
import { byteFlips, flipBytes, mutations } from "./mutations.js";
import { watchPrototypes } from "./prototypes.js";
import { randomXml } from "./random-xml.js";
import { holdsFor, SEED_TITLE, TOTAL_RUNS } from "./runs.js";

const getSessions = contract.operations.getSession_V3 as ContractOperation;

describe(`random and damaged replies never get past our errors (${SEED_TITLE})`, function () {
  this.timeout(300_000);
  const changedPrototypes = watchPrototypes();
  /** How the replies ended: a property over replies that are all refused alike would prove little. */
  const outcomes = { answer: 0, fault: 0, refused: 0 };

  /** Decodes strictly and with the result open, as a client does. */
  function check(name: string, operation: ContractOperation, version: SoapVersion, reply: HttpReply): void {
    const strict = read(name, operation, version, reply, undefined);
    const open = read(name, operation, version, reply, resultRule(contract, name, operation).element);
    outcomes[strict === undefined ? "refused" : strict.fault ? "fault" : "answer"] += 1;
    for (const decoded of [strict, open]) {
      expect(decoded === undefined || decoded.drift.length <= DRIFT_LIMIT).to.equal(true);
      expect(decoded?.fault === undefined || typeof decoded.fault.faultCode === "string").to.equal(true);
    }
    if (strict) expect(open).to.deep.equal(strict);
    if (strict?.response) {
      const again = goodReply(operation, strict.response, version);
      expect(read(name, operation, version, again, undefined)?.response).to.deep.equal(strict.response);
    }
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
  }

  it("random XML", () => {
    holdsFor("random XML", fc.tuple(randomXml, versions), ([text, version]) => {
      check("getSession_V3", getSessions, version, httpReply(Buffer.from(text), version));
    });
  });

  it("good replies with parts changed, moved, doubled, removed and inserted", () => {
    holdsFor("changed pieces", fc.tuple(goodReplies, mutations), ([{ name, operation, version, body }, changes]) => {
      const text = changes.reduce((changed, change) => change(changed), body.toString());
      check(name, operation, version, httpReply(Buffer.from(text), version));
    });
  });

  it("good replies with bytes changed", () => {
    holdsFor("changed bytes", fc.tuple(goodReplies, byteFlips), ([{ name, operation, version, body }, flips]) => {
      check(name, operation, version, httpReply(flipBytes(body, flips), version));
    });
  });

  it("ended in every way, and left the prototypes unchanged", () => {
    expect(changedPrototypes()).to.deep.equal([]);
    if (TOTAL_RUNS >= 20_000) {
      for (const [outcome, count] of Object.entries(outcomes)) expect(count, outcome).to.be.at.least(20);
    }
  });
});

function read(
  name: string,
  operation: ContractOperation,
  version: SoapVersion,
  reply: HttpReply,
  openElement: string | undefined,
): Reply | undefined {
  try {
    return decodeReply(replyText(name, version, reply), { contract, operation, version, openElement });
  } catch (error) {
    if (error instanceof ProtocolError || error instanceof ReplyDecodeError) return undefined;
    throw error;
  }
}
