import { expect } from "chai";
import { InvalidArgumentError } from "../../../src/errors/invalid-argument-error.js";
import { endpointAddress, isLoopback } from "../../../src/soap/http/endpoint-address.js";

describe("endpointAddress: where a password may go", () => {
  const accepted: readonly (readonly [given: string, href: string])[] = [
    ["https://secure.logmeinrescue.com/API/API.asmx", "https://secure.logmeinrescue.com/API/API.asmx"],
    ["HTTPS://Host.Example:8443/api", "https://host.example:8443/api"],
    ["https://host:443/", "https://host/"],
    ["http://localhost:8080/API/API.asmx", "http://localhost:8080/API/API.asmx"],
    ["http://LOCALHOST/", "http://localhost/"],
    ["http://127.0.0.1/", "http://127.0.0.1/"],
    ["http://127.1.2.3:1/", "http://127.1.2.3:1/"],
    ["http://127.1/", "http://127.0.0.1/"],
    ["http://[::1]:80/", "http://[::1]/"],
  ];
  for (const [given, href] of accepted) {
    it(`accepts ${given}`, () => {
      expect(endpointAddress(given).href).to.equal(href);
      expect(endpointAddress(new URL(given)).href).to.equal(href);
    });
  }

  const refused: readonly (readonly [given: string, reason: RegExp])[] = [
    ["", /absolute URL/],
    ["secure.logmeinrescue.com", /absolute URL/],
    ["/API/API.asmx", /absolute URL/],
    ["https://", /absolute URL/],
    ["http://secure.logmeinrescue.com/API/API.asmx", /plain http.*use https/],
    ["http://192.168.0.1/", /plain http/],
    ["http://0.0.0.0/", /plain http/],
    ["http://127.0.0.1.example.com/", /plain http/],
    ["http://localhost.example.com/", /plain http/],
    ["http://notlocalhost/", /plain http/],
    ["http://[::2]/", /plain http/],
    ["http://[::ffff:127.0.0.1]/", /plain http/],
    ["ftp://localhost/", /expected https, got ftp/],
    ["file:///etc/passwd", /expected https, got file/],
    ["javascript:alert(1)", /expected https/],
    ["https://host/API/API.asmx?wsdl", /without \?wsdl/],
    ["https://host/API/API.asmx#x", /fragment/],
    ["https://user@host/", /must not contain a user and password/],
    ["https://:hunter2@host/", /must not contain a user and password/],
    ["http://localhost@host.example/", /must not contain a user and password/],
  ];
  for (const [given, reason] of refused) {
    it(`refuses ${JSON.stringify(given)}`, () => {
      expect(() => endpointAddress(given))
        .to.throw(InvalidArgumentError, reason)
        .that.includes({ path: "endpoint", code: "INVALID_ARGUMENT", outcome: "not-sent" });
    });
  }

  it("does not repeat a password it found in the address", () => {
    expect(() => endpointAddress("https://me:hunter2@host/"))
      .to.throw()
      .with.property("message")
      .not.contain("hunter2");
  });
});

describe("isLoopback", () => {
  it("knows localhost, 127.0.0.0/8 and ::1, and nothing that looks like them", () => {
    expect(["localhost", "127.0.0.1", "127.255.255.254", "[::1]"].every(isLoopback)).to.equal(true);
    expect(
      ["", "localhost.", "a.localhost", "127.0.0.1.x", "x127.0.0.1", "128.0.0.1", "::1"].some(isLoopback),
    ).to.equal(false);
  });
});
