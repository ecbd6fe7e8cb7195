/**
 * The simple types of XML Schema that a contract may name: how a lexical form is read and a value written.
 * Strict in both directions: a text outside the lexical space is refused, never interpreted.
 */
export interface Scalar {
  /** The TypeScript type of the values, for the generator and for error messages. */
  readonly typescript: "string" | "number" | "bigint" | "boolean";
  /** What is expected, in a phrase that completes "expected …". */
  readonly expects: string;
  /** The value of a lexical form; undefined when the text is not one. */
  parse(text: string): string | number | bigint | boolean | undefined;
  /** The lexical form of a value; undefined when it is not a value of this type. */
  format(value: unknown): string | undefined;
}

const BLANKS = " \t\r\n";

// XML Schema's "collapse" for types whose lexical forms hold no blank inside. By hand: a pattern for the blanks at the
// end starts anew at every blank, and a reply of blanks would take time in the square of its length.
function collapse(text: string): string {
  const isBlank = (at: number) => BLANKS.includes(text.charAt(at));
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(start)) start += 1;
  while (end > start && isBlank(end - 1)) end -= 1;
  return text.slice(start, end);
}

const INTEGER = /^[+-]?\d{1,40}$/;

function integer(minimum: number, maximum: number): Scalar {
  const inRange = (value: number) => Number.isInteger(value) && value >= minimum && value <= maximum;
  return {
    typescript: "number",
    expects: `a whole number from ${minimum} to ${maximum}`,
    parse(text) {
      let digits = text;
      if (!INTEGER.test(text)) {
        digits = collapse(text);
        if (!INTEGER.test(digits)) return undefined;
      }
      const value = Number(digits) + 0; // "-0" is 0
      return inRange(value) ? value : undefined;
    },
    format: (value) => (typeof value === "number" && inRange(value) ? String(value + 0) : undefined),
  };
}

// Wider than a double holds: a bigint, so that 9007199254740993 stays what it was.
function bigInteger(minimum: bigint | undefined, maximum: bigint | undefined): Scalar {
  const inRange = (value: bigint) =>
    (minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum);
  const bounds = minimum === undefined && maximum === undefined ? "" : ` from ${minimum ?? "-∞"} to ${maximum ?? "∞"}`;
  return {
    typescript: "bigint",
    expects: `a bigint${bounds}`,
    parse(text) {
      const digits = collapse(text);
      if (!/^[+-]?\d{1,1000}$/.test(digits)) return undefined;
      const value = BigInt(digits.replace(/^\+/, ""));
      return inRange(value) ? value : undefined;
    },
    format(value) {
      const whole = typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : value;
      return typeof whole === "bigint" && inRange(whole) ? String(whole) : undefined;
    },
  };
}

/** A string type whose values keep their lexical form: no precision and no zone is lost or invented. */
function lexical(expects: string, pattern: RegExp, check: (text: string) => boolean = () => true): Scalar {
  const read = (text: string) => {
    const value = collapse(text);
    return pattern.test(value) && check(value) ? value : undefined;
  };
  return {
    typescript: "string",
    expects,
    parse: read,
    format: (value) => (typeof value === "string" ? read(value) : undefined),
  };
}

const ZONE = "(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?";
const DATE = "-?(?:\\d{4}|[1-9]\\d{4,8})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])";
const TIME = "(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,20})?|24:00:00(?:\\.0{1,20})?)";

/** 31 February has the right digits and is still not a date. */
function dayExists(text: string): boolean {
  const [, year, month, day] = /^-?(\d+)-(\d\d)-(\d\d)/.exec(text) ?? [];
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) <= days;
}

const text: Scalar = {
  typescript: "string",
  expects: "a string",
  parse: (value) => value,
  format: (value) => (typeof value === "string" ? value : undefined),
};

const floating: Scalar = {
  typescript: "number",
  expects: "a number",
  parse(lexicalForm) {
    const digits = collapse(lexicalForm);
    if (digits === "INF") return Number.POSITIVE_INFINITY;
    if (digits === "-INF") return Number.NEGATIVE_INFINITY;
    return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(digits) ? Number(digits) : undefined;
  },
  format(value) {
    if (typeof value !== "number" || Number.isNaN(value)) return undefined;
    if (!Number.isFinite(value)) return value > 0 ? "INF" : "-INF";
    return Object.is(value, -0) ? "-0" : String(value);
  },
};

const dateTimeForm = lexical(
  "an xsd:dateTime such as 2026-11-01T08:30:00 or 2026-11-01T08:30:00Z, or a valid Date",
  new RegExp(`^${DATE}T${TIME}${ZONE}$`),
  dayExists,
);

const SCALARS: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ["xs:string", text],
  ["xs:anyURI", text],
  ["xs:normalizedString", text],
  ["xs:token", text],
  [
    "xs:boolean",
    {
      typescript: "boolean",
      expects: "true or false",
      parse(lexicalForm) {
        const word = collapse(lexicalForm);
        return word === "true" || word === "1" ? true : word === "false" || word === "0" ? false : undefined;
      },
      format: (value) => (typeof value === "boolean" ? String(value) : undefined),
    },
  ],
  ["xs:byte", integer(-128, 127)],
  ["xs:unsignedByte", integer(0, 255)],
  ["xs:short", integer(-32768, 32767)],
  ["xs:unsignedShort", integer(0, 65535)],
  ["xs:int", integer(-2147483648, 2147483647)],
  ["xs:unsignedInt", integer(0, 4294967295)],
  ["xs:long", bigInteger(-(2n ** 63n), 2n ** 63n - 1n)],
  ["xs:unsignedLong", bigInteger(0n, 2n ** 64n - 1n)],
  ["xs:integer", bigInteger(undefined, undefined)],
  ["xs:nonNegativeInteger", bigInteger(0n, undefined)],
  ["xs:positiveInteger", bigInteger(1n, undefined)],
  [
    "xs:decimal",
    lexical("a decimal number as a string, such as 12.50", /^[+-]?(?:\d{1,1000}(?:\.\d{0,1000})?|\.\d{1,1000})$/),
  ],
  ["xs:float", floating],
  ["xs:double", floating],
  [
    "xs:dateTime",
    {
      ...dateTimeForm,
      // An instant has a zone: it is sent in UTC. A wall-clock time is a string without one, and is sent unchanged.
      format: (value) =>
        value instanceof Date
          ? Number.isNaN(value.getTime())
            ? undefined
            : // The ISO form of a year beyond 9999 has a sign, and is not an xsd:dateTime.
              dateTimeForm.format(value.toISOString())
          : dateTimeForm.format(value),
    },
  ],
  ["xs:date", lexical("an xsd:date such as 2026-11-01", new RegExp(`^${DATE}${ZONE}$`), dayExists)],
  ["xs:time", lexical("an xsd:time such as 08:30:00", new RegExp(`^${TIME}${ZONE}$`))],
  [
    "xs:base64Binary",
    // A repeated group of four would overflow the pattern's stack at some MiB.
    lexical("base64 text", /^[A-Za-z0-9+/]*(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/, (value) => value.length % 4 === 0),
  ],
]);

/** Returns the simple type of that name (`xs:int`), or undefined when this package does not support it. */
export function scalarOf(type: string): Scalar | undefined {
  return SCALARS.get(type);
}

/** The names of all supported simple types. */
export function scalarTypes(): readonly string[] {
  return [...SCALARS.keys()];
}
