import { expect } from "chai";
import fc from "fast-check";
import type { SoapFault } from "../../../src/errors/soap-fault-error.js";
import type { ContractOperation } from "../../../src/soap/contract/contract.js";
import { SOAP_11_ENVELOPE, SOAP_12_ENVELOPE, XSI } from "../../../src/soap/contract/namespaces.js";
import type { SoapVersion } from "../../../src/soap/contract/soap-version.js";
import { decodeReply } from "../../../src/soap/message/decode-reply.js";
import { encodeMessage, writeMessage } from "../../../src/soap/message/encode.js";
import type { DecodedFields } from "../../../src/soap/message/message-plan.js";
import { type Reply, ReplyDecodeError } from "../../../src/soap/message/reply.js";
import { DRIFT_LIMIT, decodeStrictly } from "../../../src/soap/message/strict-decoder.js";
import { ATTRIBUTE_LIMIT, DEPTH_LIMIT } from "../../../src/soap/message/xml-limits.js";
import { readCapture } from "../../emulator/soap/captures.js";
import { envelope, ofService } from "../envelope.js";
import { sample } from "../sample-contract.js";
import { scalarValues, xmlTexts } from "../sample-values.js";
import { always } from "../seed.js";

const { login, logout, closeSession, getUsers, everyType } = sample.operations;

interface Asked {
  readonly operation?: ContractOperation;
  readonly version?: SoapVersion;
  readonly openElement?: string;
}

/** The reply, which the strict decoder has to read alike where the compiled reader has read it. */
function decode(text: string, { operation = login, version = "1.1", openElement }: Asked = {}): Reply {
  const expected = { contract: sample, operation, version, openElement };
  const reply = decodeReply(text, expected);
  expect(decodeStrictly(text, expected)).to.deep.equal(reply);
  return reply;
}

/** The response in an answer to `login`, unless another operation is asked. */
function response(text: string, asked?: Asked): DecodedFields {
  const reply = decode(text, asked);
  if (!reply.response) throw new Error("no response");
  return reply.response;
}

function fault(text: string, version: SoapVersion = "1.1"): SoapFault {
  const reply = decode(text, { version });
  expect(reply.response).to.equal(undefined);
  if (!reply.fault) throw new Error("no fault");
  return reply.fault;
}

function refusal(text: string, asked?: Asked): string {
  try {
    decode(text, asked);
  } catch (error) {
    if (error instanceof ReplyDecodeError) return error.message;
    throw error;
  }
  throw new Error("it was decoded");
}

const loginReply = (content: string, version?: SoapVersion) => envelope(ofService("loginResponse", content), version);
const OK = "<loginResult>login_OK</loginResult>";
const usersReply = (users: string) =>
  envelope(ofService("getUsersResponse", `<getUsersResult>getUsers_OK</getUsersResult>${users}`));
const users = (content: string, asked: Asked = {}) =>
  response(usersReply(`<aUsers>${content}</aUsers>`), { operation: getUsers, ...asked }).aUsers;

describe("decodeReply: a reply, read strictly", () => {
  describe("real replies", () => {
    const operations = [login, closeSession, logout];
    for (const name of ["mono-1.1", "mono-1.2", "php-1.1", "gsoap-1.1", "jaxws-1.1", "mono-two-cookies-1.1"]) {
      it(`${name}: login, closeSession and logout are OK`, () => {
        const version = name.endsWith("1.2") ? "1.2" : "1.1";
        const replies = readCapture(name).map(({ reply }, index) =>
          decode(reply.body, { version, operation: operations[index] as ContractOperation }),
        );
        expect(replies).to.deep.equal([
          { response: { loginResult: "login_OK" }, drift: [] },
          { response: { closeSessionResult: "closeSessionRet_OK" }, drift: [] },
          { response: { logoutResult: "logout_OK" }, drift: [] },
        ]);
      });
    }

    for (const [name, version, faultCode] of [
      ["mono-fault-1.1", "1.1", "soap:Server"],
      ["mono-fault-1.2", "1.2", "soap:Receiver"],
    ] as const) {
      it(`${name}: an exception is a fault`, () => {
        const body = readCapture(name)[1]?.reply.body ?? "";
        expect(decode(body, { version, operation: closeSession })).to.deep.equal({
          fault: {
            faultCode,
            faultString: 'Server was unable to process request. ---> lab: exception <in> a "session" & more',
          },
          drift: [],
        });
      });
    }
  });

  describe("faults", () => {
    it("of SOAP 1.1, with detail as XML", () => {
      const detail = '<detail> <e:x xmlns:e="urn:e" a="1 &lt; &quot;2&quot;">5 &lt; 6<![CDATA[&]]><y/></e:x> </detail>';
      const text =
        "<soap:Fault><faultcode> soap:Server </faultcode><faultstring> It &amp; <![CDATA[<that>]]></faultstring>" +
        `<faultactor>urn:a</faultactor>${detail}</soap:Fault>`;
      expect(fault(envelope(text))).to.deep.equal({
        faultCode: "soap:Server",
        faultString: " It & <that>",
        detail: '<x xmlns:e="urn:e" a="1 &lt; &quot;2&quot;">5 &lt; 6&amp;<y></y></x>',
      });
    });

    it("of SOAP 1.2, with subcodes, the first reason and detail", () => {
      const text =
        "<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value><soap:Subcode><soap:Value>a:b</soap:Value>" +
        "<soap:Subcode><soap:Value>a:c</soap:Value></soap:Subcode></soap:Subcode></soap:Code>" +
        '<soap:Reason><soap:Text xml:lang="en">no</soap:Text><soap:Text xml:lang="de">nein</soap:Text></soap:Reason>' +
        "<soap:Node>urn:n</soap:Node><soap:Detail><x>y</x></soap:Detail></soap:Fault>";
      expect(fault(envelope(text, "1.2"), "1.2")).to.deep.equal({
        faultCode: "soap:Sender/a:b/a:c",
        faultString: "no",
        detail: "<x>y</x>",
      });
    });

    it("of SOAP 1.1 whose parts are qualified by a default namespace", () => {
      const text =
        `<Envelope xmlns="${SOAP_11_ENVELOPE}"><Body><Fault><faultcode>Client</faultcode>` +
        "<faultstring>no</faultstring></Fault></Body></Envelope>";
      expect(fault(text)).to.deep.equal({ faultCode: "Client", faultString: "no" });
    });

    it("without a faultstring have an empty one", () => {
      expect(fault(envelope("<soap:Fault><faultcode>x</faultcode></soap:Fault>"))).to.deep.equal({
        faultCode: "x",
        faultString: "",
      });
    });

    it("take their parts by place and namespace, not by name alone", () => {
      const inside = '<detail><faultcode>y</faultcode></detail><o:faultstring xmlns:o="urn:o">no</o:faultstring>';
      expect(fault(envelope(`<soap:Fault><faultcode>x</faultcode>${inside}</soap:Fault>`))).to.deep.equal({
        faultCode: "x",
        faultString: "",
        detail: "<faultcode>y</faultcode>",
      });
    });

    it("are cut where they are long", () => {
      const long = "x&amp;".repeat(20_000);
      const text = `<faultcode>x</faultcode><faultstring>${long}</faultstring><detail><a>${long}</a></detail>`;
      const read = fault(envelope(`<soap:Fault>${text}</soap:Fault>`));
      expect(read.faultString).to.have.length(16 * 1024);
      expect(read.detail).to.have.length(16 * 1024);
    });

    it("without a code are refused", () => {
      expect(refusal(envelope("<soap:Fault><faultstring>x</faultstring></soap:Fault>"))).to.contain("without a code");
      const parts = "<faultcode>soap:Server</faultcode><faultstring>x</faultstring>";
      expect(refusal(envelope(`<soap:Fault>${parts}</soap:Fault>`, "1.2"), { version: "1.2" })).to.contain(
        "without a code",
      );
    });

    it("of the other version, or without a namespace, are refused", () => {
      const parts = "<faultcode>x</faultcode>";
      expect(refusal(envelope(`<Fault>${parts}</Fault>`))).to.contain("does not hold loginResponse");
      expect(refusal(envelope(`<f:Fault xmlns:f="${SOAP_12_ENVELOPE}">${parts}</f:Fault>`))).to.contain(
        "does not hold loginResponse",
      );
    });

    it("must stand alone in the body", () => {
      const alone = "<soap:Fault><faultcode>x</faultcode></soap:Fault>";
      expect(refusal(envelope(alone + alone))).to.contain("more than one element");
      expect(refusal(envelope(alone + ofService("loginResponse", OK)))).to.contain("more than one element");
      expect(refusal(envelope(ofService("loginResponse", OK) + alone))).to.contain("more than one element");
    });
  });

  describe("the envelope", () => {
    it("may use any prefix, or none", () => {
      const prefixed =
        `<S:Envelope xmlns:S="${SOAP_11_ENVELOPE}" xmlns:r="${sample.namespace}"><S:Header/><S:Body>` +
        "<r:loginResponse><r:loginResult>login_OK</r:loginResult></r:loginResponse></S:Body></S:Envelope>";
      const bare = `<Envelope xmlns="${SOAP_11_ENVELOPE}">\n <Body>\n ${ofService("loginResponse", ` ${OK}\n`)} </Body>\n</Envelope>\n`;
      for (const text of [prefixed, bare]) expect(response(text)).to.deep.equal({ loginResult: "login_OK" });
    });

    it("may redeclare a prefix in a nested element", () => {
      const text =
        `<p:Envelope xmlns:p="${SOAP_11_ENVELOPE}"><p:Body><p:loginResponse xmlns:p="${sample.namespace}">` +
        "<p:loginResult>login_OK</p:loginResult></p:loginResponse></p:Body></p:Envelope>";
      expect(response(text)).to.deep.equal({ loginResult: "login_OK" });
    });

    it("may have headers that need not be understood, and attributes", () => {
      const header =
        '<soap:Header><h:a xmlns:h="urn:h" soap:mustUnderstand="0"><h:b>text</h:b></h:a><c mustUnderstand="1"/>' +
        '<d xmlns:x="urn:x" x:mustUnderstand="1"/></soap:Header>';
      const text = envelope(ofService("loginResponse", OK), "1.1", header).replace("<soap:Body>", '<soap:Body id="1">');
      expect(decode(text)).to.deep.equal({ response: { loginResult: "login_OK" }, drift: [] });
    });

    for (const [version, word] of [
      ["1.1", "1"],
      ["1.2", "true"],
      ["1.2", "1"],
    ] as const) {
      it(`must not have a header that must be understood (SOAP ${version}, ${word})`, () => {
        const header = `<soap:Header><h:a xmlns:h="urn:h" soap:mustUnderstand="${word}"/></soap:Header>`;
        const text = envelope(ofService("loginResponse", OK), version, header);
        expect(refusal(text, { version })).to.contain("must be understood");
      });
    }

    const good = loginReply(OK);
    const refused: readonly (readonly [what: string, text: string, reason: string])[] = [
      ["the envelope of another version", loginReply(OK, "1.2"), "not a SOAP 1.1 envelope"],
      ["an envelope of no namespace", "<Envelope><Body/></Envelope>", "not a SOAP 1.1 envelope"],
      ["another root", "<html><body>login_OK</body></html>", "not a SOAP 1.1 envelope"],
      ["the answer without an envelope", ofService("loginResponse", OK), "not a SOAP 1.1 envelope"],
      ["no body", envelope("").replace("<soap:Body></soap:Body>", ""), "no soap:Body"],
      ["an empty body", envelope(" \n"), "empty soap:Body"],
      ["a second body", good.replace("</soap:Envelope>", "<soap:Body/></soap:Envelope>"), "something other"],
      [
        "a header after the body",
        good.replace("</soap:Envelope>", "<soap:Header/></soap:Envelope>"),
        "something other",
      ],
      ["a body of no namespace", good.replaceAll("soap:Body", "Body"), "something other"],
      ["a foreign element beside the body", good.replace("<soap:Body>", "<x/><soap:Body>"), "something other"],
      ["text beside the body", good.replace("<soap:Body>", "x<soap:Body>"), "text where only elements"],
      ["text beside the response", good.replace("<soap:Body>", "<soap:Body>login_OK"), "text where only elements"],
      [
        "CDATA beside the response",
        good.replace("<soap:Body>", "<soap:Body><![CDATA[x]]>"),
        "text where only elements",
      ],
      ["the answer to another operation", envelope(ofService("logoutResponse", OK)), "does not hold loginResponse"],
      ["the request", envelope(ofService("login", "")), "does not hold loginResponse"],
      ["a response of no namespace", envelope(`<loginResponse>${OK}</loginResponse>`), "does not hold loginResponse"],
      [
        "a response of another namespace",
        envelope(`<loginResponse xmlns="${sample.namespace}/">${OK}</loginResponse>`),
        "does not hold loginResponse",
      ],
      ["two responses", envelope(ofService("loginResponse", OK).repeat(2)), "more than one element"],
      ["another element after it", envelope(`${ofService("loginResponse", OK)}<x/>`), "more than one element"],
      ["a DOCTYPE", `<!DOCTYPE x>${good}`, "DOCTYPE"],
      ["a DOCTYPE behind the declaration", good.replace("?>", "?><!DOCTYPE x>"), "DOCTYPE"],
      ["a billion laughs", good.replace("?>", '?><!DOCTYPE x [<!ENTITY a "&b;&b;">]>'), "DOCTYPE"],
      ["a processing instruction", good.replace("<soap:Body>", "<soap:Body><?x y?>"), "processing instruction"],
      ["an undefined entity", loginReply("<loginResult>&nbsp;</loginResult>"), "not well-formed"],
      ["an undeclared prefix", loginReply("<x:loginResult>login_OK</x:loginResult>"), "prefix"],
      ["an undeclared prefix in what is skipped", loginReply(`${OK}<a><x:b/></a>`), "prefix"],
      ["a forbidden character", loginReply("<loginResult>\u0001</loginResult>"), "not well-formed"],
      ["a reference to one", loginReply("<loginResult>&#0;</loginResult>"), "not well-formed"],
      ["one that XML 1.1 would allow", good.replace("1.0", "1.1").replace("login_OK", "&#1;"), "not well-formed"],
      ["crossed tags", good.replace("</soap:Body></soap:Envelope>", "</soap:Envelope></soap:Body>"), "not well-formed"],
      ["a second document", good + good, "not well-formed"],
      ["text behind it", `${good}x`, "not well-formed"],
      ["an attribute twice", good.replace("<soap:Body>", '<soap:Body a="1" a="2">'), "not well-formed"],
      ["plain text", "login_OK", "not well-formed"],
      ["JSON", '{"loginResult":"login_OK"}', "not well-formed"],
      ["nothing", "", "not well-formed"],
    ];
    for (const [what, text, reason] of refused) {
      it(`is refused with ${what}`, () => {
        expect(refusal(text)).to.contain(reason);
      });
    }

    it("is read alike with a comment anywhere", () => {
      const text = `<!-- a -->${loginReply("<!-- b --><loginResult>login_<!-- c -->OK</loginResult>").slice(38)}<!-- d -->`;
      expect(response(text)).to.deep.equal({ loginResult: "login_OK" });
    });
  });

  describe("values", () => {
    it("keep empty strings and blanks; a missing optional one is absent", () => {
      const user = (content: string) => (users(`<USER><iNodeID>1</iNodeID>${content}</USER>`) as DecodedFields).USER;
      expect(user("<sName></sName><sNote/>")).to.deep.equal([{ iNodeID: 1, sName: "", sNote: "" }]);
      expect(user("<sName> \n a  b\t</sName>")).to.deep.equal([{ iNodeID: 1, sName: " \n a  b\t" }]);
      expect(user("")).to.deep.equal([{ iNodeID: 1 }]);
    });

    it("join text, CDATA, entities and character references", () => {
      const name = "a&lt;b&amp;&quot;&apos;<![CDATA[<x>&amp;]]>]]&gt;&#x1F600;&#13;<!-- no -->é";
      expect(users(`<USER><iNodeID>1</iNodeID><sName>${name}</sName></USER>`)).to.deep.equal({
        USER: [{ iNodeID: 1, sName: "a<b&\"'<x>&amp;]]>\u{1F600}\ré" }],
      });
    });

    it("read line ends as XML does", () => {
      expect(users("<USER><iNodeID>1</iNodeID><sName>a\r\nb\rc</sName></USER>")).to.deep.equal({
        USER: [{ iNodeID: 1, sName: "a\nb\nc" }],
      });
    });

    for (const text of ["2147483648", "-2147483649", "", " ", "12abc", "1.0", "0x1", "1e1", "<![CDATA[]]>", "true"]) {
      it(`refuse ${JSON.stringify(text)} as an int`, () => {
        expect(
          refusal(usersReply(`<aUsers><USER><iNodeID>${text}</iNodeID></USER></aUsers>`), { operation: getUsers }),
        ).to.equal("the reply holds a value in iNodeID that is not xs:int");
      });
    }

    for (const text of ["login_Unheard", "", "login_ok", " login_OK", "login_OK\n", "constructor", "__proto__"]) {
      it(`refuse ${JSON.stringify(text)} as a member of an enumeration`, () => {
        expect(refusal(loginReply(`<loginResult>${text}</loginResult>`))).to.equal(
          "the reply holds a value in loginResult that is not loginRet",
        );
      });
      it(`take ${JSON.stringify(text)} where the caller judges it`, () => {
        expect(
          response(loginReply(`<loginResult>${text}</loginResult>`), { openElement: "loginResult" }),
        ).to.deep.equal({ loginResult: text });
      });
    }

    it("refuse elements in a simple value", () => {
      expect(refusal(loginReply("<loginResult>login_OK<b/></loginResult>"))).to.equal(
        "the reply has elements inside loginResult, which is loginRet",
      );
    });

    it("refuse text in a complex value", () => {
      expect(refusal(usersReply("<aUsers>none</aUsers>"), { operation: getUsers })).to.contain("text where only");
    });

    it("are judged by the caller in the response itself only, not where the name comes again further in", () => {
      const operation: ContractOperation = {
        ...getUsers,
        response: {
          ...getUsers.response,
          fields: [{ name: "iNodeID", type: "loginRet" }, ...getUsers.response.fields],
        },
      };
      const reply = (inner: string) =>
        envelope(
          ofService(
            "getUsersResponse",
            `<iNodeID>any</iNodeID><getUsersResult>getUsers_OK</getUsersResult>` +
              `<aUsers><USER><iNodeID>${inner}</iNodeID></USER></aUsers>`,
          ),
        );
      const asked = { operation, openElement: "iNodeID" };
      expect(response(reply("5"), asked)).to.include({ iNodeID: "any" });
      expect(refusal(reply("any"), asked)).to.contain("iNodeID that is not xs:int");
    });
  });

  describe("required elements", () => {
    it("is missed by its name", () => {
      expect(refusal(loginReply(""))).to.equal("the reply lacks loginResult");
      expect(refusal(envelope(`<loginResponse xmlns="${sample.namespace}"/>`))).to.equal("the reply lacks loginResult");
    });
    it("is missed further in too", () => {
      const text = usersReply("<aUsers><USER><sName>x</sName></USER></aUsers>");
      expect(refusal(text, { operation: getUsers })).to.equal("the reply lacks iNodeID in USER");
    });
    it("is not there in another namespace", () => {
      expect(refusal(loginReply(OK.replace("<loginResult", '<loginResult xmlns=""')))).to.contain("lacks loginResult");
    });
    it("is there once", () => {
      expect(refusal(loginReply(OK + OK))).to.equal("the reply holds loginResult twice");
      expect(refusal(usersReply("<aUsers/><aUsers/>"), { operation: getUsers })).to.equal(
        "the reply holds aUsers twice",
      );
    });
    it("may come in any order", () => {
      const text = ofService("getUsersResponse", "<aUsers/><getUsersResult>getUsers_OK</getUsersResult>");
      expect(response(envelope(text), { operation: getUsers })).to.deep.equal({
        getUsersResult: "getUsers_OK",
        aUsers: { USER: [] },
      });
    });
  });

  describe("arrays", () => {
    const one = "<USER><iNodeID>1</iNodeID></USER>";
    it("are arrays whether none, one or many were received", () => {
      expect(users("")).to.deep.equal({ USER: [] });
      expect(users(one)).to.deep.equal({ USER: [{ iNodeID: 1 }] });
      expect(users(one + one.replace("1", "2"))).to.deep.equal({ USER: [{ iNodeID: 1 }, { iNodeID: 2 }] });
    });
    it("are each their own", () => {
      const [first, second] = [users(""), users("")] as DecodedFields[];
      expect(first?.USER).not.to.equal(second?.USER);
    });
    it("are absent with the optional element around them", () => {
      expect(response(usersReply(""), { operation: getUsers })).to.deep.equal({ getUsersResult: "getUsers_OK" });
    });
    it("hold null for xsi:nil", () => {
      expect(users(`${one}<USER xsi:nil="true"/>${one}`)).to.deep.equal({
        USER: [{ iNodeID: 1 }, null, { iNodeID: 1 }],
      });
    });
    it("of many thousands are read", () => {
      expect((users(one.repeat(50_000)) as DecodedFields).USER).to.have.length(50_000);
    });
  });

  describe("xsi:nil", () => {
    const user = (attribute: string, content = "") => `<USER ${attribute}>${content}</USER>`;
    for (const attribute of ['xsi:nil="true"', 'xsi:nil="1"', 'xsi:nil=" true "', `n:nil="true" xmlns:n="${XSI}"`]) {
      it(`${attribute} is null`, () => expect(users(user(attribute))).to.deep.equal({ USER: [null] }));
    }
    it('"false" and "0" are not', () => {
      for (const word of ["false", "0"]) {
        expect(users(user(`xsi:nil="${word}"`, "<iNodeID>1</iNodeID>"))).to.deep.equal({ USER: [{ iNodeID: 1 }] });
      }
    });
    it("is refused when it is not a boolean", () => {
      expect(refusal(usersReply(`<aUsers>${user('xsi:nil="yes"')}</aUsers>`), { operation: getUsers })).to.contain(
        "not a boolean",
      );
    });
    it("is refused where nothing is nillable", () => {
      expect(refusal(loginReply('<loginResult xsi:nil="true"/>'))).to.equal(
        "the reply has xsi:nil on loginResult, which is not nillable",
      );
      expect(refusal(usersReply('<aUsers xsi:nil="true"/>'), { operation: getUsers })).to.contain("not nillable");
    });
    it("is refused with content", () => {
      for (const content of ["<iNodeID>1</iNodeID>", "x"]) {
        const text = usersReply(`<aUsers>${user('xsi:nil="true"', content)}</aUsers>`);
        expect(() => decode(text, { operation: getUsers })).to.throw(ReplyDecodeError);
      }
      expect(users(user('xsi:nil="true"', " \n"))).to.deep.equal({ USER: [null] });
    });
    it("of another namespace is an unknown attribute", () => {
      const text = usersReply(`<aUsers>${user('n:nil="true" xmlns:n="urn:n"', "<iNodeID>1</iNodeID>")}</aUsers>`);
      expect(decode(text, { operation: getUsers }).drift).to.deep.equal(["aUsers/USER/@n:nil"]);
    });
  });

  describe("drift: what the contract does not know", () => {
    it("is skipped with its content, and reported", () => {
      const text = loginReply(`${OK}<sNew a="1">text<b><loginResult>x</loginResult></b></sNew>`);
      expect(decode(text)).to.deep.equal({ response: { loginResult: "login_OK" }, drift: ["sNew"] });
    });
    it("is reported by its path", () => {
      const text = usersReply("<aUsers><USER><iNodeID>1</iNodeID><sNew/></USER></aUsers>");
      expect(decode(text, { operation: getUsers }).drift).to.deep.equal(["aUsers/USER/sNew"]);
    });
    it("is a known name in another namespace", () => {
      expect(decode(loginReply(`${OK}<loginResult xmlns="urn:x">login_Error</loginResult>`))).to.deep.equal({
        response: { loginResult: "login_OK" },
        drift: ["loginResult"],
      });
    });
    it("is an unknown attribute, but not xmlns, xsi:type or xsi:nil", () => {
      const text = loginReply(
        '<loginResult new="1" xsi:schemaLocation="x" xsi:type="xsd:string" xmlns:q="urn:q" q:x="" xsi:nil="0">login_OK</loginResult>',
      );
      expect(decode(text).drift).to.deep.equal([
        "loginResult/@new",
        "loginResult/@xsi:schemaLocation",
        "loginResult/@q:x",
      ]);
    });
    it("is reported once for each name, and for twenty names at most", () => {
      expect(decode(loginReply(OK + "<sNew/>".repeat(5))).drift).to.deep.equal(["sNew"]);
      const many = Array.from({ length: 1000 }, (_, index) => `<s${index}/>`).join("");
      const { drift } = decode(loginReply(many + OK));
      expect(drift).to.have.length(DRIFT_LIMIT);
      expect(drift[0]).to.equal("s0");
    });

    it("reports the length of a name that is too long, and not the name", () => {
      const name = `${"p".repeat(150)}planted-secret${"s".repeat(100)}`;
      expect(decode(loginReply(`${OK}<${name}/>`)).drift).to.deep.equal(["(a name of 264 characters)"]);
    });
  });

  describe("names of Object.prototype", () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"]) {
      it(`${name} is a name like any other`, () => {
        const before = Object.getOwnPropertyNames(Object.prototype);
        const toStringBefore = Object.prototype.toString;
        const inner = `<${name} ${name}="1"><polluted>1</polluted></${name}>`;
        const header = `<soap:Header><${name} ${name}="1"/></soap:Header>`;
        const text = envelope(
          ofService(
            "getUsersResponse",
            `${inner}<getUsersResult ${name}="1">getUsers_OK</getUsersResult>` +
              `<aUsers>${inner}<USER>${inner}<iNodeID>1</iNodeID></USER></aUsers>`,
          ),
          "1.1",
          header,
        );
        const reply = decode(text, { operation: getUsers });
        expect(reply).to.deep.equal({
          response: { getUsersResult: "getUsers_OK", aUsers: { USER: [{ iNodeID: 1 }] } },
          drift: [name, `getUsersResult/@${name}`, `aUsers/${name}`, `aUsers/USER/${name}`],
        });
        expect(Object.getPrototypeOf(reply.response)).to.equal(Object.prototype);
        expect(Object.getOwnPropertyNames(Object.prototype)).to.deep.equal(before);
        expect(Object.prototype.toString).to.equal(toStringBefore);
        expect(Object.prototype.constructor).to.equal(Object);
        expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
      });
      it(`${name} is no response, no prefix and no fault part`, () => {
        expect(refusal(envelope(ofService(name, OK)))).to.contain("does not hold loginResponse");
        expect(refusal(loginReply(`<${name}:loginResult>login_OK</${name}:loginResult>`))).to.contain("prefix");
        const read = fault(
          envelope(`<soap:Fault><${name}>x</${name}><faultcode>c</faultcode><detail><${name}/></detail></soap:Fault>`),
        );
        expect(read).to.deep.equal({ faultCode: "c", faultString: "", detail: `<${name}></${name}>` });
      });
    }
  });

  describe("bounds", () => {
    const inside = (depth: number) => "<x>".repeat(depth) + "</x>".repeat(depth);
    it(`accepts ${DEPTH_LIMIT} levels and no more`, () => {
      expect(decode(loginReply(OK + inside(DEPTH_LIMIT - 3))).drift).to.deep.equal(["x"]);
      expect(refusal(loginReply(OK + inside(DEPTH_LIMIT - 2)))).to.contain(`deeper than ${DEPTH_LIMIT}`);
      expect(refusal("<x>".repeat(100_000))).to.be.a("string");
      expect(refusal(loginReply("<x>".repeat(100_000)))).to.contain("deeper");
    });
    it("bounds the depth of faults and of types that hold themselves too", () => {
      expect(refusal(envelope(`<soap:Fault><detail>${inside(80)}</detail></soap:Fault>`))).to.contain("deeper");
      const text = envelope(ofService("everyTypeResponse", `<oOwner>${"<aoChild>".repeat(80)}`));
      expect(refusal(text, { operation: everyType })).to.contain("deeper");
    });
    it(`accepts ${ATTRIBUTE_LIMIT} attributes on an element and no more`, () => {
      const list = (count: number) => Array.from({ length: count }, (_, index) => `a${index}=""`).join(" ");
      expect(response(loginReply(`${OK}<x ${list(ATTRIBUTE_LIMIT)}/><x ${list(ATTRIBUTE_LIMIT)}/>`))).to.deep.equal({
        loginResult: "login_OK",
      });
      expect(refusal(loginReply(`${OK}<x ${list(ATTRIBUTE_LIMIT + 1)}/>`))).to.contain("more than 64 attributes");
      expect(refusal(loginReply(`${OK}<x ${list(200_000)}/>`))).to.contain("more than 64 attributes");
    });
  });

  describe("messages", () => {
    it("quote nothing of a reply but names of the contract", () => {
      const secret = "hunter2";
      for (const text of [
        loginReply(`<loginResult>${secret}</loginResult>`),
        loginReply(`<loginResult ${secret}="&${secret};"/>`),
        loginReply(`<${secret}:a/>`),
        envelope(`<${secret}/>`),
        `<${secret}/>`,
        secret,
        loginReply(`${OK}${secret}`),
        loginReply(`<loginResult xsi:nil="${secret}"/>`),
        loginReply(`<loginResult><${secret}/></loginResult>`),
        loginReply(`<${secret}>`),
        `<!DOCTYPE ${secret}>`,
        loginReply(`<?${secret}?>`),
      ]) {
        expect(refusal(text)).not.to.contain(secret);
      }
    });
  });

  describe("a damaged reply", () => {
    const text = envelope(
      ofService(
        "getUsersResponse",
        "<getUsersResult>getUsers_OK</getUsersResult><aUsers><USER><iNodeID>12345</iNodeID><sName>é\u{1F600} &amp; " +
          '<![CDATA[<x>]]></sName></USER><USER xsi:nil="true" /><!-- c --><sNew a="1">x</sNew></aUsers>',
      ),
      "1.1",
      "<soap:Header><h/></soap:Header>",
    );
    const asked = { operation: getUsers };
    const value = {
      getUsersResult: "getUsers_OK",
      aUsers: { USER: [{ iNodeID: 12345, sName: "é\u{1F600} & <x>" }, null] },
    };

    it("is refused when it is cut off at any byte", () => {
      const bytes = Buffer.from(text);
      expect(response(text, asked)).to.deep.equal(value);
      for (let length = 0; length < bytes.length; length += 1) {
        expect(refusal(bytes.subarray(0, length).toString(), asked), String(length)).to.be.a("string");
      }
    });

    it("is refused when a fault is cut off at any byte", () => {
      const bytes = readCapture("mono-fault-1.2")[1]?.reply.body ?? "";
      expect(decode(bytes, { version: "1.2" }).fault).to.be.an("object");
      for (let length = 0; length < bytes.length; length += 1) {
        expect(refusal(bytes.slice(0, length), { version: "1.2" }), String(length)).to.be.a("string");
      }
    });

    it("is refused with a ReplyDecodeError or read, with pieces changed, left out or put in: never another error", () => {
      const pieces = fc.constantFrom(
        "<",
        ">",
        "&",
        "/",
        '"',
        "]]>",
        "\0",
        "\ud800",
        " ",
        "x",
        ":",
        "<x>",
        "<USER>",
        "9",
        "",
      );
      const edits = fc.array(fc.tuple(fc.nat(text.length), fc.nat(8), pieces), { minLength: 1, maxLength: 4 });
      const damage = edits.map((list) =>
        list.reduce((given, [at, length, piece]) => given.slice(0, at) + piece + given.slice(at + length), text),
      );
      always(
        damage,
        (given) => {
          try {
            expect(decode(given, asked)).to.have.property("drift");
          } catch (error) {
            expect(error).to.be.instanceOf(ReplyDecodeError);
          }
        },
        2000,
      );
    });

    it("is refused with a ReplyDecodeError when it is any text at all", () => {
      always(fc.oneof(xmlTexts, fc.string({ unit: "binary" })), (given) => {
        expect(refusal(given)).to.be.a("string");
      });
    });
  });

  describe("an encoded message", () => {
    const scalars = Object.fromEntries(
      everyType.request.fields
        .filter((field) => Object.hasOwn(scalarValues, field.type) && !("min" in field) && !("nillable" in field))
        .map((field) => [field.name, scalarValues[field.type] as fc.Arbitrary<unknown>]),
    );
    // A person of at most this many generations.
    const people = (generations: number): fc.Arbitrary<object> =>
      fc.record(
        {
          sName: xmlTexts,
          iAge: fc.nat(255),
          aoChild: generations > 1 ? fc.array(people(generations - 1), { maxLength: 2 }) : fc.constant([]),
        },
        { requiredKeys: ["sName", "aoChild"] },
      );
    const values = fc.record(
      {
        ...scalars,
        eColour: fc.constantFrom(...sample.enums.COLOUR),
        oOwner: people(3),
        aoFriend: fc.array(fc.option(people(2)), { maxLength: 3 }),
        asWord: fc.array(xmlTexts, { maxLength: 3 }),
        aiPair: fc.array(fc.option(scalarValues["xs:int"] as fc.Arbitrary<unknown>), { maxLength: 2 }),
        iNillable: fc.option(scalarValues["xs:int"] as fc.Arbitrary<unknown>),
        oNillable: fc.option(people(2)),
        sOptional: xmlTexts,
      },
      {
        requiredKeys: everyType.request.fields.map(({ name }) => name).filter((name) => name !== "sOptional") as never,
      },
    );

    for (const version of ["1.1", "1.2"] as const) {
      it(`is decoded to the same values, of every type (SOAP ${version})`, () => {
        always(values, (given) => {
          const encoded = encodeMessage(sample, everyType.response, given, "everyType");
          const text = envelope(writeMessage(sample, everyType.response, encoded), version);
          expect(decode(text, { operation: everyType, version })).to.deep.equal({ response: { ...given }, drift: [] });
        });
      });
    }
  });

  describe("in pieces, with a long text", () => {
    const report: ContractOperation = {
      soapAction: "report",
      request: { element: "report", fields: [] },
      response: { element: "reportResponse", fields: [{ name: "sReport", type: "xs:string", min: 0 }] },
    };
    const asked = { contract: sample, operation: report, version: "1.1" } as const;
    const reply = (content: string) => envelope(ofService("reportResponse", `<sReport>${content}</sReport>`));

    /** What the element holds, or why it is refused. */
    function whole(text: string): unknown {
      try {
        return decodeReply(text, asked).response?.sReport;
      } catch (error) {
        return String(error);
      }
    }

    function pieced(pieces: readonly string[]): { readonly value: unknown; readonly parts: readonly string[] } {
      const parts: string[] = [];
      const longText = { element: "sReport", text: { add: (part: string) => void parts.push(part) } };
      try {
        const { response } = decodeReply(pieces, { ...asked, longText });
        expect(response).to.deep.equal({ sReport: "" });
        return { value: parts.join(""), parts };
      } catch (error) {
        return { value: String(error), parts };
      }
    }

    it("reads the same text, and refuses the same, wherever the reply is cut", () => {
      const part = fc.constantFrom(
        ...["a", " ", "é", "😀", ">", "]", "]]", "]]>", "\r", "\n", "\r\n", "&lt;", "&amp;", "&#x416;", "&#13;"],
        ...["<![CDATA[<a> & ]]>", "<![CDATA[>]]>", "<!-- a > b -->", "<!--c-->", "&", "&x;", "<b>", "<?p?>", "\u0000"],
      );
      const cuts = fc.array(fc.nat({ max: 120 }), { maxLength: 40 });
      always(
        fc.tuple(fc.array(part, { maxLength: 12 }), cuts),
        ([content, lengths]) => {
          const text = reply(content.join(""));
          const pieces: string[] = [];
          const characters = [...text];
          while (characters.length > 0) pieces.push(characters.splice(0, 1 + (lengths.pop() ?? 400)).join(""));
          expect(pieced(pieces).value).to.equal(whole(text));
        },
        2000,
      );
    });

    it("gives the text while it is read, and not at its end", () => {
      const [begin = "", end = ""] = reply("@@").split("@@");
      const { value, parts } = pieced([`${begin}a&lt;`, "b&amp", ";c", "d", `e${end}`]);
      expect(value).to.equal("a<b&cde");
      expect(parts.filter((part) => part !== "")).to.deep.equal(["a<", "b", "&c", "d", "e"]);
    });
  });
});
