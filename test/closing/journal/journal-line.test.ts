import { expect } from "chai";
import {
  goesOnAfterLine,
  type JournalLine,
  lineText,
  MOST_ATTEMPTS,
  readLine,
  writeLine,
} from "../../../src/closing/journal/journal-line.js";

/** What a line is read as that any program could have written with a right sum. */
function readBack(line: unknown, before = 0): JournalLine | undefined {
  const { text } = writeLine(line as JournalLine, before);
  return readLine(Buffer.from(text.slice(0, -1)), before)?.line;
}

const RESULT = { kind: "result", session: 1, closed: true, code: "OK", outcome: "answered" };

describe("a line of the journal", () => {
  const lines: readonly JournalLine[] = [
    { kind: "journal", version: 1, endpoint: "https://rescue.test/API/API.asmx" },
    { kind: "journal", version: 1_000_000, endpoint: "e".repeat(16_000) },
    { kind: "run", at: "2026-01-02T03:04:05.678Z" },
    { kind: "run", at: "+012026-01-02T03:04:05.678Z" },
    { kind: "intent", session: 1, attempt: 1 },
    { kind: "intent", session: 2_147_483_647, attempt: MOST_ATTEMPTS },
    { kind: "result", session: 1, closed: true, code: "OK", outcome: "answered" },
    { kind: "result", session: 1, closed: false, code: "c".repeat(200), literal: "x", outcome: "not-sent" },
    { kind: "result", session: 1, closed: null, code: "A_1", outcome: "unknown", message: "m".repeat(6_000) },
    { kind: "settled", session: 1, state: "closed" },
    { kind: "settled", session: 1, state: "not closed" },
    { kind: "settled", session: 1, state: "unknown" },
  ];
  for (const line of lines) {
    it(`is read as it was written: ${JSON.stringify(line).slice(0, 60)}`, () => {
      const { text, sum } = writeLine(line, 7);
      expect(text).to.match(/^\{"kind":.*,"sum":"[0-9a-f]{8}"\}\n$/);
      expect(readLine(Buffer.from(text.slice(0, -1)), 7)).to.deep.equal({ line, sum });
    });
  }

  const refused: readonly (readonly [string, unknown])[] = [
    ["no object", 1],
    ["null", null],
    ["no kind", {}],
    ["an unknown kind", { kind: "other" }],
    ["a kind that objects inherit", { kind: "constructor" }],
    ["a kind that is not the first member", { session: 1, kind: "intent", attempt: 1 }],
    ["another name for the kind", { type: "intent", session: 1, attempt: 1 }],
    ["a missing member", { kind: "intent", session: 1 }],
    ["an unknown member", { kind: "intent", session: 1, attempt: 1, more: 1 }],
    ["an unknown member instead of one", { kind: "intent", session: 1, other: 1 }],
    ["members in another order", { kind: "intent", attempt: 1, session: 1 }],
    ["a version that is 0", { kind: "journal", version: 0, endpoint: "e" }],
    ["a version that no program has", { kind: "journal", version: 1_000_001, endpoint: "e" }],
    ["an endpoint that is too long", { kind: "journal", version: 1, endpoint: "e".repeat(16_001) }],
    ["an endpoint that is a list", { kind: "journal", version: 1, endpoint: ["e"] }],
    ["a time that is a number", { kind: "run", at: 20_260_102 }],
    ["a time within more text", { kind: "run", at: "at 2026-01-02T03:04:05.678Z" }],
    ["a time with text after it", { kind: "run", at: "2026-01-02T03:04:05.678Z " }],
    ["a time without a date", { kind: "run", at: "T03:04:05.678Z" }],
    ["a time of day in letters", { kind: "run", at: "2026-01-02Tnoonandabitm" }],
    ["a date in letters", { kind: "run", at: "second-janT03:04:05.678Z" }],
    ["a session that is 0", { kind: "intent", session: 0, attempt: 1 }],
    ["a session beyond 32 bits", { kind: "intent", session: 2_147_483_648, attempt: 1 }],
    ["half a session", { kind: "intent", session: 1.5, attempt: 1 }],
    ["a session that is a text", { kind: "intent", session: "1", attempt: 1 }],
    ["an attempt beyond the most", { kind: "intent", session: 1, attempt: MOST_ATTEMPTS + 1 }],
    ["an attempt that is 0", { kind: "intent", session: 1, attempt: 0 }],
    ["a result without a session", { kind: "result", closed: true, code: "OK", outcome: "answered" }],
    ["a result that is neither closed nor not", { ...RESULT, closed: "true" }],
    ["a code with other characters", { ...RESULT, code: "not ok" }],
    ["a code with an empty text", { ...RESULT, code: "" }],
    ["a code that is too long", { ...RESULT, code: "c".repeat(201) }],
    ["a code that is a number", { ...RESULT, code: 5 }],
    ["an unknown outcome", { ...RESULT, outcome: "sent" }],
    ["a message that is too long", { ...RESULT, message: "m".repeat(6_001) }],
    ["a message that is no text", { ...RESULT, message: 5 }],
    ["an unknown state", { kind: "settled", session: 1, state: "open" }],
  ];
  for (const [what, line] of refused) {
    it(`is corrupt with ${what}, even if its sum is right`, () => {
      expect(readBack(line)).to.equal(undefined);
    });
  }

  it("follows only the line that it was written after", () => {
    const first = writeLine({ kind: "intent", session: 1, attempt: 1 }, 0);
    const second = writeLine({ kind: "intent", session: 2, attempt: 1 }, first.sum);
    const bytes = Buffer.from(second.text.slice(0, -1));
    expect(readLine(bytes, first.sum)?.line).to.include({ session: 2 });
    expect(readLine(bytes, 0)).to.equal(undefined);
  });

  it("is corrupt when it is no JSON, or too short for a sum", () => {
    for (const text of ["", "{", ',"sum":"00000000"}', '{"kind":"intent"}']) {
      expect(readLine(Buffer.from(text), 0), text).to.equal(undefined);
    }
  });

  it("is corrupt with anything after its sum", () => {
    const { text } = writeLine({ kind: "intent", session: 1, attempt: 1 }, 0);
    expect(readLine(Buffer.from(`${text.slice(0, -1)} `), 0)).to.equal(undefined);
  });

  it("has a text of one visible line, cut short", () => {
    expect(lineText("two\nlines")).to.not.include("\n");
    expect(lineText("x".repeat(100_000)).length).to.be.lessThan(600);
    expect(lineText("as it is")).to.equal("as it is");
  });
});

describe("bytes that begin with a whole line", () => {
  const line = writeLine({ kind: "intent", session: 1, attempt: 1 }, 3).text.slice(0, -1);

  it("go on after it where anything follows, even what looks like another sum", () => {
    for (const more of [" ", '{"kind"', ',"sum":"00000000"}']) {
      expect(goesOnAfterLine(Buffer.from(line + more), 3), more).to.equal(true);
    }
  });

  it("do not go on where nothing follows, the line is torn, or it follows another", () => {
    expect(goesOnAfterLine(Buffer.from(line), 3)).to.equal(false);
    expect(goesOnAfterLine(Buffer.from(line.slice(0, -1)), 3)).to.equal(false);
    expect(goesOnAfterLine(Buffer.from(`${line} `), 4)).to.equal(false);
    expect(goesOnAfterLine(Buffer.from(""), 3)).to.equal(false);
  });

  it("go on after a line that holds a text like a sum", () => {
    const tricky = writeLine({ kind: "journal", version: 1, endpoint: ',"sum":"00000000"}' }, 0).text.slice(0, -1);
    expect(goesOnAfterLine(Buffer.from(tricky), 0)).to.equal(false);
    expect(goesOnAfterLine(Buffer.from(`${tricky}x`), 0)).to.equal(true);
  });
});
