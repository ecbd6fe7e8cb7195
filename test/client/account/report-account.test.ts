import { expect } from "chai";
import { ReportAccount } from "../../../src/client/account/report-account.js";
import { LIMITS } from "../../../src/client/operations/operation-table.js";

/** Some time after the window, as the service counts by its own clock. */
const FREE_AGAIN = LIMITS.report.milliseconds + 1_000;

describe("ReportAccount: one report in 60 seconds", () => {
  it("waits from the end of the last report, and from the first not at all", () => {
    const account = ReportAccount.of("a report account that waits", 0);
    expect(account.wait(500)).to.equal(0);
    account.count(1000);
    expect(account.wait(1000)).to.equal(FREE_AGAIN);
    account.count(5000);
    expect(account.wait(5000 + FREE_AGAIN - 1)).to.equal(1);
    expect(account.wait(5000 + FREE_AGAIN)).to.equal(0);
  });

  it("is the same object for as long as its report counts", () => {
    const account = ReportAccount.of("a report account that is kept", 0);
    account.count(1000);
    ReportAccount.of("another report account", FREE_AGAIN);
    expect(ReportAccount.of("a report account that is kept", FREE_AGAIN)).to.equal(account);
    ReportAccount.of("a third report account", 1000 + FREE_AGAIN);
    expect(ReportAccount.of("a report account that is kept", 1000 + FREE_AGAIN)).not.to.equal(account);
  });
});
