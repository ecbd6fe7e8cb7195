import { expect } from "chai";
import { type Contract, type ContractOperation, namespaceOf } from "../../src/soap/contract/contract.js";
import { decodeReply } from "../../src/soap/message/decode-reply.js";
import { encodeMessage, writeMessage } from "../../src/soap/message/encode.js";
import { readXmlTree } from "../../src/soap/message/xml-tree.js";
import { asRead, fromTree, messageValues } from "../hostile/contract-values.js";
import { envelope } from "../soap/envelope.js";
import { always } from "../soap/seed.js";

/** Encodes values of each message of a contract, and reads them back: responses with the decoder, requests as a tree. */
export function roundTrip(contract: Contract, runs: number): void {
  for (const [name, operation] of Object.entries(contract.operations)) {
    always(
      messageValues(operation.response.fields, contract),
      (values) => reads(contract, name, operation, values),
      runs,
    );
    always(
      messageValues(operation.request.fields, contract),
      (values) => writes(contract, name, operation, values),
      runs,
    );
  }
}

type Values = Parameters<typeof asRead>[1];

function reads(contract: Contract, name: string, operation: ContractOperation, values: Values): void {
  const encoded = encodeMessage(contract, operation.response, values, name);
  const text = envelope(writeMessage(contract, operation.response, encoded), "1.1");
  const reply = decodeReply(text, { contract, operation, version: "1.1" });
  expect(reply).to.deep.equal({ response: asRead(operation.response.fields, values, contract), drift: [] });
}

function writes(contract: Contract, name: string, operation: ContractOperation, values: Values): void {
  const { request } = operation;
  const encoded = encodeMessage(contract, request, values, name);
  const message = readXmlTree(envelope(writeMessage(contract, request, encoded), "1.1")).children[0]?.children[0];
  expect([message?.name, message?.namespace]).to.deep.equal([request.element, namespaceOf(contract, request)]);
  expect(message && fromTree(request.fields, message, contract)).to.deep.equal(
    asRead(request.fields, values, contract),
  );
}
