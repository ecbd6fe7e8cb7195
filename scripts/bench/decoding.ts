// How fast replies are decoded, by the compiled reader and by the strict decoder, in turn in one process, and beside
// them saxes alone with handlers that do nothing. It measures and has no limits to fail.
// `node dist/scripts/bench/decoding.js`, or with the number of rounds
import { SaxesParser } from "saxes";
import type { ContractOperation } from "../../src/soap/contract/contract.js";
import { readUsualReply } from "../../src/soap/message/compiled-reader.js";
import { decodeStrictly } from "../../src/soap/message/strict-decoder.js";
import { contract } from "../../test/reference/generated/contract.js";

const ROUNDS = Number(process.argv[2] ?? 11);
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function parse(text: string): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  for (const event of ["opentag", "text", "closetag"] as const) parser.on(event, () => undefined);
  parser.write(text).close();
}

function fail(): never {
  throw new Error("not a usual reply");
}

function microseconds(times: number, run: () => void): number {
  const start = process.cpuUsage();
  for (let left = times; left > 0; left -= 1) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / times;
}

const NAMESPACE = contract.namespace;
const envelope = (body: string) =>
  '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">' +
  `<soap:Body>${body}</soap:Body></soap:Envelope>`;
const row = (id: number) =>
  `<SESSION_V3><iID>${id}</iID><bStatus>SESSION_WAITING</bStatus><sStatus>Waiting</sStatus><iEntry>1234</iEntry>` +
  `<sEntry>Channel ${id}</sEntry><iTechnician>337366</iTechnician><sTechnician>J. Doe</sTechnician>` +
  `<sStartTime>11/1/2026 8:30:00 AM</sStartTime><iWaitingTimeInSec>${id}</iWaitingTimeInSec>` +
  `<sCustomField0>Customer &amp; Co ${id}</sCustomField0><sLanguage>en</sLanguage><bIsLead>true</bIsLead>` +
  "<bHandingOff>false</bHandingOff></SESSION_V3>";
const closed = envelope(
  `<closeSessionResponse xmlns="${NAMESPACE}"><closeSessionResult>closeSessionRet_OK</closeSessionResult></closeSessionResponse>`,
);
const list = (rows: number) =>
  envelope(
    `<getSession_V3Response xmlns="${NAMESPACE}"><getSession_V3Result>getSession_OK</getSession_V3Result>` +
      `<aSessions>${Array.from({ length: rows }, (_, index) => row(20_000_000 + index)).join("")}</aSessions></getSession_V3Response>`,
  );

console.log(`node ${process.version}, ${ROUNDS} rounds, medians of CPU µs\n`);
console.log("| reply | strict | compiled | saxes alone | compiled / strict |");
console.log("| --- | --- | --- | --- | --- |");
for (const [name, reply, times] of [
  ["closeSession", closed, 20_000],
  ["getSession_V3", list(100), 300],
  ["getSession_V3", list(10_000), 4],
] as const) {
  const text = Buffer.from(reply).toString();
  const operation = contract.operations[name] as ContractOperation;
  const expected = { contract, operation, version: "1.1", openElement: `${name}Result` } as const;
  const ways = [
    () => decodeStrictly(text, expected),
    () => readUsualReply(text, expected) ?? fail(),
    () => parse(text),
  ];
  const rounds: number[][] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const costs = ways.map((way) => microseconds(times, way));
    if (round >= 0) rounds.push(costs);
  }
  const medians = ways.map((_, way) => median(rounds.map((costs) => costs[way] ?? 0)).toFixed(1));
  const ratio = median(rounds.map(([strict = 0, compiled = 0]) => compiled / strict)).toFixed(2);
  console.log(`| ${name}, ${text.length} characters | ${medians.join(" | ")} | ${ratio} |`);
}
