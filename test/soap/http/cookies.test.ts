import { mock } from "node:test";
import { expect } from "chai";
import { CookieJar } from "tough-cookie";
import { Cookies, cookieValue } from "../../../src/soap/http/cookies.js";
import { Deadline } from "../../../src/soap/http/deadline.js";

const service = new URL("https://secure.logmeinrescue.com/API/API.asmx");

const unbounded = new Deadline("login", Number.POSITIVE_INFINITY);

function cookies(): Cookies {
  return new Cookies(new CookieJar());
}

describe("Cookies: what one login keeps", () => {
  it("sends cookies back to the address they came from", async () => {
    const kept = cookies();
    expect(await kept.header(service)).to.equal("");
    await kept.store(service, ["ASP.NET_SessionId=abc; path=/; HttpOnly"], unbounded);
    expect(await kept.header(service)).to.equal("ASP.NET_SessionId=abc");
  });

  it("reads each Set-Cookie line separately", async () => {
    const kept = cookies();
    await kept.store(service, ["ASP.NET_SessionId=abc; path=/", "LabTicket=d,e f; path=/; HttpOnly"], unbounded);
    expect(await kept.header(service)).to.equal("ASP.NET_SessionId=abc; LabTicket=d,e f");
  });

  it("replaces an old value by a new one", async () => {
    const kept = cookies();
    await kept.store(service, ["ASP.NET_SessionId=old; path=/"], unbounded);
    await kept.store(service, ["ASP.NET_SessionId=new; path=/"], unbounded);
    expect(await kept.header(service)).to.equal("ASP.NET_SessionId=new");
  });

  it("keeps its cookies when an answer sets none", async () => {
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

describe("Cookies: which are kept of a service that sets too many", () => {
  const LOGIN = "ASP.NET_SessionId=abc; path=/; HttpOnly";
  const flood = (count: number, from = 0, value = "x") =>
    Array.from({ length: count }, (_, index) => `c${from + index}=${value}; path=/`);
  const pairs = async (kept: Cookies) => (await kept.header(service)).split("; ");
  let warnings: string[];
  const onWarning = (warning: Error) => {
    if (warning.name === "RescueCookieWarning") warnings.push(warning.message);
  };
  /** Node emits warnings in the next turn. */
  const warned = () => new Promise<string[]>((resolve) => setImmediate(() => resolve(warnings)));

  beforeEach(() => {
    warnings = [];
    process.on("warning", onWarning);
  });
  afterEach(() => process.off("warning", onWarning));

  it("is 50 cookies, those that came first, and the login's among them", async () => {
    const kept = cookies();
    await kept.store(service, [LOGIN], unbounded);
    for (let reply = 0; reply < 10; reply += 1) await kept.store(service, flood(40, reply * 40), unbounded);
    expect(await pairs(kept)).to.have.length(50);
    expect((await pairs(kept))[0]).to.equal("ASP.NET_SessionId=abc");
    expect(await warned()).to.have.length(1);
    expect((await warned())[0]).to.match(/more cookies than are kept \(50 for a host/);
  });

  it("is counted over all paths, and over the domain above", async () => {
    const jar = new CookieJar();
    const kept = new Cookies(jar);
    for (let reply = 0; reply < 4; reply += 1) {
      const paths = Array.from({ length: 50 }, (_, index) => `a=1; path=/p${reply}-${index}`);
      await kept.store(service, paths, unbounded);
      await kept.store(
        service,
        flood(50, reply * 50).map((line) => `${line}; Domain=logmeinrescue.com`),
        unbounded,
      );
    }
    expect((await jar.serialize()).cookies).to.have.length(50);
  });

  it("excludes cookies of more than 4096 bytes, and lines of more than 8192", async () => {
    const kept = cookies();
    const long = (length: number) => "v".repeat(length);
    await kept.store(service, [`a=${long(4092)}`, `b=${long(4093)}`, `c=1; path=/${long(8200)}`, `d=2`], unbounded);
    expect((await pairs(kept)).map((pair) => pair.length)).to.deep.equal([4094, 3]);
    expect(await warned()).to.have.length(1);
  });

  it("is 8 KiB together, in however many replies", async () => {
    const kept = cookies();
    await kept.store(service, [LOGIN], unbounded);
    for (let reply = 0; reply < 120; reply += 1)
      await kept.store(service, flood(3, reply * 3, "v".repeat(900)), unbounded);
    const header = await kept.header(service);
    expect(header).to.match(/^ASP\.NET_SessionId=abc; /);
    expect(header.length).to.be.within(7_000, 8192);
  });

  it("is the new value of a cookie that is kept, while there is room for it", async () => {
    const kept = cookies();
    await kept.store(service, [LOGIN, ...flood(49)], unbounded);
    await kept.store(service, ["more=1; path=/", "ASP.NET_SessionId=def; path=/"], unbounded);
    expect((await pairs(kept))[0]).to.equal("ASP.NET_SessionId=def");
    for (const index of [1, 2, 3]) await kept.store(service, flood(1, index, "v".repeat(4000)), unbounded);
    const sizes = (await pairs(kept)).map((pair) => pair.length).filter((length) => length > 1000);
    expect(sizes).to.have.length(1);
  });

  it("is nothing beyond the first 50 lines of a reply", async () => {
    const kept = cookies();
    const refused = Array.from({ length: 50 }, () => "a=1; Domain=evil.example");
    await kept.store(service, [...refused, LOGIN], unbounded);
    expect(await kept.header(service)).to.equal("");
    expect(await warned()).to.have.length(1);
  });

  it("returns when cookies expire, and when the service removes them", async () => {
    const kept = cookies();
    await kept.store(service, flood(50), unbounded);
    await kept.store(
      service,
      flood(20).map((line) => `${line}; Max-Age=0`),
      unbounded,
    );
    await kept.store(service, [LOGIN], unbounded);
    expect(await pairs(kept))
      .to.have.length(31)
      .and.to.include("ASP.NET_SessionId=abc");
  });

  describe("when it logs in again", () => {
    it("starts with an empty jar where cookies were dropped, so that the login's is kept", async () => {
      const kept = new Cookies();
      await kept.store(service, [...flood(50), LOGIN], unbounded);
      await kept.makeRoom(service, unbounded);
      await kept.store(service, [LOGIN, ...flood(50)], unbounded);
      expect((await pairs(kept))[0]).to.equal("ASP.NET_SessionId=abc");
    });

    it("keeps its cookies where none was dropped", async () => {
      const kept = new Cookies();
      await kept.store(service, [LOGIN, ...flood(49)], unbounded);
      await kept.makeRoom(service, unbounded);
      expect(await pairs(kept)).to.have.length(50);
    });

    it("leaves the cookies of other hosts in a jar that is shared", async () => {
      const jar = new CookieJar();
      const elsewhere = ["https://other.example/", "https://logmeinrescue.com/"];
      for (const url of elsewhere) await jar.setCookie("theirs=1; path=/", url);
      await jar.setCookie("above=1; Domain=logmeinrescue.com; path=/", "https://logmeinrescue.com/");
      const kept = new Cookies(jar);
      await kept.store(service, flood(50), unbounded);
      await kept.makeRoom(service, unbounded);
      expect(await pairs(kept)).to.deep.equal(["above=1"]);
      for (const url of elsewhere) expect(await jar.getCookieString(url)).to.contain("theirs=1");
    });
  });

  it("sends 8 KiB of a jar that others have filled, and removes nothing from it", async () => {
    const jar = new CookieJar();
    await jar.setCookie(LOGIN, service.href);
    for (const line of flood(300, 0, "v".repeat(100))) await jar.setCookie(line, service.href);
    const kept = new Cookies(jar);
    const header = await kept.header(service);
    expect(header).to.match(/^ASP\.NET_SessionId=abc; /);
    expect(header.length).to.be.within(8_000, 8192);
    await kept.store(service, ["new=1"], unbounded);
    expect((await jar.getCookies(service.href)).length).to.equal(301);
    expect(await warned()).to.have.length(2);
  });

  it("reports as secrets the cookies sent and those stored since", async () => {
    const reported: (readonly string[])[] = [];
    const kept = new Cookies(new CookieJar(), (values) => reported.push(values));
    await kept.store(service, [LOGIN, "a=2; Domain=evil.example"], unbounded);
    await kept.header(service);
    await kept.store(service, ["ASP.NET_SessionId=def; path=/"], unbounded);
    await kept.header(service);
    // Unchanged: nothing new to report.
    await kept.header(service);
    expect(reported).to.deep.equal([["abc"], ["abc"], ["abc", "def"], ["def"]]);
  });
});

describe("cookieValue: the secret in a Set-Cookie line", () => {
  for (const [line, value] of [
    ["ASP.NET_SessionId=abc; path=/; HttpOnly", "abc"],
    ['a="b c"; path=/', "b c"],
    ["a=", ""],
    ['a=b"c"d; path=/', 'b"c"d'],
    ["a= b = c ; path=/", "b = c"],
    ["no value at all", ""],
  ] as const) {
    it(`of ${line} is ${JSON.stringify(value)}`, () => expect(cookieValue(line)).to.equal(value));
  }
});
