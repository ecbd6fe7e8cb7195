import { expect } from "chai";
import { measureReport } from "../../../scripts/bench/report-memory.js";

const BYTES = 32 * 1024 * 1024;

describe("the memory that a report of 32 MB takes, from the request to its last row", () => {
  for (const output of ["TEXT", "XML"] as const) {
    for (const encoding of ["plain", "gzip"] as const) {
      it(`is at most three times its size as ${output}, in a ${encoding} reply`, async () => {
        const { grown, rows } = await measureReport(BYTES, "SESSION", output, encoding);
        expect(rows).to.be.above(10_000);
        expect(grown / BYTES).to.be.within(0.5, 3);
      }).timeout(120_000);
    }
  }
});
