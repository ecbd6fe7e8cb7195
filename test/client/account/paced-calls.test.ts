import { expect } from "chai";
import { PacedCalls } from "../../../src/client/account/paced-calls.js";
import { LIMITS } from "../../../src/client/operations/operation-table.js";
import { type Credentials, checkCredentials } from "../../../src/client/options/credentials.js";
import { DeadlineError } from "../../../src/index.js";
import { Deadline } from "../../../src/soap/http/deadline.js";
import { thrown } from "../thrown.js";

const ADDRESS = new URL("https://rescue.invalid/API/API.asmx");

describe("PacedCalls: the limits of the table of operations", () => {
  let waits: [string, number][];
  beforeEach(() => {
    waits = [];
  });

  function pacedWith(credentials: Credentials, paced = true): PacedCalls {
    return new PacedCalls(paced, ADDRESS, checkCredentials(credentials), (...wait) => waits.push(wait));
  }
  const pacedFor = (email: string, paced = true) => pacedWith({ email, password: "secret" }, paced);
  const call = (calls: PacedCalls, operation: string, timeout = 5_000) => {
    const deadline = new Deadline(operation, timeout);
    return calls.call(deadline, async () => operation).finally(() => deadline.dispose());
  };

  it("hold for all operations of the same limit, and each for itself", async () => {
    const calls = pacedFor("one@example.com");
    expect(await call(calls, "requestPINCodeV3")).to.equal("requestPINCodeV3");
    // Less time than the limit asks for.
    expect((await thrown(DeadlineError, call(calls, "requestInvitationLink", 50))).outcome).to.equal("not-sent");
    expect(waits.map(([operation]) => operation)).to.deep.equal(["requestInvitationLink"]);
    expect(waits[0]?.[1]).to.be.within(1, LIMITS.pin.milliseconds + 50);
    expect(await call(calls, "generateEmailText")).to.equal("generateEmailText");
    expect(waits).to.have.length(1);
  });

  it("hold for each user", async () => {
    await call(pacedFor("two@example.com"), "requestPINCodeV3");
    await call(pacedFor("three@example.com"), "requestPINCodeV3");
    expect(waits).to.deep.equal([]);
  });

  it("let an operation without a limit, or without a row, pass at once", async () => {
    const calls = pacedFor("four@example.com");
    for (const operation of ["getNote", "getNote", "eraseEverything", "eraseEverything"]) await call(calls, operation);
    expect(waits).to.deep.equal([]);
  });

  it("hold for nobody where calls are not paced", async () => {
    const calls = pacedFor("five@example.com", false);
    for (const operation of ["requestPINCodeV3", "requestPINCodeV3"]) await call(calls, operation);
    expect(waits).to.deep.equal([]);
  });

  it("keep users of single sign-on apart, by id and company", async () => {
    const sso = (ssoId: string, companyId: number) => pacedWith({ ssoId, ssoPassword: "secret", companyId });
    for (const calls of [sso("first", 1), sso("second", 1), sso("first", 2)]) await call(calls, "requestPINCodeV3");
    expect(waits).to.deep.equal([]);
    await thrown(DeadlineError, call(sso("first", 1), "requestPINCodeV3", 50));
    expect(waits).to.have.length(1);
  });
});
