import { expect } from "chai";
import { InvalidArgumentError } from "../../../src/errors/invalid-argument-error.js";
import type { Contract, ContractMessage } from "../../../src/soap/contract/contract.js";
import { type EncodedFields, encodeMessage, writeMessage } from "../../../src/soap/message/encode.js";
import { sample } from "../sample-contract.js";

const { login, logout, closeSession, everyType } = sample.operations;

const person = { sName: "Ann" };
/** The least that `everyType` can be called with. */
const least = {
  aString: "s",
  anAnyURI: "urn:x",
  aNormalizedString: "n",
  aToken: "t",
  aBoolean: false,
  aByte: -1,
  anUnsignedByte: 1,
  aShort: -2,
  anUnsignedShort: 2,
  anInt: 0,
  anUnsignedInt: 3,
  aLong: 4n,
  anUnsignedLong: 5n,
  anInteger: 6n,
  aNonNegativeInteger: 7n,
  aPositiveInteger: 8n,
  aDecimal: "9.50",
  aFloat: 1.5,
  aDouble: -0,
  aDateTime: "2026-11-01T08:30:00",
  aDate: "2026-11-01",
  aTime: "08:30:00",
  aBase64Binary: "TQ==",
  eColour: "red",
  oOwner: person,
  iNillable: null,
  oNillable: null,
};

function encode(message: ContractMessage, values: unknown): EncodedFields {
  return encodeMessage(sample, message, values, "op");
}

function refusal(message: ContractMessage, values: unknown): InvalidArgumentError {
  try {
    encode(message, values);
  } catch (error) {
    if (error instanceof InvalidArgumentError) return error;
    throw error;
  }
  throw new Error("it was encoded");
}

describe("encodeMessage: a call's arguments in the schema's order and forms", () => {
  it("puts elements into the contract's order, whatever the caller's", () => {
    const { oNillable, ...rest } = least;
    const encoded = encode(everyType.request, { oNillable, ...Object.fromEntries(Object.entries(rest).reverse()) });
    expect(Object.keys(encoded)).to.deep.equal(Object.keys(least));
  });

  it("writes every type in its lexical form", () => {
    expect(encode(everyType.request, least)).to.deep.equal({
      aString: "s",
      anAnyURI: "urn:x",
      aNormalizedString: "n",
      aToken: "t",
      aBoolean: "false",
      aByte: "-1",
      anUnsignedByte: "1",
      aShort: "-2",
      anUnsignedShort: "2",
      anInt: "0",
      anUnsignedInt: "3",
      aLong: "4",
      anUnsignedLong: "5",
      anInteger: "6",
      aNonNegativeInteger: "7",
      aPositiveInteger: "8",
      aDecimal: "9.50",
      aFloat: "1.5",
      aDouble: "-0",
      aDateTime: "2026-11-01T08:30:00",
      aDate: "2026-11-01",
      aTime: "08:30:00",
      aBase64Binary: "TQ==",
      eColour: "red",
      oOwner: { sName: "Ann" },
      iNillable: null,
      oNillable: null,
    });
  });

  it("leaves optional members out when they are absent or undefined, and sends an empty string as one", () => {
    expect(encode(login.request, {})).to.deep.equal({});
    expect(encode(login.request, { sEmail: undefined, sPassword: "" })).to.deep.equal({ sPassword: "" });
  });

  it("accepts no values for a message without required members", () => {
    expect(encode(logout.request, undefined)).to.deep.equal({});
    expect(encode(logout.request, null)).to.deep.equal({});
    expect(encode(logout.request, { nothing: undefined })).to.deep.equal({});
  });

  it("encodes arrays item by item: none, one, many, null where nillable", () => {
    const lists = { asWord: [], aoFriend: [{ sName: "Bo", aoChild: [{ sName: "Cy" }] }, null], aiPair: [1] };
    const { asWord, aoFriend, aiPair } = encode(everyType.request, { ...least, ...lists });
    expect(asWord).to.deep.equal([]);
    expect(aoFriend).to.deep.equal([{ sName: "Bo", aoChild: [{ sName: "Cy" }] }, null]);
    expect(aiPair).to.deep.equal(["1"]);
  });

  it("escapes markup, apparent CDATA sections, and texts that look escaped", () => {
    const given = { sEmail: "<![CDATA[</sEmail><x/>]]>", sPassword: "&lt;\"'\r" };
    expect(encode(login.request, given)).to.deep.equal({
      sEmail: "&lt;![CDATA[&lt;/sEmail&gt;&lt;x/&gt;]]&gt;",
      sPassword: "&amp;lt;&quot;&apos;&#xD;",
    });
    expect(encode(everyType.request, { ...least, eColour: "green & blue" }).eColour).to.equal("green &amp; blue");
  });

  it("accepts objects without a prototype, and own members only", () => {
    expect(encode(login.request, Object.assign(Object.create(null), { sEmail: "e" }))).to.deep.equal({ sEmail: "e" });
    expect(encode(login.request, Object.create({ sEmail: "inherited" }))).to.deep.equal({});
  });

  const paths: readonly (readonly [what: string, message: ContractMessage, values: unknown, path: string])[] = [
    ["a missing member", closeSession.request, {}, "iSession"],
    ["a member that is undefined", closeSession.request, { iSession: undefined }, "iSession"],
    ["null where nothing is nillable", closeSession.request, { iSession: null }, "iSession"],
    ["an unknown member", login.request, { sMail: "x" }, "sMail"],
    ["a member by another case", login.request, { semail: "x" }, "semail"],
    ["a member of a message without any", logout.request, { x: 1 }, "x"],
    ["the wrong type", closeSession.request, { iSession: "5" }, "iSession"],
    ["a fraction", closeSession.request, { iSession: 1.5 }, "iSession"],
    ["a number out of range", closeSession.request, { iSession: 2147483648 }, "iSession"],
    ["NaN", closeSession.request, { iSession: Number.NaN }, "iSession"],
    ["a number as a string", login.request, { sEmail: 5 }, "sEmail"],
    ["no member of an enumeration", everyType.request, { ...least, eColour: "blue" }, "eColour"],
    ["an enumeration's member's name on Object", everyType.request, { ...least, eColour: "constructor" }, "eColour"],
    ["a missing nested member", everyType.request, { ...least, oOwner: {} }, "oOwner.sName"],
    ["an unknown nested member", everyType.request, { ...least, oOwner: { ...person, x: 1 } }, "oOwner.x"],
    ["a string as an object", everyType.request, { ...least, oOwner: "Ann" }, "oOwner"],
    ["an array as an object", everyType.request, { ...least, oOwner: [person] }, "oOwner"],
    ["an object as an array", everyType.request, { ...least, aoFriend: person }, "aoFriend"],
    ["null as an array", everyType.request, { ...least, asWord: null }, "asWord"],
    ["a string as an array", everyType.request, { ...least, asWord: "ab" }, "asWord"],
    ["a wrong item", everyType.request, { ...least, asWord: ["a", 5] }, "asWord[1]"],
    ["null as an item", everyType.request, { ...least, asWord: ["a", null] }, "asWord[1]"],
    ["undefined as an item", everyType.request, { ...least, aiPair: [1, undefined] }, "aiPair[1]"],
    // biome-ignore lint/suspicious/noSparseArray: that is the case.
    ["a hole in an array", everyType.request, { ...least, asWord: ["a", , "c"] }, "asWord[1]"],
    [
      "a wrong member of a nested item",
      everyType.request,
      { ...least, aoFriend: [person, { sName: "x", aoChild: [{ sName: "y" }, { sName: "z", iAge: 256 }] }] },
      "aoFriend[1].aoChild[1].iAge",
    ],
    ["a string as the message", login.request, "x", ""],
    ["an array as the message", login.request, [], ""],
  ];
  for (const [what, message, values, path] of paths) {
    it(`refuses ${what}, by its path`, () => {
      const error = refusal(message, values);
      expect(error.path).to.equal(path);
      expect(error.message.startsWith(path === "" ? "op: expected" : `op: ${path}: `), error.message).to.equal(true);
      expect(error).to.include({ operation: "op", outcome: "not-sent", code: "INVALID_ARGUMENT" });
    });
  }

  for (const name of ["constructor", "toString", "hasOwnProperty", "__proto__"]) {
    it(`knows no member called ${name}`, () => {
      const given = JSON.parse(`{"iSession":1,"${name}":{"sAuthCode":"x"}}`);
      expect(refusal(closeSession.request, given).path).to.equal(name);
      const nested = { ...least, oOwner: JSON.parse(`{"sName":"x","${name}":"y"}`) };
      expect(refusal(everyType.request, nested).path).to.equal(`oOwner.${name}`);
      expect(({} as { sAuthCode?: unknown }).sAuthCode).to.equal(undefined);
    });
  }

  it("says what is expected and what was given, in words", () => {
    expect(refusal(closeSession.request, {}).message).to.equal(
      "op: iSession: is missing; expected a whole number from -2147483648 to 2147483647",
    );
    expect(refusal(closeSession.request, { iSession: "5" }).message).to.match(/to 2147483647, got a string$/);
    expect(refusal(closeSession.request, { iSession: 1.5 }).message).to.match(/to 2147483647, got another number$/);
    expect(refusal(login.request, { sEmail: 5 }).message).to.match(/expected a string, got a number$/);
    expect(refusal(login.request, { sEmail: new Date(0) }).message).to.match(/got a Date$/);
    expect(refusal(login.request, { sEmail: {} }).message).to.match(/got an object$/);
    expect(refusal(login.request, { sMail: 1 }).message).to.match(/expected sEmail, sPassword$/);
    expect(refusal(everyType.request, { ...least, aDateTime: new Date(Number.NaN) }).message).to.match(
      /got an invalid Date$/,
    );
    expect(refusal(everyType.request, { ...least, eColour: "x" }).message).to.contain("one of red, green & blue");
    expect(refusal(logout.request, { x: 1 }).message).to.match(/expected no members$/);
  });

  it("names the forbidden character and its place, and nothing around it", () => {
    const { message, path } = refusal(login.request, { sPassword: "hunter2\u0000" });
    expect(path).to.equal("sPassword");
    expect(message).to.equal("op: sPassword: holds a character that XML 1.0 forbids (U+0000 at 7); remove it");
    expect(refusal(login.request, { sPassword: "\ud800" }).message).to.contain("U+D800 at 0");
    expect(refusal(login.request, { sPassword: "a\uffff" }).message).to.contain("U+FFFF at 1");
  });

  it("never repeats a value of the caller", () => {
    const secret = "hunter2";
    const cases: readonly (readonly [ContractMessage, unknown])[] = [
      [closeSession.request, { iSession: secret }],
      [closeSession.request, { iSession: [secret] }],
      [closeSession.request, { iSession: { secret } }],
      [closeSession.request, { iSession: null, sAuthCode: secret }],
      [login.request, { sMail: secret }],
      [login.request, { sPassword: `${secret}\u0001` }],
      [login.request, { sPassword: [secret] }],
      [login.request, secret],
      [everyType.request, { ...least, eColour: secret }],
      [everyType.request, { ...least, oOwner: secret }],
      [everyType.request, { ...least, asWord: secret }],
      [everyType.request, { ...least, aLong: secret }],
      [everyType.request, { ...least, aDateTime: secret }],
      [everyType.request, { ...least, aBase64Binary: `${secret}=` }],
    ];
    for (const [message, values] of cases) {
      const error = refusal(message, values);
      expect(`${error.message}${error.stack}${JSON.stringify(error)}`).not.to.contain(secret);
    }
  });
});

describe("writeMessage: an encoded message as XML", () => {
  const write = (message: ContractMessage, values: unknown) => writeMessage(sample, message, encode(message, values));

  it("writes the wrapper in the contract's namespace, as ASMX does", () => {
    expect(write(closeSession.request, { iSession: 12345678, sAuthCode: "" })).to.equal(
      '<closeSession xmlns="https://secure.logmeinrescue.com/API/API.asmx">' +
        "<iSession>12345678</iSession><sAuthCode /></closeSession>",
    );
  });

  it("writes a message without content as an empty element", () => {
    expect(write(logout.request, {})).to.equal('<logout xmlns="https://secure.logmeinrescue.com/API/API.asmx" />');
  });

  it("repeats an array's element, and writes null as xsi:nil", () => {
    const xml = write(everyType.request, { ...least, asWord: ["a", "", "<c>"], aoFriend: [person, null] });
    expect(xml).to.contain("<asWord>a</asWord><asWord /><asWord>&lt;c&gt;</asWord>");
    expect(xml).to.contain('<aoFriend><sName>Ann</sName></aoFriend><aoFriend xsi:nil="true" />');
    expect(xml).to.contain('<iNillable xsi:nil="true" /><oNillable xsi:nil="true" />');
  });

  it("writes an empty array as nothing", () => {
    const xml = write(everyType.request, { ...least, asWord: [], aoFriend: [] });
    expect(xml).not.to.match(/asWord|aoFriend/);
  });

  it("does not escape a second time", () => {
    expect(write(login.request, { sEmail: "a & b" })).to.contain("<sEmail>a &amp; b</sEmail>");
  });

  it("escapes the namespace", () => {
    const odd: Contract = { ...sample, namespace: 'urn:"a"&b' };
    expect(writeMessage(odd, logout.request, {})).to.equal('<logout xmlns="urn:&quot;a&quot;&amp;b" />');
  });
});
