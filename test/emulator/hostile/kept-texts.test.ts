import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import { History } from "../../../src/emulator/history/history.js";

const MEBIBYTE = 1024 * 1024;

describe("the log of huge requests and answers", () => {
  it("only keeps their beginnings", () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const history = new History(
      () => 0,
      () => [],
    );
    const used = () => {
      collect();
      return process.memoryUsage().heapUsed / MEBIBYTE;
    };
    const before = used();
    for (let calls = 0; calls < 50; calls += 1) {
      // Repeated text is in the measured heap; text from a buffer would be outside.
      const text = `<a>${calls}</a>`.repeat(MEBIBYTE / 4);
      history.add({ operation: "login", form: "SOAP 1.1", status: 200, request: text, response: `<b/>${text}` });
    }
    expect(used() - before).to.be.below(20);
    expect(history.log[0]?.request).to.have.length(16 * 1024);
    expect(history.log[49]?.response).to.match(/^<b\/><a>49<\/a>/);
  });
});
