// Prints how much memory a report of 32 MB takes, and how long it takes to read. It measures and has no limits to fail.
import { measureReport } from "./report-memory.js";

const BYTES = 32 * 1024 * 1024;
const ROUNDS = 3;
const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);

console.log(`node ${process.version}, a report of ${megabytes(BYTES)} MB, ${ROUNDS} processes each\n`);
console.log("| report | reply | peak growth of RSS in MB | of its bytes | ms to the last row |");
console.log("| --- | --- | --- | --- | --- |");
for (const [area, output] of [
  ["SESSION", "TEXT"],
  ["CHAT_LOG", "TEXT"],
  ["SESSION", "XML"],
] as const) {
  for (const encoding of ["plain", "gzip"] as const) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measureReport(BYTES, area, output, encoding));
    const grown = rounds.map((one) => one.grown);
    const [least, most] = [Math.min(...grown), Math.max(...grown)];
    const milliseconds = Math.min(...rounds.map((one) => one.milliseconds)).toFixed(0);
    const ratio = `${(least / BYTES).toFixed(1)} to ${(most / BYTES).toFixed(1)}`;
    console.log(
      `| ${area}, ${output} | ${encoding} | ${megabytes(least)} to ${megabytes(most)} | ${ratio} | ${milliseconds} |`,
    );
  }
}
