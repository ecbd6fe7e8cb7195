import { expect } from "chai";
import { isOwnOrigin, OwnHosts } from "../../../src/emulator/http/own-host.js";
import { InvalidArgumentError } from "../../../src/errors/invalid-argument-error.js";
import { thrown } from "../../client/thrown.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { admin } from "../admin/admin-client.js";
import { callForm, METHODS } from "../forms/form-call.js";
import { AUTH_CODE, call, closing, exchange, resultOf, VERSIONS } from "../wire.js";

describe("OwnHosts", () => {
  const own = (host: string | undefined, told = "127.0.0.1", localAddress = "127.0.0.1", allowed: string[] = []) =>
    new OwnHosts(told, allowed).has({ headers: host === undefined ? {} : { host }, socket: { localAddress } });

  it("accepts loopback names and addresses, with and without a port", () => {
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

  it("accepts its own host, and no other", () => {
    expect(own("desk.example:80", "Desk.Example")).to.equal(true);
    expect(own("[fe80::1]", "fe80::1")).to.equal(true);
    for (const host of ["attacker.example", "10.0.0.1", "localhost.attacker.example", "127.0.0.1.attacker.example"]) {
      expect(own(host, "desk.example"), host).to.equal(false);
    }
  });

  it("accepts the address of the connection if it listens on all addresses", () => {
    expect(own("192.168.1.5:4000", "0.0.0.0", "192.168.1.5")).to.equal(true);
    expect(own("192.168.1.5:4000", "::", "::ffff:192.168.1.5")).to.equal(true);
    expect(own("192.168.1.6:4000", "0.0.0.0", "192.168.1.5")).to.equal(false);
    expect(own("attacker.example", "0.0.0.0", "192.168.1.5")).to.equal(false);
    expect(own("0.0.0.0:4000", "0.0.0.0", "127.0.0.1")).to.equal(false);
  });

  it("accepts the allowed names, in any case and with any port", () => {
    const allowed = ["Rescue-Emulator", "192.0.2.7", "2001:DB8::1", "my_service"];
    for (const host of ["rescue-emulator:8080", "RESCUE-EMULATOR", "192.0.2.7:1", "[2001:db8::1]:80", "my_service"]) {
      expect(own(host, undefined, undefined, allowed), host).to.equal(true);
    }
    expect(own("rescue-emulator.example", undefined, undefined, allowed)).to.equal(false);
  });

  for (const name of ["http://desk.test", "desk.test:80", "a/b", "", "[::1]", "a b", 5]) {
    it(`does not allow ${JSON.stringify(name)}, which is not a host name`, () => {
      expect(() => new OwnHosts("127.0.0.1", ["desk.test", name as string]))
        .to.throw(InvalidArgumentError)
        .with.property("path", "allowedHosts[1]");
    });
  }

  it("refuses anything but a host", () => {
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

describe("an emulator that is called by another name", () => {
  const FOREIGN = { Host: "rebound.example" };

  /** The answer to a call in each form, and whether it closed its session. */
  async function closings(emulator: Emulator, headers: Record<string, string>) {
    const replies = [];
    for (const version of VERSIONS) {
      replies.push(await call(emulator.endpoint, "closeSession", closing(20000001, AUTH_CODE), { version, headers }));
      emulator.reset();
    }
    for (const method of METHODS) {
      const parameters = { session: "20000001", authcode: AUTH_CODE };
      replies.push(await callForm(emulator.endpoint, "closeSession", parameters, { method, headers }));
      emulator.reset();
    }
    const body = `iSession=20000001&sAuthCode=${AUTH_CODE}`;
    const form = { ...headers, "Content-Type": "application/x-www-form-urlencoded" };
    replies.push(await exchange(`${emulator.endpoint}?op=closeSession`, { headers: form, body }));
    emulator.reset();
    return replies;
  }

  it("refuses it over SOAP, in the forms and in the description, saying how to allow it", async () => {
    await using emulator = await startEmulator();
    for (const reply of await closings(emulator, FOREIGN)) {
      expect([reply.status, reply.headers["content-type"]]).to.deep.equal([421, "text/plain; charset=utf-8"]);
      expect(reply.body).to.contain("--allow-host").and.contain("allowedHosts").and.not.contain("rebound");
    }
    for (const path of ["/API/API.asmx?wsdl", "/API/API.asmx", "/", "/~desk/events", "/nowhere"]) {
      expect((await exchange(emulator.endpoint, { method: "GET", path, headers: FOREIGN })).status, path).to.equal(421);
    }
    expect(emulator.executions("closeSession")).to.equal(0);
    expect(emulator.log).to.deep.equal([]);
  });

  it("accepts this machine's names and allowed ones", async () => {
    await using emulator = await startEmulator({ allowedHosts: ["secure.logmeinrescue.com"] });
    for (const Host of [
      "localhost",
      "127.0.0.1:1",
      "[::1]",
      "secure.logmeinrescue.com",
      "Secure.LogMeInRescue.com:443",
    ]) {
      for (const reply of await closings(emulator, { Host })) expect(reply.body, Host).to.match(/OK/);
    }
    const allowed = { Host: "secure.logmeinrescue.com" };
    expect((await exchange(emulator.endpoint, { method: "GET", path: "/", headers: allowed })).status).to.equal(200);
  });

  it("accepts any name if other machines can reach it, except for the page, and warns", async () => {
    const warned = new Promise<Error>((resolve) => void process.once("warning", resolve));
    await using emulator = await startEmulator({ host: "0.0.0.0", admin: true });
    expect((await warned).message)
      .to.contain("whatever the Host header says")
      .and.contain("Its admin API listens there as well");
    for (const reply of await closings(emulator, FOREIGN)) expect(reply.body).to.match(/OK/);
    expect((await exchange(emulator.endpoint, { method: "GET", path: "/", headers: FOREIGN })).status).to.equal(421);
    const { url = "", token = "" } = emulator.admin ?? {};
    expect((await admin({ url, token }, "/logins", { headers: FOREIGN })).status).to.equal(200);
    expect((await admin({ url, token }, "/logins", { headers: FOREIGN, authorized: false })).status).to.equal(401);
  });

  it("refuses calls that a browser makes for a page of another site, under its own name too", async () => {
    await using emulator = await startEmulator();
    const headers = { Host: "localhost", "Sec-Fetch-Site": "cross-site" };
    for (const reply of await closings(emulator, headers)) expect(reply.status).to.equal(403);
    expect(emulator.executions("closeSession")).to.equal(0);
    for (const site of ["same-origin", "same-site", "none"]) {
      for (const reply of await closings(emulator, { ...headers, "Sec-Fetch-Site": site }))
        expect(reply.body, site).to.match(/OK/);
    }
    const page = await exchange(emulator.endpoint, { method: "GET", path: "/", headers });
    expect(page.status, "a link to the page").to.equal(200);
  });

  it("refuses an invalid allowed name, and does not listen", async () => {
    const error = await thrown(InvalidArgumentError, startEmulator({ allowedHosts: ["http://desk.test/"] }));
    expect(error.path).to.equal("allowedHosts[0]");
  });

  it("uses the address to which a name resolves: localhost is this machine only", async () => {
    await using emulator = await startEmulator({ host: "LOCALHOST" });
    const reply = await call(emulator.endpoint, "closeSession", closing(20000001, AUTH_CODE), { headers: FOREIGN });
    expect(reply.status).to.equal(421);
    expect(resultOf(await call(emulator.endpoint, "closeSession", closing(20000001, AUTH_CODE)))).to.match(/OK$/);
  });
});
