import { mock } from "node:test";
import { expect } from "chai";
import { CookieJar } from "tough-cookie";
import { Cookies, cookieValue } from "../../src/soap/cookies.js";
import { Deadline } from "../../src/soap/deadline.js";

const service = new URL("https://secure.logmeinrescue.com/API/API.asmx");

const unbounded = new Deadline("login", Number.POSITIVE_INFINITY);

function cookies(): Cookies {
  return new Cookies(new CookieJar());
}

describe("Cookies: what one login keeps", () => {
  it("gives back what came, to the address it came from", async () => {
    const kept = cookies();
    expect(await kept.header(service)).to.equal("");
    await kept.store(service, ["ASP.NET_SessionId=abc; path=/; HttpOnly"], unbounded);
    expect(await kept.header(service)).to.equal("ASP.NET_SessionId=abc");
  });

  it("takes each Set-Cookie line for itself", async () => {
    const kept = cookies();
    await kept.store(service, ["ASP.NET_SessionId=abc; path=/", "LabTicket=d,e f; path=/; HttpOnly"], unbounded);
    expect(await kept.header(service)).to.equal("ASP.NET_SessionId=abc; LabTicket=d,e f");
  });

  it("takes a new value in the place of the old", async () => {
    const kept = cookies();
    await kept.store(service, ["ASP.NET_SessionId=old; path=/"], unbounded);
    await kept.store(service, ["ASP.NET_SessionId=new; path=/"], unbounded);
    expect(await kept.header(service)).to.equal("ASP.NET_SessionId=new");
  });

  it("keeps what there is when an answer sets nothing", async () => {
    const kept = cookies();
    await kept.store(service, ["ASP.NET_SessionId=abc; path=/"], unbounded);
    await kept.store(service, [], unbounded);
    expect(await kept.header(service)).to.equal("ASP.NET_SessionId=abc");
  });

  it("never goes to another host", async () => {
    const kept = cookies();
    await kept.store(service, ["ASP.NET_SessionId=abc; path=/"], unbounded);
    for (const other of [
      "https://logmeinrescue.com/API/API.asmx",
      "https://evil.example/API/API.asmx",
      "https://a.secure.logmeinrescue.com/API/API.asmx",
      "https://secure.logmeinrescue.com.evil.example/API/API.asmx",
      "http://127.0.0.1/API/API.asmx",
    ]) {
      expect(await kept.header(new URL(other)), other).to.equal("");
    }
  });

  it("drops a cookie for another domain, and keeps the others of that answer", async () => {
    const kept = cookies();
    await kept.store(
      service,
      ["a=1; Domain=evil.example", "b=2; Domain=com", "=; ;;", "", "ASP.NET_SessionId=abc; path=/"],
      unbounded,
    );
    expect(await kept.header(new URL("https://evil.example/"))).to.equal("");
    expect(await kept.header(service)).to.equal("ASP.NET_SessionId=abc");
  });

  it("goes where its Path allows", async () => {
    const kept = cookies();
    await kept.store(service, ["here=1; Path=/API", "there=2; Path=/other"], unbounded);
    expect(await kept.header(service)).to.equal("here=1");
    expect(await kept.header(new URL("/API2/x", service))).to.equal("");
    expect(await kept.header(new URL("/other/x", service))).to.equal("there=2");
  });

  it("goes over https only when it is Secure", async () => {
    const kept = cookies();
    await kept.store(service, ["open=1; path=/", "closed=2; path=/; Secure"], unbounded);
    expect(await kept.header(service)).to.equal("open=1; closed=2");
    expect(await kept.header(new URL("http://secure.logmeinrescue.com/"))).to.equal("open=1");
  });

  it("goes to an emulator on this machine", async () => {
    for (const local of ["http://127.0.0.1:8080/API/API.asmx", "http://localhost:8080/API/API.asmx", "http://[::1]/"]) {
      const kept = cookies();
      await kept.store(new URL(local), ["ASP.NET_SessionId=abc; path=/; HttpOnly"], unbounded);
      expect(await kept.header(new URL(local)), local).to.equal("ASP.NET_SessionId=abc");
    }
  });

  describe("expiry", () => {
    beforeEach(() => mock.timers.enable({ apis: ["Date"], now: Date.UTC(2026, 10, 1) }));
    afterEach(() => mock.timers.reset());

    it("ends a cookie by Max-Age and by Expires", async () => {
      const kept = cookies();
      await kept.store(service, ["a=1; Max-Age=60", "b=2; Expires=Sun, 01 Nov 2026 00:02:00 GMT", "c=3"], unbounded);
      expect(await kept.header(service)).to.equal("a=1; b=2; c=3");
      mock.timers.setTime(Date.UTC(2026, 10, 1, 0, 1, 1));
      expect(await kept.header(service)).to.equal("b=2; c=3");
      mock.timers.setTime(Date.UTC(2026, 10, 1, 0, 2, 1));
      expect(await kept.header(service)).to.equal("c=3");
    });

    it("lets the service take a cookie away", async () => {
      const kept = cookies();
      await kept.store(service, ["ASP.NET_SessionId=abc; path=/"], unbounded);
      await kept.store(service, ["ASP.NET_SessionId=; path=/; expires=Mon, 11-Oct-1999 00:00:00 GMT"], unbounded);
      expect(await kept.header(service)).to.equal("");
    });
  });

  it("is one jar for all that share it: it can be another's", async () => {
    const jar = new CookieJar();
    await new Cookies(jar).store(service, ["ASP.NET_SessionId=abc; path=/"], unbounded);
    expect(await new Cookies(jar).header(service)).to.equal("ASP.NET_SessionId=abc");
    expect(await cookies().header(service)).to.equal("");
  });
});

describe("cookieValue: the secret in a Set-Cookie line", () => {
  for (const [line, value] of [
    ["ASP.NET_SessionId=abc; path=/; HttpOnly", "abc"],
    ['a="b c"; path=/', "b c"],
    ["a=", ""],
    ["no value at all", ""],
  ] as const) {
    it(`of ${line} is ${JSON.stringify(value)}`, () => expect(cookieValue(line)).to.equal(value));
  }
});
