import { expect } from "chai";
import { readCallArguments } from "../../src/cli/call-arguments.js";
import { UsageError } from "../../src/cli/usage-error.js";
import type { Contract, ContractField } from "../../src/index.js";

const fields: readonly ContractField[] = [
  { name: "iNumber", type: "xs:int" },
  { name: "bFlag", type: "xs:boolean" },
  { name: "dWhen", type: "xs:dateTime" },
  { name: "lLong", type: "xs:long" },
  { name: "eWord", type: "WORD" },
  { name: "iNil", type: "xs:int", nillable: true },
  { name: "sText", type: "xs:string" },
  { name: "aWords", type: "xs:string", min: 0, max: "unbounded" },
  { name: "oUser", type: "USER" },
  { name: "sPassword", type: "xs:string" },
];
const contract: Contract = {
  namespace: "urn:n",
  service: "S",
  port: "P",
  address: "https://rescue.example/",
  operations: {
    act: {
      soapAction: "urn:n/act",
      request: { element: "act", fields },
      response: { element: "actResponse", fields: [] },
    },
  },
  types: {
    USER: [
      { name: "sName", type: "xs:string" },
      { name: "oRights", type: "RIGHTS" },
    ],
    RIGHTS: [{ name: "bAll", type: "xs:boolean" }],
  },
  enums: { WORD: ["ONE", "TWO"] },
};
const read = (texts: readonly string[], given = {}) => readCallArguments(contract, "act", texts, given);

describe("arguments of rescue call", () => {
  const rows: readonly (readonly [texts: readonly string[], args: object])[] = [
    [["iNumber=12"], { iNumber: 12 }],
    [["bFlag=true"], { bFlag: true }],
    [["dWhen=2026-11-01T08:30:00Z"], { dWhen: "2026-11-01T08:30:00Z" }],
    [["lLong=9007199254740993"], { lLong: 9007199254740993n }],
    [["eWord=ONE"], { eWord: "ONE" }],
    [["iNil=null"], { iNil: null }],
    [["sText=a=b null"], { sText: "a=b null" }],
    [["sText="], { sText: "" }],
    [["aWords=a", "aWords=b"], { aWords: ["a", "b"] }],
    [['aWords=["a","b"]', "aWords=c"], { aWords: ["a", "b", "c"] }],
    [['oUser={"sName":"x"}'], { oUser: { sName: "x" } }],
    [["oUser.sName=x", "oUser.oRights.bAll=false"], { oUser: { sName: "x", oRights: { bAll: false } } }],
    [['oUser={"sName":"x"}', "oUser.sName=y"], { oUser: { sName: "y" } }],
  ];
  for (const [texts, args] of rows) it(texts.join(" "), () => expect(read(texts)).to.deep.equal(args));

  it("replace those of --args, which are unchanged", () => {
    const given = { aWords: ["z"], oUser: { sName: "z" }, iNumber: 1 };
    expect(read(["aWords=a", "oUser.sName=a"], given)).to.deep.equal({
      aWords: ["a"],
      oUser: { sName: "a" },
      iNumber: 1,
    });
    expect(given).to.deep.equal({ aWords: ["z"], oUser: { sName: "z" }, iNumber: 1 });
  });

  it("is refused where it is given twice, as one of the two would be lost", () => {
    expect(() => read(["iNumber=1", "iNumber=2"])).to.throw(UsageError, "iNumber is given twice");
    expect(() => read(["oUser.sName=1", "oUser.sName=2"])).to.throw(UsageError, "oUser.sName is given twice");
  });

  for (const text of [
    "=x",
    "s3cret",
    "iNumber=s3cret",
    "bFlag=yes",
    "lLong=1.5",
    "oUser=s3cret",
    'oUser={"sName":s3cret}',
    "aWords=[s3cret",
    "aWords.x=s3cret",
    "sText.x=s3cret",
    "oUser.sNone=s3cret",
    "sPassword=s3cret",
    'oUser={"sName":"x","oRights":{"sPwd":"=s3cret"}}',
    "__proto__=s3cret",
    "__proto__.x=s3cret",
    "oUser.constructor=s3cret",
  ]) {
    it(`${text.replace("s3cret", "…")} is refused without its value`, () => {
      expect(() => read([text]))
        .to.throw(UsageError)
        .with.property("message")
        .that.does.not.contain("=s3cret");
      expect(Reflect.get({}, "x")).to.equal(undefined);
    });
  }
});
