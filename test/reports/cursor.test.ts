import { expect } from "chai";
import { InvalidArgumentError } from "../../src/errors/invalid-argument-error.js";
import { type CursorSubject, readCursor, writeCursor } from "../../src/reports/cursor.js";

const FROM = Date.UTC(2026, 9, 1);
const subject: CursorSubject = { area: "SESSION", node: 1, ref: "NODE", zone: "Europe/Berlin", from: FROM };
const cursor = writeCursor(subject, FROM + 86_400_000);

describe("a cursor", () => {
  it("is read back", () => {
    expect(readCursor(cursor, subject)).to.equal(FROM + 86_400_000);
  });

  it("of another report is refused", () => {
    const others = [{ area: "LOGIN" }, { node: 2 }, { ref: "CHANNEL" }, { zone: "UTC" }, { from: FROM + 1000 }];
    for (const other of others) {
      expect(() => readCursor(cursor, { ...subject, ...other }), JSON.stringify(other)).to.throw(
        InvalidArgumentError,
        "another report",
      );
    }
  });

  for (const [name, text] of Object.entries({
    "with characters before and after it": `!!${cursor}??`,
    "with a blank in it": `${cursor.slice(0, 5)} ${cursor.slice(5)}`,
    "that is cut off": cursor.slice(0, -4),
    "of a moment before the report": writeCursor(subject, FROM - 1000),
    "of the report's beginning": writeCursor(subject, FROM),
    "of a fraction of a second": writeCursor(subject, FROM + 500),
    "of a moment that no report has": writeCursor(subject, Number.MAX_SAFE_INTEGER - 991),
    "that is empty": "",
  })) {
    it(`${name} is refused`, () => {
      expect(() => readCursor(text, subject)).to.throw(InvalidArgumentError, "is not a cursor");
    });
  }

  it("is refused where it is no text", () => {
    expect(() => readCursor(5 as unknown as string, subject)).to.throw(InvalidArgumentError, "is not a cursor");
  });
});
