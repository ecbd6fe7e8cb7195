import { expect } from "chai";
import { tableLines } from "../../src/cli/table.js";

describe("a table", () => {
  it("has a head, and columns as wide as their widest cell", () => {
    expect(tableLines(["id", "name"], [{ id: 1, name: "Ann" }, { id: 23456 }])).to.deep.equal([
      "id     name",
      "1      Ann",
      "23456",
    ]);
  });

  it("shows foreign text on one line, and cuts what is long", () => {
    const [, line = "", long = ""] = tableLines(
      ["name"],
      [{ name: "a\n\u001b[2Jb" }, { name: "x".repeat(10_000_000) }],
    );
    expect(line).to.equal("a\\u{a}\\u{1b}[2Jb");
    expect(long).to.equal(`${"x".repeat(39)}…`);
  });

  it("never cuts a character in two", () => {
    const [, line = ""] = tableLines(["name"], [{ name: "😀".repeat(100) }]);
    expect(line).to.equal(`${"😀".repeat(39)}…`);
  });
});
