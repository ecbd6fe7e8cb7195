import { expect } from "chai";
import type { Emulator } from "../../../reference/service.js";

import { ACTIVE, ANN, BEN, listed, NOON, result, startSessionDesk, statusOf, WAITING } from "./session-desk.js";

const SECOND = 1000;

describe("time-outs of sessions", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startSessionDesk();
  });
  afterEach(() => emulator.close());

  const exported = (id: number) => emulator.export().sessions.find((session) => session.id === id);

  it("a customer who does not run the applet within a minute leaves the queue", async () => {
    const session = emulator.desk.newSession({ status: "CONNECTING", technician: BEN });
    emulator.clock.advance(60 * SECOND - 1);
    expect(await statusOf(emulator, session)).to.equal("CONNECTING");
    emulator.clock.advance(1);
    expect(await statusOf(emulator, session)).to.equal("gone");
    expect(await result(emulator, "closeSession", { iSession: session })).to.equal("InvalidParam_Session");
    expect(() => emulator.desk.customerRuns(session)).to.throw("SYSTEMTIMEOUT_NOTPICKEDUP");
  });

  it("time-outs happen when they are due, however late they are noticed", () => {
    const session = emulator.desk.newSession({ status: "CONNECTING" });
    emulator.clock.advance(3600 * SECOND);
    expect(exported(session)).to.include({
      status: "SYSTEMTIMEOUT_NOTPICKEDUP",
      statusAgo: 3540,
      closedAgo: 3540,
    });
    expect(exported(session)?.spent?.connecting).to.equal(60);
  });

  for (const status of ["REBOOTING", "CONNECTIONPROBLEM"] as const) {
    it(`${status}: after five minutes the customer is offline, and stays in the queue`, async () => {
      emulator.desk.setStatus(ACTIVE, status);
      emulator.clock.advance(299 * SECOND);
      expect(await statusOf(emulator, ACTIVE)).to.equal(status);
      emulator.clock.advance(31 * SECOND);
      expect(await listed(emulator, ACTIVE)).to.include({
        bStatus: "SESSION_OFFLINE",
        sStatus: "Offline",
        iWaitingTimeInSec: "30",
      });
      expect(await result(emulator, "closeSession", { iSession: ACTIVE })).to.equal("OK");
    });
  }

  it("waiting, active and held sessions do not time out", async () => {
    emulator.clock.advance(24 * 3600 * SECOND);
    expect(await statusOf(emulator, WAITING)).to.equal("WAITING");
    expect(await statusOf(emulator, ACTIVE)).to.equal("PICKEDUP");
  });

  it("a seed's time counts: 20 of its seconds are gone; one that is overdue begins its time with the emulator", async () => {
    const desk = await startSessionDesk({
      sessions: [
        { id: 1, status: "CONNECTING", technician: ANN, startedAgo: 20 },
        { id: 2, status: "CONNECTING", technician: ANN, startedAgo: 500 },
      ],
    });
    try {
      desk.clock.advance(40 * SECOND);
      expect([await statusOf(desk, 1), await statusOf(desk, 2)]).to.deep.equal(["gone", "CONNECTING"]);
      desk.clock.advance(20 * SECOND);
      expect(await statusOf(desk, 2)).to.equal("gone");
      expect(desk.clock.now()).to.equal(NOON + 60 * SECOND);
    } finally {
      await desk.close();
    }
  });
});
