import { scryptSync } from "node:crypto";
import { expect } from "chai";
import { newSalt, slowHash } from "../../../src/client/login/password-hash.js";

describe("slowHash", () => {
  it("is scrypt with 32 MiB of memory, three times", async () => {
    const salt = newSalt();
    const options = { N: 32_768, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
    expect(await slowHash("secret", salt)).to.equal(scryptSync("secret", salt, 32, options).toString("base64"));
  });

  it("has another value with each salt, which is 16 random bytes", async () => {
    const [one, other] = [newSalt(), newSalt()];
    expect(Buffer.from(one, "base64")).to.have.length(16);
    expect(await slowHash("secret", one)).not.to.equal(await slowHash("secret", other));
  });
});
