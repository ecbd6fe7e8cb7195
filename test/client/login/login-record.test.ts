import { expect } from "chai";
import { LOGIN_COUNTS } from "../../../src/client/account/login-pace.js";
import {
  type LoginRecord,
  readRecord,
  recordedWait,
  recordText,
  refusedAt,
  saltOf,
  withoutRefused,
  withoutTime,
  withRefused,
  withTime,
} from "../../../src/client/login/login-record.js";
import { InvalidArgumentError } from "../../../src/index.js";

const NOW = 1_800_000_000_000;
const DAY = 24 * 60 * 60 * 1000;
const EMPTY: LoginRecord = { times: [] };

describe("a login record", () => {
  it("is read as it was written", () => {
    const login = { id: "l", revision: 2, cookies: ["a=b"] };
    const record = withTime(withRefused({ login, times: [] }, "salt", "hash", NOW), NOW);
    expect(readRecord(recordText(record, "account"), "account", "here")).to.deep.equal(record);
    expect(readRecord(recordText(EMPTY, "account"), "account", "here").login).to.equal(undefined);
  });

  for (const [what, damage] of [
    ["an id that is no text", { login: 1, cookies: [] }],
    ["a revision that is no number", { login: "l", revision: "PLANTED", cookies: [] }],
    ["no cookies", { login: "l" }],
    ["refused passwords without a salt", { refused: { passwords: [] } }],
    ["a refused password without a time", { refused: { salt: "s", passwords: [{ hash: "PLANTED" }] } }],
    [
      "more refused passwords than are kept",
      { refused: { salt: "s", passwords: Array.from({ length: 21 }, () => ({ hash: "PLANTED", time: 1 })) } },
    ],
    ["times that are no numbers", { times: ["PLANTED"] }],
    ["times of no date", { times: [1e300] }],
    ["more times than are kept", { times: Array.from({ length: 21 }, () => NOW) }],
  ] as const) {
    it(`with ${what} is refused as damaged`, () => {
      const text = JSON.stringify({ format: 1, account: "account", ...damage });
      expect(() => readRecord(text, "account", "here"))
        .to.throw(InvalidArgumentError, "jar: here is a damaged jar")
        .with.property("message")
        .that.does.not.contain("PLANTED");
    });
  }

  describe("of refused passwords", () => {
    it("knows a password for a day, whichever way the clock was set", () => {
      const record = withRefused(EMPTY, "salt", "hash", NOW);
      expect([refusedAt(record, "hash", NOW), refusedAt(record, "other", NOW)]).to.deep.equal([NOW, undefined]);
      for (const time of [NOW + DAY - 1, NOW - DAY + 1]) expect(saltOf(record, time)).to.equal("salt");
      for (const time of [NOW + DAY, NOW - DAY]) {
        expect([saltOf(record, time), refusedAt(record, "hash", time)]).to.deep.equal([undefined, undefined]);
      }
    });

    it("holds each once, and the last twenty", () => {
      let record = EMPTY;
      for (let password = 0; password < 30; password += 1) record = withRefused(record, "salt", `h${password}`, NOW);
      record = withRefused(record, "salt", "h29", NOW + 1);
      expect(record.refused?.passwords).to.have.length(20);
      expect([refusedAt(record, "h9", NOW), refusedAt(record, "h10", NOW)]).to.deep.equal([undefined, NOW]);
      expect(refusedAt(withoutRefused(record, "h10"), "h10", NOW)).to.equal(undefined);
    });
  });

  describe("of the times of logins", () => {
    const ten = Array.from({ length: 10 }).reduce<LoginRecord>((record) => withTime(record, NOW), EMPTY);

    it("makes the eleventh wait until the first counts no longer", () => {
      expect(recordedWait(withoutTime(ten, NOW), NOW)).to.equal(0);
      expect(recordedWait(ten, NOW)).to.equal(LOGIN_COUNTS);
      expect(recordedWait(ten, NOW + LOGIN_COUNTS - 1)).to.equal(1);
      expect(recordedWait(ten, NOW + LOGIN_COUNTS)).to.equal(0);
    });

    it("lets none wait longer than a login counts, whatever the clock of another machine says", () => {
      expect(recordedWait(ten, NOW - 5_000)).to.equal(LOGIN_COUNTS);
      expect(recordedWait(ten, NOW - LOGIN_COUNTS)).to.equal(0);
    });

    it("keeps no more than twenty", () => {
      const many = Array.from({ length: 50 }).reduce<LoginRecord>((record) => withTime(record, NOW), EMPTY);
      expect(many.times).to.have.length(20);
      expect(withTime(many, NOW + LOGIN_COUNTS).times).to.deep.equal([NOW + LOGIN_COUNTS]);
    });
  });
});
