import { expect } from "chai";
import { ALL_PINS, givePin, PIN_LIFETIME, type Pin } from "../../../src/emulator/desk/pin.js";
import { SeededRandom } from "../../../src/emulator/desk/seeded-random.js";

const content = { technician: 201, customFields: [], tracking0: "", lens: false };

describe("givePin", () => {
  it("counts up to the next free code, wrapping around at the last one", () => {
    const random = { integer: () => 999_998 };
    const pins = new Map<string, Pin>();
    const codes = Array.from({ length: 4 }, () => givePin(pins, random, ALL_PINS, { ...content, madeAt: 0 })?.code);
    expect(codes).to.deep.equal(["999998", "999999", "000000", "000001"]);
  });

  it("forgets expired ones, also behind a valid one if there is no room", () => {
    const random = new SeededRandom(7);
    const old = { ...content, madeAt: 0, session: undefined };
    const pins = new Map<string, Pin>([
      ["000001", { ...old, code: "000001" }],
      ["000002", { ...old, code: "000002", madeAt: PIN_LIFETIME }],
      ["000003", { ...old, code: "000003" }],
    ]);
    givePin(pins, random, 4, { ...content, madeAt: PIN_LIFETIME });
    expect([...pins.keys()].slice(0, 2)).to.deep.equal(["000002", "000003"]);
    givePin(pins, random, 3, { ...content, madeAt: PIN_LIFETIME });
    expect([...pins.keys()])
      .to.include("000002")
      .and.not.include("000003");
    expect(givePin(pins, random, 3, { ...content, madeAt: PIN_LIFETIME })).to.equal(undefined);
  });
});
