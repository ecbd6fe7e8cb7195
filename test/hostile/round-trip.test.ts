import { expect } from "chai";
import fc from "fast-check";
import { ENVELOPE_NAMESPACE } from "../../src/soap/contract/soap-version.js";
import { replyText } from "../../src/soap/http/reply-text.js";
import { decodeReply } from "../../src/soap/message/decode-reply.js";
import { encodeMessage, writeMessage } from "../../src/soap/message/encode.js";
import { readXmlTree } from "../../src/soap/message/xml-tree.js";
import { VERSIONS } from "../emulator/wire.js";
import { contract } from "../reference/generated/contract.js";
import { envelope } from "../soap/envelope.js";
import { asRead, fromTree, messageValues } from "./contract-values.js";
import { goodReply } from "./good-reply.js";
import { holdsFor, SEED_TITLE } from "./runs.js";

const operations = Object.entries(contract.operations);
const versions = fc.constantFrom(...VERSIONS);

describe(`encode, write, read: the value is the same (${SEED_TITLE})`, function () {
  this.timeout(300_000);
  for (const [name, operation] of operations) {
    it(`${name}: the response`, () => {
      const { fields } = operation.response;
      holdsFor(
        "answers read back",
        fc.tuple(messageValues(fields, contract), versions),
        ([values, version]) => {
          const text = replyText(name, version, goodReply(operation, values, version));
          const reply = decodeReply(text, { contract, operation, version });
          expect(reply).to.deep.equal({ response: asRead(fields, values, contract), drift: [] });
        },
        operations.length,
      );
    });

    it(`${name}: the request`, () => {
      const { fields, element } = operation.request;
      holdsFor(
        "requests read back",
        fc.tuple(messageValues(fields, contract), versions),
        ([values, version]) => {
          const encoded = encodeMessage(contract, operation.request, values, name);
          const root = readXmlTree(envelope(writeMessage(contract, operation.request, encoded), version));
          const message = root.children[0]?.children[0];
          expect([root.name, root.namespace]).to.deep.equal(["Envelope", ENVELOPE_NAMESPACE[version]]);
          expect([message?.name, message?.namespace]).to.deep.equal([element, contract.namespace]);
          expect(message && fromTree(fields, message, contract)).to.deep.equal(asRead(fields, values, contract));
        },
        operations.length,
      );
    });
  }
});
