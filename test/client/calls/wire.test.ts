import { expect } from "chai";
import nock from "nock";
import { CookieJar } from "tough-cookie";
import { OutcomeUnknownError, ProtocolError, type SoapVersion } from "../../../src/index.js";
import { VERSION } from "../../../src/version.js";
import { VERSIONS } from "../../emulator/wire.js";
import { RescueClient } from "../../reference/service.js";
import { AUTH_CODE, SESSION } from "../guide-values.js";
import { answerInTurn, mockNetwork, PATH, result, type SentRequest, somebody, VENDOR } from "../mocked-service.js";
import { thrown } from "../thrown.js";

const ENVELOPE = {
  "1.1": "http://schemas.xmlsoap.org/soap/envelope/",
  "1.2": "http://www.w3.org/2003/05/soap-envelope",
} as const;
const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const SERVICE = `${VENDOR}${PATH}`;

/** The whole document that is sent around a body. */
function document(version: SoapVersion, body: string): string {
  return (
    `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE[version]}" xmlns:xsi="${XSI}"  ` +
    `xmlns:tns="${SERVICE}"><soap:Body>${body}</soap:Body></soap:Envelope>`
  );
}

function expectRequest(request: SentRequest | undefined, version: SoapVersion, operation: string, body: string): void {
  const expected = document(version, body);
  const action = `"${SERVICE}/${operation}"`;
  // How the connection is kept is the agent's business, and nock has its own.
  const { connection: _, cookie: __, ...headers } = request?.headers ?? {};
  expect(request?.method).to.equal("POST");
  expect(request?.url).to.equal(PATH);
  expect(request?.body).to.equal(expected);
  expect(headers).to.deep.equal({
    "accept-encoding": "gzip, deflate, br",
    "content-length": String(Buffer.byteLength(expected)),
    host: new URL(VENDOR).host,
    "user-agent": `rescue-soap-client/${VERSION}`,
    ...(version === "1.1"
      ? { "content-type": "text/xml; charset=utf-8", soapaction: action }
      : { "content-type": `application/soap+xml; charset=utf-8; action=${action}` }),
  });
}

for (const soap of VERSIONS) {
  describe(`on the wire, SOAP ${soap}`, () => {
    mockNetwork();

    const loginOk = (cookies: string | string[] = "ASP.NET_SessionId=abc; path=/; HttpOnly") =>
      result(soap, "login", "login_OK", { "Set-Cookie": cookies });
    const closeOk = (headers = {}) => result(soap, "closeSession", "closeSessionRet_OK", headers);
    const cookiesOf = (sent: readonly SentRequest[]) => sent.map(({ headers }) => headers.cookie);

    describe("the requests, byte for byte", () => {
      it("login, closeSession and logout", async () => {
        const sent = answerInTurn([loginOk(), closeOk(), result(soap, "logout", "logout_OK")]);
        const credentials = somebody();
        const rescue = new RescueClient({ credentials, soap });
        expect(rescue.endpoint).to.equal(SERVICE);
        await rescue.closeSession(SESSION);
        await rescue.logout();
        const [login, close, logout] = sent;
        expectRequest(
          login,
          soap,
          "login",
          `<login xmlns="${SERVICE}"><sEmail>${credentials.email}</sEmail><sPassword>secretPassword</sPassword></login>`,
        );
        expectRequest(
          close,
          soap,
          "closeSession",
          `<closeSession xmlns="${SERVICE}"><iSession>12345678</iSession></closeSession>`,
        );
        expect(logout?.body).to.match(/<soap:Body><logout xmlns="[^"]+"(?: ?\/>|><\/logout>)<\/soap:Body>/);
      });

      it("closeSession by auth code", async () => {
        const sent = answerInTurn([closeOk()]);
        await new RescueClient({ credentials: { authCode: AUTH_CODE }, soap }).closeSession(SESSION);
        expectRequest(
          sent[0],
          soap,
          "closeSession",
          `<closeSession xmlns="${SERVICE}"><iSession>12345678</iSession><sAuthCode>4ahx...80u0</sAuthCode></closeSession>`,
        );
        expect(sent[0]?.headers).not.to.have.property("cookie");
      });

      it("elements are sent in the schema's order, whatever the caller's order", async () => {
        const sent = answerInTurn([closeOk()]);
        const rescue = new RescueClient({ credentials: { authCode: "another" }, soap });
        await rescue.operations.closeSession({ sAuthCode: "own", iSession: 7 });
        expect(sent[0]?.body).to.contain("><iSession>7</iSession><sAuthCode>own</sAuthCode></closeSession>");
      });

      const escaped: readonly (readonly [what: string, password: string, onTheWire: string])[] = [
        ["& < > \" '", `a&b<c>d"e'f`, "a&amp;b&lt;c&gt;d&quot;e&apos;f"],
        ["what is escaped already", "&amp;&#65;", "&amp;amp;&amp;#65;"],
        ["line ends and tabs", "a\rb\nc\td\r\n", "a&#xD;b\nc\td&#xD;\n"],
        ["blanks at the ends", "  two  ", "  two  "],
        ["characters outside ASCII", "Pässwört-密碼-😀", "Pässwört-密碼-😀"],
        ["what looks like a CDATA section", "<![CDATA[x]]>", "&lt;![CDATA[x]]&gt;"],
        ["what looks like markup of ours", "</sPassword><x>", "&lt;/sPassword&gt;&lt;x&gt;"],
        ["dollar patterns of String.replace", "$&$1$'", "$&amp;$1$&apos;"],
      ];
      for (const [what, password, onTheWire] of escaped) {
        it(`a password with ${what}`, async () => {
          const sent = answerInTurn([loginOk()]);
          const credentials = somebody(password);
          await new RescueClient({ credentials, soap }).login();
          expectRequest(
            sent[0],
            soap,
            "login",
            `<login xmlns="${SERVICE}"><sEmail>${credentials.email}</sEmail><sPassword>${onTheWire}</sPassword></login>`,
          );
        });
      }
    });

    describe("cookies", () => {
      it("the login's cookie is sent with closeSession, and none with the login", async () => {
        const sent = answerInTurn([loginOk(), closeOk()]);
        await new RescueClient({ credentials: somebody(), soap }).closeSession(SESSION);
        expect(cookiesOf(sent)).to.deep.equal([undefined, "ASP.NET_SessionId=abc"]);
      });

      it("are never sent to another host, even from the same jar", async () => {
        const jar = new CookieJar();
        const other = "https://rescue.example";
        const sent = answerInTurn([loginOk(), closeOk()]);
        const elsewhere = answerInTurn([loginOk("ASP.NET_SessionId=theirs; path=/"), closeOk()], other);
        await new RescueClient({ credentials: somebody(), soap, jar }).closeSession(SESSION);
        const second = new RescueClient({ credentials: somebody(), soap, jar, endpoint: `${other}${PATH}` });
        await second.closeSession(SESSION);
        expect(cookiesOf(sent)).to.deep.equal([undefined, "ASP.NET_SessionId=abc"]);
        expect(cookiesOf(elsewhere)).to.deep.equal([undefined, "ASP.NET_SessionId=theirs"]);
      });

      it("a cookie for another domain is dropped", async () => {
        const sent = answerInTurn([
          loginOk(["a=1; Domain=rescue.example", "ASP.NET_SessionId=abc; path=/"]),
          closeOk(),
        ]);
        await new RescueClient({ credentials: somebody(), soap }).closeSession(SESSION);
        expect(cookiesOf(sent)[1]).to.equal("ASP.NET_SessionId=abc");
      });

      it("two Set-Cookie lines are two cookies", async () => {
        const sent = answerInTurn([
          loginOk(["ASP.NET_SessionId=abc; path=/", "LabTicket=d,e; path=/; HttpOnly"]),
          closeOk(),
        ]);
        await new RescueClient({ credentials: somebody(), soap }).closeSession(SESSION);
        expect(cookiesOf(sent)[1]).to.equal("ASP.NET_SessionId=abc; LabTicket=d,e");
      });

      it("one that changes with each answer is updated", async () => {
        const rotate = (value: number) => ({ "Set-Cookie": `Ticket=${value}; path=/` });
        const sent = answerInTurn([loginOk("Ticket=1; path=/"), closeOk(rotate(2)), closeOk(rotate(3)), closeOk()]);
        const rescue = new RescueClient({ credentials: somebody(), soap });
        for (const session of [1, 2, 3]) await rescue.closeSession(session);
        expect(cookiesOf(sent)).to.deep.equal([undefined, "Ticket=1", "Ticket=2", "Ticket=3"]);
      });

      it("of two clients stay apart", async () => {
        const sent = answerInTurn([
          loginOk("ASP.NET_SessionId=first; path=/"),
          loginOk("ASP.NET_SessionId=second; path=/"),
          closeOk(),
          closeOk(),
        ]);
        const clients = [1, 2].map(() => new RescueClient({ credentials: somebody(), soap }));
        for (const client of clients) await client.login();
        for (const client of clients) await client.closeSession(SESSION);
        expect(cookiesOf(sent).slice(2)).to.deep.equal(["ASP.NET_SessionId=first", "ASP.NET_SessionId=second"]);
      });
    });

    describe("redirects", () => {
      for (const status of [302, 307]) {
        const away = { status, headers: { Location: `https://elsewhere.example${PATH}` } };

        it(`${status} from login is an error, and nothing goes to the other host`, async () => {
          const elsewhere = nock("https://elsewhere.example").persist().post(PATH).reply(200).get(PATH).reply(200);
          answerInTurn([away]);
          const rescue = new RescueClient({ credentials: somebody(), soap });
          const error = await thrown(ProtocolError, rescue.closeSession(SESSION));
          expect(error).to.include({ status, code: "PROTOCOL", operation: "login", outcome: "not-sent" });
          expect(elsewhere.pendingMocks()).to.have.length(2);
          elsewhere.persist(false);
          nock.cleanAll();
        });

        it(`${status} from closeSession leaves the outcome unknown`, async () => {
          answerInTurn([away]);
          const rescue = new RescueClient({ credentials: { authCode: AUTH_CODE }, soap });
          const error = await thrown(OutcomeUnknownError, rescue.closeSession(SESSION));
          expect(error.cause).to.be.instanceOf(ProtocolError);
          expect(error.cause).to.include({ status });
        });
      }
    });
  });
}
