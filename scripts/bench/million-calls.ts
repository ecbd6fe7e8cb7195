// Makes a million plain `closeSession` calls, with a login and with an auth code, and prints the heap on the way: it has
// to stay the same. `npm run bench:million-calls`
import { callHeap } from "./call-heap.js";

const CALLS = Number(process.argv[2] ?? 1_000_000);
const PARTS = [CALLS / 10, ...Array.from({ length: 3 }, () => (CALLS * 3) / 10)];

console.log(`node ${process.version}; heap in MB after a collection\n`);
console.log("| closeSession calls | with | heap in MB | bytes for each call since the first row |");
console.log("| --- | --- | --- | --- |");
for (const by of ["auth code", "login"] as const) {
  let calls = 0;
  let first: number | undefined;
  for await (const heap of callHeap(by, PARTS)) {
    calls += PARTS[first === undefined ? 0 : 1] ?? 0;
    const growth = first === undefined ? "–" : ((heap - first) / (calls - CALLS / 10)).toFixed(2);
    first ??= heap;
    console.log(`| ${calls} | ${by} | ${(heap / 1024 / 1024).toFixed(2)} | ${growth} |`);
  }
}
