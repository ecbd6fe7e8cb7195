import { expect } from "chai";
import { Delays } from "../../../../src/emulator/http/spoil/delays.js";

describe("the waits of faults", () => {
  it("come to their end", async () => {
    const delays = new Delays();
    const wait = delays.wait(1);
    expect(delays.size).to.equal(1);
    await wait;
    expect(delays.size).to.equal(0);
  });

  it("are dropped at the end, and never resolve", async () => {
    const delays = new Delays();
    let happened = false;
    void delays.wait(1).then(() => {
      happened = true;
    });
    delays.end();
    expect(delays.size).to.equal(0);
    await new Delays().wait(5);
    expect(happened).to.equal(false);
  });
});
