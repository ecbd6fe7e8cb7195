import { expect } from "chai";
import { StubText } from "../../src/codegen/stub-text.js";
import { WsdlError } from "../../src/wsdl/load/wsdl-error.js";

const STUB =
  'import { A } from "./a.js";\nimport { B } from "./b.js";\n\ninterface C {\n    b(): any;\n        a(): any;\n}\n';

describe("StubText", () => {
  it("indents by two blanks and ends with one line break", () => {
    expect(new StubText(`\n${STUB}\n\n`).toString()).to.equal(STUB.replace(/ {4}/g, "  "));
  });

  it("replaces one line for each start, in their order", () => {
    const text = new StubText(STUB).replace(["  b(", "    a("], (rest, index) => [`// ${index}`, `  x(${rest}`]);
    expect(text.toString()).to.match(/\{\n\/\/ 0\n {2}x\(\): any;\n\/\/ 1\n {2}x\(\): any;\n\}\n$/);
  });

  it("fails when an expected line is missing or in another order", () => {
    const replace = (...starts: string[]) => new StubText(STUB).replace(starts, () => []);
    expect(() => replace("  c(")).to.throw(WsdlError, 'wsdl-tsclient did not write "  c("');
    expect(() => replace("    a(", "  b(")).to.throw(WsdlError, 'wsdl-tsclient did not write "  b("');
  });

  it("replaces all matching lines at the place of the first", () => {
    expect(new StubText(STUB).replaceAll(/^import /, ["one", "two"]).toString()).to.match(/^one\ntwo\n\ninterface C/);
  });
});
