import { expect } from "chai";
import { contract } from "../../generated/contract.js";
import { writeResponse } from "../../src/emulator/soap/response-message.js";
import { soapReply } from "../../src/emulator/soap/soap-reply.js";
import { readUsualReply } from "../../src/soap/message/compiled-reader.js";
import { decodeStrictly } from "../../src/soap/message/strict-decoder.js";
import { VERSIONS } from "../emulator/wire.js";

describe("replies of the packaged contract, as the emulator writes them", () => {
  for (const [name, operation] of Object.entries(contract.operations)) {
    it(`${name}: is read by the compiled reader, as the strict decoder reads it`, () => {
      for (const version of VERSIONS) {
        const { body } = soapReply(version, writeResponse(contract, name, operation, { code: "OK" }).xml);
        const text = body.toString();
        const expected = { contract, operation, version };
        const response = readUsualReply(text, expected);
        expect(response, text).to.not.equal(undefined);
        expect(response).to.deep.equal(decodeStrictly(text, expected).response);
      }
    });
  }
});
