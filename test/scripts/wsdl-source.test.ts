import { resolve } from "node:path";
import { expect } from "chai";
import { wsdlSource } from "../../scripts/wsdl-source.js";

describe("the source of a WSDL", () => {
  const { INIT_CWD } = process.env;
  beforeEach(() => {
    process.env.INIT_CWD = resolve("/elsewhere");
  });
  afterEach(() => {
    if (INIT_CWD === undefined) delete process.env.INIT_CWD;
    else process.env.INIT_CWD = INIT_CWD;
  });

  it("is the vendor's service, or a URL, with ?wsdl", () => {
    expect(wsdlSource(undefined)).to.equal("https://secure.logmeinrescue.com/API/API.asmx?wsdl");
    expect(wsdlSource("https://desk.example/API.asmx")).to.equal("https://desk.example/API.asmx?wsdl");
    expect(wsdlSource("https://desk.example/API.asmx?singleWsdl")).to.equal("https://desk.example/API.asmx?singleWsdl");
  });

  it("is a file relative to the folder of the command, where npm does not run scripts", () => {
    expect(wsdlSource("./API.wsdl")).to.equal(resolve("/elsewhere/API.wsdl"));
    expect(wsdlSource("API as sent.wsdl")).to.equal(resolve("/elsewhere/API as sent.wsdl"));
    expect(wsdlSource(resolve("/sent/API.wsdl"))).to.equal(resolve("/sent/API.wsdl"));
  });

  it("is unchanged for another scheme, which the loader refuses", () => {
    expect(wsdlSource("file:///etc/hosts")).to.equal("file:///etc/hosts");
    expect(wsdlSource("ftp://desk.example/API.wsdl")).to.equal("ftp://desk.example/API.wsdl");
  });
});
