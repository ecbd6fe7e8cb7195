import { expect } from "chai";
import { isClosable, isLive, SESSION_STATUSES, statusText } from "../../../src/emulator/desk/session-status.js";
import { LEFT, TIME_OUTS } from "../../../src/emulator/desk/session-transitions.js";
import { chatTime, listTime } from "../../../src/emulator/desk/time-text.js";
import { contract } from "../../reference/generated/contract.js";

const GUIDE_TEXTS = [
  "Aborted: technician was deleted or disabled",
  "Active",
  "Closed by active customer",
  "Closed by customer",
  "Closed by technician",
  "Closed by waiting customer",
  "Connecting",
  "Disconnected",
  "Not available",
  "Offline",
  "On Hold",
  "Rebooted",
  "Rebooting",
  "Reconnecting",
  "Timed out",
  "Timed out: closed by technician",
  "Transferred",
  "Transferring",
  "Waiting",
];

describe("session statuses", () => {
  it("are those of the WSDL, in its order", () => {
    expect(SESSION_STATUSES.map((status) => `SESSION_${status}`)).to.deep.equal(contract.enums.SESSION_STATUS);
  });

  it("have texts of the guide's list; the pairs seen in real answers hold", () => {
    for (const status of SESSION_STATUSES) expect(GUIDE_TEXTS).to.include(statusText(status));
    expect([statusText("WAITING"), statusText("PICKEDUP"), statusText("OFFLINE")]).to.deep.equal([
      "Waiting",
      "Active",
      "Offline",
    ]);
  });

  it("a live session can be closed and left, and leaving ends it", () => {
    for (const status of SESSION_STATUSES) {
      if (isLive(status)) expect(isClosable(status), status).to.equal(true);
      expect(LEFT.has(status), status).to.equal(isLive(status));
    }
    for (const left of LEFT.values()) expect(isLive(left), left).to.equal(false);
  });

  it("time changes only live sessions, and not in a circle", () => {
    for (const [status, { to }] of TIME_OUTS) {
      expect(isLive(status), status).to.equal(true);
      expect(TIME_OUTS.has(to), to).to.equal(false);
    }
  });
});

describe("time texts", () => {
  it("count hours from 12 to 11, twice a day, in UTC", () => {
    expect(listTime(Date.UTC(2012, 1, 16, 9))).to.equal("2/16/2012 9:00:00 AM");
    expect(listTime(Date.UTC(2026, 10, 30, 0, 5, 9))).to.equal("11/30/2026 12:05:09 AM");
    expect(listTime(Date.UTC(2026, 11, 1, 23, 59, 59, 999))).to.equal("12/1/2026 11:59:59 PM");
    expect(chatTime(Date.UTC(2026, 0, 1, 12, 0))).to.equal("12:00 PM");
    expect(chatTime(Date.UTC(2026, 0, 1, 13, 7))).to.equal("1:07 PM");
  });

  it("remain valid times however far the clock was advanced", () => {
    expect(listTime(Number.MAX_SAFE_INTEGER)).to.equal("9/13/275760 12:00:00 AM");
  });
});
