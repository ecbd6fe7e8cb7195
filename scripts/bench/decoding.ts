// How fast replies are decoded, by the reader for plain ones and by the strict one, in turn in one process, and beside
// them saxes alone with handlers that do nothing. It measures and has no limits to fail.
// `node dist/scripts/bench/decoding.js`, or with the number of rounds
import { SaxesParser } from "saxes";
import type { ContractOperation } from "../../src/soap/contract/contract.js";
import { decodeReply, decodeStrictly } from "../../src/soap/message/decode-reply.js";
import { contract } from "../../test/reference/generated/contract.js";
import { closed, list } from "./answers.js";

const ROUNDS = Number(process.argv[2] ?? 11);
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function parse(text: string): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  for (const event of ["opentag", "text", "closetag"] as const) parser.on(event, () => undefined);
  parser.write(text).close();
}

function microseconds(times: number, run: () => void): number {
  const start = process.cpuUsage();
  for (let left = times; left > 0; left -= 1) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / times;
}

console.log(`node ${process.version}, ${ROUNDS} rounds, medians of CPU µs\n`);
console.log("| reply | strict | plain | saxes alone | plain / strict |");
console.log("| --- | --- | --- | --- | --- |");
for (const [name, reply, times] of [
  ["closeSession", closed, 20_000],
  ["getSession_V3", list(100), 300],
  ["getSession_V3", list(10_000), 4],
] as const) {
  const text = reply.toString();
  const operation = contract.operations[name] as ContractOperation;
  const expected = { contract, operation, version: "1.1", openElement: `${name}Result` } as const;
  const ways = [() => decodeStrictly(text, expected), () => decodeReply(text, expected), () => parse(text)];
  const rounds: number[][] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const costs = ways.map((way) => microseconds(times, way));
    if (round >= 0) rounds.push(costs);
  }
  const medians = ways.map((_, way) => median(rounds.map((costs) => costs[way] ?? 0)).toFixed(1));
  const ratio = median(rounds.map(([strict = 0, plain = 0]) => plain / strict)).toFixed(2);
  console.log(`| ${name}, ${text.length} characters | ${medians.join(" | ")} | ${ratio} |`);
}
