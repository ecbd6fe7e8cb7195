import { expect } from "chai";
import { accountKey } from "../../../src/client/account/account-key.js";

const key = (endpoint: string, email = "some@email.com") => accountKey(new URL(endpoint), email);

describe("accountKey: one for an account, however it is written", () => {
  const usual = key("https://secure.logmeinrescue.com/API/API.asmx");

  for (const endpoint of [
    "https://SECURE.LogMeInRescue.com/API/API.asmx",
    "https://secure.logmeinrescue.com:443/API/API.asmx",
    "https://secure.logmeinrescue.com./API/API.asmx",
    "https://secure.logmeinrescue.com/api/api.asmx",
    "https://secure.logmeinrescue.com/API/API.asmx/",
    "https://secure.logmeinrescue.com//API//API.asmx",
    "https://secure.logmeinrescue.com/x/../API/API.asmx",
    "https://secure.logmeinrescue.com/%41PI/API.asmx",
  ]) {
    it(endpoint, () => {
      expect(key(endpoint)).to.equal(usual);
    });
  }

  for (const email of ["SOME@Email.com", " some@email.com", "some@email.com\n"]) {
    it(JSON.stringify(email), () => {
      expect(key("https://secure.logmeinrescue.com/API/API.asmx", email)).to.equal(usual);
    });
  }

  it("the names of this machine are one, its ports are not", () => {
    const local = key("http://127.0.0.1:8080/API/API.asmx");
    expect(key("http://localhost:8080/API/API.asmx")).to.equal(local);
    expect(key("http://[::1]:8080/API/API.asmx")).to.equal(local);
    expect(key("http://localhost:8081/API/API.asmx")).not.to.equal(local);
  });

  it("other users, hosts, ports and paths are others", () => {
    for (const other of [
      key("https://secure.logmeinrescue.com/API/API.asmx", "other@email.com"),
      key("https://secure.logmeinrescue-enterprise.com/API/API.asmx"),
      key("https://secure.logmeinrescue.com:8443/API/API.asmx"),
      key("https://secure.logmeinrescue.com/test/API/API.asmx"),
    ]) {
      expect(other).not.to.equal(usual);
    }
  });

  it("a percent sign that encodes nothing is itself", () => {
    expect(key("https://host/100%/API.asmx")).to.equal(key("https://host/100%/api.asmx"));
  });
});
