import { expect } from "chai";
import { isOwnHost, isOwnOrigin } from "../../../src/emulator/page/own-host.js";

describe("isOwnHost", () => {
  const own = (host: string | undefined, told = "127.0.0.1", cameInAt = "127.0.0.1") => isOwnHost(host, told, cameInAt);

  it("takes loopback names and addresses, with and without a port", () => {
    for (const host of [
      "localhost",
      "LOCALHOST:80",
      "127.0.0.1:4000",
      "127.8.0.1",
      "[::1]",
      "[::1]:81",
      "desk.localhost",
    ]) {
      expect(own(host), host).to.equal(true);
    }
  });

  it("takes the host it was told, and no other", () => {
    expect(own("desk.example:80", "Desk.Example")).to.equal(true);
    expect(own("[fe80::1]", "fe80::1")).to.equal(true);
    for (const host of ["attacker.example", "10.0.0.1", "localhost.attacker.example", "127.0.0.1.attacker.example"]) {
      expect(own(host, "desk.example"), host).to.equal(false);
    }
  });

  it("takes the address the connection came in at where it was told all addresses", () => {
    expect(own("192.168.1.5:4000", "0.0.0.0", "192.168.1.5")).to.equal(true);
    expect(own("192.168.1.5:4000", "::", "::ffff:192.168.1.5")).to.equal(true);
    expect(own("192.168.1.6:4000", "0.0.0.0", "192.168.1.5")).to.equal(false);
    expect(own("attacker.example", "0.0.0.0", "192.168.1.5")).to.equal(false);
    expect(own("0.0.0.0:4000", "0.0.0.0", "127.0.0.1")).to.equal(false);
  });

  it("takes nothing that is no host", () => {
    for (const host of [undefined, "", "localhost:", "a@localhost", "localhost:80:80", "[::1", "local host", "127.1"]) {
      expect(own(host), String(host)).to.equal(false);
    }
  });
});

describe("isOwnOrigin", () => {
  it("compares the origin with the host, either scheme", () => {
    expect(isOwnOrigin(undefined, "localhost:1")).to.equal(true);
    expect(isOwnOrigin("http://localhost:1", "LocalHost:1")).to.equal(true);
    expect(isOwnOrigin("https://localhost:1", "localhost:1")).to.equal(true);
    for (const origin of ["null", "http://localhost", "http://localhost:12", "file://localhost:1", ""]) {
      expect(isOwnOrigin(origin, "localhost:1"), origin).to.equal(false);
    }
  });
});
