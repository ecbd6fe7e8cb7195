import { expect } from "chai";
import fc from "fast-check";
import { type Scalar, scalarOf, scalarTypes } from "../../../src/soap/message/scalar.js";
import { sampleScalars } from "../sample-contract.js";
import { scalarValues } from "../sample-values.js";
import { always } from "../seed.js";

type Value = string | number | bigint | boolean;
interface Space {
  /** Texts that are in the lexical space, with their values. */
  readonly accepts: readonly (readonly [text: string, value: Value])[];
  readonly rejects: readonly string[];
}

const never = ["", " ", "12abc", "yes", "null", "0x10", "1e3", "1,000", "1 2", "٣", "+", "-", "--1", "+-1", "1_000"];

function integer(low: bigint, high: bigint, make: (value: bigint) => Value): Space {
  const at = (value: bigint) => [String(value), make(value)] as const;
  const small: Space["accepts"] = [
    ["0", make(0n)],
    ["-0", make(0n)],
    ["+5", make(5n)],
    ["007", make(7n)],
    [" \t\r\n42 \t\r\n", make(42n)],
  ];
  return {
    accepts: [...small.filter(([, value]) => BigInt(value) >= low), at(low), at(high)],
    rejects: [...never, "1.0", "NaN", String(low - 1n), String(high + 1n), "9".repeat(41), "\u00a05", "5\u2003"],
  };
}
const number = (value: bigint) => Number(value);
const bigint = (value: bigint) => value;

const same = (...texts: string[]) => texts.map((text) => [text, text] as const);
const anyText: Space = { accepts: same("", " ", " a  b\t\n", "<![CDATA[x]]>", "\u{1F600}", "true"), rejects: [] };
const floating: Space = {
  accepts: [
    ["0", 0],
    ["-0", -0],
    ["+1.5", 1.5],
    ["1.", 1],
    [".5", 0.5],
    ["1e3", 1000],
    ["-1.25E-2", -0.0125],
    [" 7\n", 7],
    ["INF", Number.POSITIVE_INFINITY],
    ["-INF", Number.NEGATIVE_INFINITY],
  ],
  rejects: ["", " ", ".", "e3", "1e", "1e1.5", "Infinity", "inf", "+INF", "0x10", "1,5", "12abc", "1 2", "NaN", "1_0"],
};

const spaces: Readonly<Record<string, Space>> = {
  "xs:string": anyText,
  "xs:anyURI": anyText,
  "xs:normalizedString": anyText,
  "xs:token": anyText,
  "xs:boolean": {
    accepts: [
      ["true", true],
      ["false", false],
      ["1", true],
      ["0", false],
      [" true\n", true],
    ],
    rejects: ["", " ", "yes", "no", "TRUE", "True", "on", "2", "-1", "00", "truefalse", "null"],
  },
  "xs:byte": integer(-128n, 127n, number),
  "xs:unsignedByte": integer(0n, 255n, number),
  "xs:short": integer(-32768n, 32767n, number),
  "xs:unsignedShort": integer(0n, 65535n, number),
  "xs:int": integer(-2147483648n, 2147483647n, number),
  "xs:unsignedInt": integer(0n, 4294967295n, number),
  "xs:long": integer(-9223372036854775808n, 9223372036854775807n, bigint),
  "xs:unsignedLong": integer(0n, 18446744073709551615n, bigint),
  "xs:integer": {
    accepts: [
      ["9".repeat(1000), BigInt("9".repeat(1000))],
      ["-18446744073709551616", -18446744073709551616n],
      ["+0", 0n],
    ],
    rejects: [...never, "1.0", "9".repeat(1001)],
  },
  "xs:nonNegativeInteger": {
    accepts: [
      ["0", 0n],
      ["-0", 0n],
      ["18446744073709551616", 18446744073709551616n],
    ],
    rejects: [...never, "-1"],
  },
  "xs:positiveInteger": { accepts: [["+1", 1n]], rejects: [...never, "0", "-0", "-1"] },
  "xs:decimal": {
    accepts: [...same("0", "-0.00", "+12.50", "12.", ".5", "123456789012345678901234567890.12"), [" 1.5\n", "1.5"]],
    rejects: ["", " ", ".", "+", "1e3", "1,5", "1.2.3", "INF", "NaN", "12abc", "1 2"],
  },
  "xs:float": floating,
  "xs:double": floating,
  "xs:dateTime": {
    accepts: [
      ...same(
        "2026-11-01T08:30:00",
        "2026-11-01T08:30:00Z",
        "2026-11-01T08:30:00.1234567+05:30",
        "2026-11-01T08:30:00-14:00",
        "2026-11-01T24:00:00",
        "2024-02-29T00:00:00",
        "2000-02-29T00:00:00",
        "12026-01-01T00:00:00",
        "-0044-03-15T12:00:00",
      ),
      [" 2026-11-01T08:30:00\n", "2026-11-01T08:30:00"],
    ],
    rejects: [
      "",
      "2026-11-01",
      "08:30:00",
      "2026-11-01 08:30:00",
      "2026-11-01T08:30",
      "2026-11-01T08:30:00z",
      "2026-11-01t08:30:00",
      "2026-11-01T08:30:00.",
      "2026-11-01T08:30:00,5",
      "2026-11-01T08:30:60",
      "2026-11-01T08:60:00",
      "2026-11-01T25:00:00",
      "2026-11-01T24:00:01",
      "2026-11-01T8:30:00",
      "2026-13-01T00:00:00",
      "2026-00-01T00:00:00",
      "2026-11-00T00:00:00",
      "2026-02-31T00:00:00",
      "2026-04-31T00:00:00",
      "2026-02-29T00:00:00",
      "1900-02-29T00:00:00",
      "26-11-01T00:00:00",
      "02026-11-01T00:00:00",
      "+2026-11-01T00:00:00",
      "2026-11-01T08:30:00+5:30",
      "2026-11-01T08:30:00+0530",
      "2026-11-01T08:30:00+14:01",
      "2026-11-01T08:30:00+15:00",
      "2026-11-01T08:30:00 Z",
      "2026-11-01T08:30:00Z; DROP",
      "11/1/2026 8:30:00 AM",
    ],
  },
  "xs:date": {
    accepts: same("2026-11-01", "2026-11-01Z", "2026-11-01+01:00", "2024-02-29"),
    rejects: ["", "2026-11-1", "2026-02-30", "2100-02-29", "2026-11-01T00:00:00", "20261101", "01.11.2026"],
  },
  "xs:time": {
    accepts: same("00:00:00", "23:59:59.999", "24:00:00", "08:30:00Z", "08:30:00-05:00"),
    rejects: ["", "8:30:00", "08:30", "24:00:01", "24:01:00", "12:60:00", "12:00:61", "08:30 AM"],
  },
  "xs:base64Binary": {
    accepts: [...same("", "AAAA", "TQ==", "TWE=", "TWFu", "+/+/"), [" TWFu\n", "TWFu"]],
    rejects: ["A", "AA", "AAA", "A===", "====", "TWFu=", "TW=u", "TQ==TQ==", "T-_u", "TW u", "TR==", "TWF="],
  },
};

function scalar(type: string): Scalar {
  const found = scalarOf(type);
  if (!found) throw new Error(`no scalar ${type}`);
  return found;
}

describe("scalar: the simple types of XML Schema", () => {
  it("is tested here, every one of them", () => {
    const types = [...scalarTypes()].sort();
    expect(Object.keys(spaces).sort()).to.deep.equal(types);
    expect(Object.keys(scalarValues).sort()).to.deep.equal(types);
    expect([...sampleScalars].sort()).to.deep.equal(types);
  });

  it("knows no other type, nor the members of Object.prototype", () => {
    for (const type of ["xs:duration", "xs:hexBinary", "int", "XS:INT", "constructor", "__proto__", ""]) {
      expect(scalarOf(type), type).to.equal(undefined);
    }
  });

  for (const [type, { accepts, rejects }] of Object.entries(spaces)) {
    describe(type, () => {
      for (const [text, value] of accepts) {
        it(`reads ${JSON.stringify(text.slice(0, 50))} as ${String(value).slice(0, 50)}`, () => {
          expect(scalar(type).parse(text)).to.equal(value);
          expect(typeof value).to.equal(scalar(type).typescript);
        });
      }
      for (const text of rejects) {
        it(`does not read ${JSON.stringify(text.slice(0, 50))}`, () => {
          expect(scalar(type).parse(text)).to.equal(undefined);
        });
      }
      it("reads back every value that it writes", () => {
        always(scalarValues[type] as fc.Arbitrary<Value>, (value) => {
          const written = scalar(type).format(value);
          if (written === undefined) throw new Error("not written");
          expect(scalar(type).parse(written)).to.equal(value);
        });
      });
      it("writes nothing that it does not read", () => {
        always(fc.anything({ withDate: true, withBigInt: true }), (value) => {
          const written = scalar(type).format(value);
          if (written !== undefined) expect(scalar(type).parse(written)).not.to.equal(undefined);
        });
      });
      it("writes no null, undefined, object, array, function or symbol", () => {
        for (const value of [null, undefined, {}, [], [1], () => 1, Symbol("x"), Object("1"), Number.NaN]) {
          expect(scalar(type).format(value)).to.equal(undefined);
        }
      });
    });
  }

  it("keeps a long that a double would change", () => {
    expect(scalar("xs:long").parse("9007199254740993")).to.equal(9007199254740993n);
    expect(scalar("xs:long").format(9007199254740993n)).to.equal("9007199254740993");
  });

  it("accepts a number as a long only where it is exact", () => {
    expect(scalar("xs:long").format(12)).to.equal("12");
    expect(scalar("xs:long").format(2 ** 53)).to.equal(undefined);
    expect(scalar("xs:long").format(1.5)).to.equal(undefined);
    expect(scalar("xs:unsignedLong").format(-1)).to.equal(undefined);
  });

  it("writes an int only from a whole number in range: no text, no bigint, no fraction", () => {
    const int = scalar("xs:int");
    expect(int.format(-0)).to.equal("0");
    expect(int.format(2147483647)).to.equal("2147483647");
    for (const value of ["5", 5n, true, 1.5, 2147483648, -2147483649, Number.POSITIVE_INFINITY, new Date(0)]) {
      expect(int.format(value), String(value)).to.equal(undefined);
    }
  });

  it("writes a boolean only from a boolean", () => {
    for (const value of ["true", 1, 0, ""]) expect(scalar("xs:boolean").format(value)).to.equal(undefined);
  });

  it("adds no zone to a dateTime, and does not change one", () => {
    const dateTime = scalar("xs:dateTime");
    for (const value of ["2026-11-01T08:30:00", "2026-11-01T08:30:00+05:30", "2026-11-01T08:30:00.10Z"]) {
      expect(dateTime.parse(value)).to.equal(value);
      expect(dateTime.format(value)).to.equal(value);
    }
  });

  it("writes a Date in UTC, and refuses one that has no xsd:dateTime", () => {
    const { format } = scalar("xs:dateTime");
    expect(format(new Date(Date.UTC(2026, 10, 1, 8, 30)))).to.equal("2026-11-01T08:30:00.000Z");
    expect(format(new Date(Number.NaN))).to.equal(undefined);
    expect(format(new Date(8.64e15)), "the year 275760").to.equal(undefined);
    expect(format(new Date(Date.UTC(-1, 0))), "-000001-01-01").to.equal(undefined);
    expect(scalar("xs:date").format(new Date(0)), "a Date is no xs:date").to.equal(undefined);
  });

  it("writes a Date that reads back as the same instant, or not at all", () => {
    always(fc.date(), (date) => {
      const written = scalar("xs:dateTime").format(date);
      if (written === undefined) return Number.isNaN(date.getTime()) || /^[+-]/.test(date.toISOString());
      return new Date(scalar("xs:dateTime").parse(written) as string).getTime() === date.getTime();
    });
  });

  // Both once failed: one with a RangeError of the pattern's stack, the other by taking minutes.
  it("reads a base64 text of many MiB", () => {
    const megabytes = "A".repeat(32 * 1024 * 1024);
    expect(scalar("xs:base64Binary").parse(megabytes) === megabytes).to.equal(true);
    expect(scalar("xs:base64Binary").parse(`${megabytes}!`)).to.equal(undefined);
  });

  for (const type of Object.keys(spaces).filter((name) => scalarOf(name)?.typescript !== "string")) {
    it(`refuses a ${type} of many blanks, or digits, without labour`, () => {
      expect(scalar(type).parse(`1${" ".repeat(1_000_000)}1`)).to.equal(undefined);
      expect(scalar(type).parse(`${"1".repeat(1_000_000)}x`)).to.equal(undefined);
    });
  }
});
