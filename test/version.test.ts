import { existsSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { VERSION } from "../src/version.js";

// Compiled tests lie in a folder of their own, at another depth.
function packageJson(): { version: string } {
  for (let up = "../"; ; up += "../") {
    const file = new URL(`${up}package.json`, import.meta.url);
    if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
    if (up.length > 24) throw new Error("no package.json");
  }
}

describe("VERSION", () => {
  it("is the package's", () => {
    expect(VERSION).to.equal(packageJson().version);
  });
});
