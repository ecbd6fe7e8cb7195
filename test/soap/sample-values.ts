import fc from "fast-check";

const between = (low: number, high: number) =>
  fc.integer({ min: low, max: high }).map((codePoint) => String.fromCodePoint(codePoint));

/** Any text that XML 1.0 can carry, with more than its share of what needs escaping. */
export const xmlTexts: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom("&", "<", ">", '"', "'", "\r", "\n", "\t", " ", "]]>", "<![CDATA[", "&amp;", "&#0;", "\u0085"),
      between(0x20, 0x7e),
      between(0x20, 0xd7ff),
      between(0xe000, 0xfffd),
      between(0x10000, 0x10ffff),
    ),
  )
  .map((pieces) => pieces.join(""));

const pad = (value: number, length = 2) => String(value).padStart(length, "0");

const zones = fc.constantFrom("", "Z", "+00:00", "-05:00", "+05:30", "+13:59", "-14:00");
const dates = fc
  .date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const times = fc
  .tuple(
    fc.oneof(
      fc
        .tuple(fc.nat(23), fc.nat(59), fc.nat(59))
        .map(([hour, minute, second]) => `${pad(hour)}:${pad(minute)}:${pad(second)}`),
      fc.constant("23:59:59"),
    ),
    fc.oneof(fc.constant(""), fc.stringMatching(/^\.\d{1,9}$/)),
  )
  .map(([time, fraction]) => time + fraction);

const integers = (min: number, max: number) => fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
const bigIntegers = (min: bigint, max: bigint) => fc.oneof(fc.bigInt({ min, max }), fc.constantFrom(min, max));
const huge = 10n ** 999n;

/** Values of each simple type, as a caller gives them and a reply brings them. */
export const scalarValues: Readonly<Record<string, fc.Arbitrary<string | number | bigint | boolean>>> = {
  "xs:string": xmlTexts,
  "xs:anyURI": xmlTexts,
  "xs:normalizedString": xmlTexts,
  "xs:token": xmlTexts,
  "xs:boolean": fc.boolean(),
  "xs:byte": integers(-128, 127),
  "xs:unsignedByte": integers(0, 255),
  "xs:short": integers(-32768, 32767),
  "xs:unsignedShort": integers(0, 65535),
  "xs:int": integers(-2147483648, 2147483647),
  "xs:unsignedInt": integers(0, 4294967295),
  "xs:long": bigIntegers(-(2n ** 63n), 2n ** 63n - 1n),
  "xs:unsignedLong": bigIntegers(0n, 2n ** 64n - 1n),
  "xs:integer": bigIntegers(-huge, huge),
  "xs:nonNegativeInteger": bigIntegers(0n, huge),
  "xs:positiveInteger": bigIntegers(1n, huge),
  "xs:decimal": fc.stringMatching(/^[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})$/),
  "xs:float": fc.double({ noNaN: true }),
  "xs:double": fc.double({ noNaN: true }),
  "xs:dateTime": fc.tuple(dates, times, zones).map(([date, time, zone]) => `${date}T${time}${zone}`),
  "xs:date": fc.tuple(dates, zones).map(([date, zone]) => date + zone),
  "xs:time": fc.tuple(times, zones).map(([time, zone]) => time + zone),
  "xs:base64Binary": fc.uint8Array().map((bytes) => Buffer.from(bytes).toString("base64")),
};
