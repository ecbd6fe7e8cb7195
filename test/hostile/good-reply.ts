import type { ContractOperation } from "../../src/soap/contract/contract.js";
import { MEDIA_TYPE, type SoapVersion } from "../../src/soap/contract/soap-version.js";
import type { HttpReply } from "../../src/soap/http/http-transport.js";
import { encodeMessage, writeMessage } from "../../src/soap/message/encode.js";
import type { DecodedFields } from "../../src/soap/message/message-plan.js";
import { contract } from "../reference/generated/contract.js";
import { envelope } from "../soap/envelope.js";

/** The answer of `operation` with `values`, as the service sends it. */
export function goodReply(operation: ContractOperation, values: DecodedFields, version: SoapVersion): HttpReply {
  const message = encodeMessage(contract, operation.response, values, operation.response.element);
  return httpReply(Buffer.from(envelope(writeMessage(contract, operation.response, message), version)), version);
}

/** Bytes as a reply with the status and the type that an answer has. */
export function httpReply(body: Buffer, version: SoapVersion): HttpReply {
  return { status: 200, headers: { "content-type": `${MEDIA_TYPE[version]}; charset=utf-8` }, body };
}
