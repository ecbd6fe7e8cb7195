import { mock } from "node:test";
import { expect } from "chai";
import { Pace } from "../../../src/emulator/page/pace.js";

describe("Pace", () => {
  let runs = 0;
  let pace: Pace;
  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout"] });
    runs = 0;
    pace = new Pace(200, () => {
      runs += 1;
    });
  });
  afterEach(() => mock.timers.reset());

  it("runs once for many, soon, and again only after the interval", () => {
    for (let asked = 0; asked < 100; asked += 1) pace.ask();
    expect(runs).to.equal(0);
    mock.timers.tick(1);
    expect(runs).to.equal(1);
    for (let asked = 0; asked < 100; asked += 1) pace.ask();
    mock.timers.tick(198);
    expect(runs).to.equal(1);
    mock.timers.tick(10);
    expect(runs).to.equal(2);
    mock.timers.tick(1000);
    expect(runs).to.equal(2);
  });

  it("does not run once stopped, and can be requested again", () => {
    pace.ask();
    pace.stop();
    mock.timers.tick(1000);
    expect(runs).to.equal(0);
    pace.ask();
    mock.timers.tick(1);
    expect(runs).to.equal(1);
  });
});
