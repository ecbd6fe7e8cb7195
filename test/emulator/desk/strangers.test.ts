import { expect } from "chai";
import { Strangers } from "../../../src/emulator/desk/strangers.js";

describe("strangers", () => {
  it("are counted each by its address, in any case", () => {
    const strangers = new Strangers();
    strangers.withEmail("one@email.com").calls.set("login", [1]);
    expect(strangers.withEmail("ONE@email.com").calls.get("login")).to.deep.equal([1]);
    expect(strangers.withEmail("two@email.com").calls.get("login")).to.equal(undefined);
  });

  it("do not fill the memory: only the latest thousand are remembered, and long addresses are cut", () => {
    const strangers = new Strangers();
    strangers.withEmail("first@email.com").calls.set("login", [1]);
    for (let call = 0; call < 5_000; call += 1) {
      if (call % 500 === 0) strangers.withEmail("first@email.com");
      strangers.withEmail(`${call}@email.com`);
    }
    expect(strangers.size).to.equal(Strangers.LIMIT);
    expect(strangers.withEmail("first@email.com").calls.get("login")).to.deep.equal([1]);
    expect(strangers.withEmail("x".repeat(1_000_000))).to.equal(strangers.withEmail("x".repeat(2_000_000)));
  });
});
