import fc from "fast-check";
import { VERSIONS } from "../emulator/wire.js";
import { contract } from "../reference/generated/contract.js";
import { messageValues } from "./contract-values.js";
import { goodReply } from "./good-reply.js";

export const versions = fc.constantFrom(...VERSIONS);

/** A good reply of any operation, with any values. */
export const goodReplies = fc.constantFrom(...Object.entries(contract.operations)).chain(([name, operation]) =>
  fc.tuple(messageValues(operation.response.fields, contract), versions).map(([values, version]) => ({
    name,
    operation,
    version,
    body: goodReply(operation, values, version).body,
  })),
);
