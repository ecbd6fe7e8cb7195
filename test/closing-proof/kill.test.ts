import { expect } from "chai";
import { SeededRandom } from "../../src/emulator/desk/seeded-random.js";
import { seed } from "../soap/seed.js";
import { ProofDesk } from "./killed-runs.js";

const KILLS = 150;
const COUNT = 5_000;

/** A run that is killed again and again, and then left alone. */
async function proof(own: number, byLogin: boolean): Promise<void> {
  await using desk = await ProofDesk.open(COUNT);
  const random = new SeededRandom(own);
  desk.emulator.faults.schedule({ seed: own, rate: 0.02 });
  const client = byLogin
    ? { credentials: { email: "some@email.com", password: "secretPassword" }, connections: 4 }
    : {};
  let kills = 0;
  while (kills < KILLS) {
    expect(await desk.kill(desk.start({ client }), random), `run ${kills}`).to.equal("killed");
    kills += 1;
  }
  const { totals, unclosed, reason } = await desk.finish({ client });
  expect(unclosed).to.deep.equal([]);
  expect(reason).to.equal(undefined);
  expect(totals.closed).to.be.greaterThan(0);
  desk.check();
}

describe("a run of 5,000 sessions with faults, killed at random instants", function () {
  // Two to three minutes where nothing else runs.
  this.timeout(1_800_000);

  it(`${2 * KILLS} kills of two runs: each session is closed once, as the journal says (FC_SEED=${seed})`, async () => {
    await Promise.all([proof(seed >>> 0, false), proof((seed + 1) >>> 0, true)]);
  });
});
