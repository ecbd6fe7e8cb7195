import { expect } from "chai";
import { type CheckedCredentials, checkCredentials } from "../../../src/client/credentials.js";
import { PacedCalls } from "../../../src/client/jobs/paced-calls.js";
import { Deadline } from "../../../src/soap/http/deadline.js";

const ADDRESS = new URL("https://paced.example/API/API.asmx");
const sso = (ssoId: string, companyId: number) => checkCredentials({ ssoId, ssoPassword: "secretPassword", companyId });

describe("PacedCalls", () => {
  const waits = async (all: readonly CheckedCredentials[]): Promise<number> => {
    let waited = 0;
    const stop = new AbortController();
    await Promise.allSettled(
      all.map(async (credentials) => {
        const paced = new PacedCalls(true, ADDRESS, credentials, () => {
          waited += 1;
          stop.abort();
        });
        const deadline = new Deadline("requestPINCodeV3", 60_000, [stop.signal]);
        await paced.call("pin", deadline, async () => {}).finally(() => deadline.dispose());
      }),
    );
    return waited;
  };

  it("keep users of single sign-on apart, by id and company", async () => {
    expect(await waits([sso("first", 1), sso("second", 1), sso("first", 2)])).to.equal(0);
    expect(await waits([sso("third", 1), sso("third", 1)])).to.equal(1);
  });
});
