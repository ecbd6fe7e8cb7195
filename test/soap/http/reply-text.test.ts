import { expect } from "chai";
import { ProtocolError } from "../../../src/errors/protocol-error.js";
import type { SoapVersion } from "../../../src/soap/contract/soap-version.js";
import { BodyBytes } from "../../../src/soap/http/body-bytes.js";
import { replyText } from "../../../src/soap/http/reply-text.js";

const XML = '<?xml version="1.0" encoding="utf-8"?><a>é\u{1F600}</a>';

interface Given {
  readonly status?: number;
  readonly type?: string | undefined;
  readonly body?: Buffer | string;
  readonly retryAfter?: string;
  readonly version?: SoapVersion;
}

function read({ status = 200, type = "text/xml", body = XML, retryAfter, version = "1.1" }: Given): string {
  const headers = {
    ...(type === undefined ? {} : { "content-type": type }),
    ...(retryAfter === undefined ? {} : { "retry-after": retryAfter }),
  };
  return String(replyText("login", version, { status, headers, body: Buffer.from(body as string) }));
}

function refusal(given: Given): ProtocolError {
  try {
    read(given);
  } catch (error) {
    if (error instanceof ProtocolError) return error;
    throw error;
  }
  throw new Error("it was read");
}

const bom = (text: string) => Buffer.from(`\ufeff${text}`);
const utf16le = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
const utf16be = (text: string) => utf16le(text).swap16();

describe("replyText: the HTTP side of a reply, before any parser sees it", () => {
  describe("status", () => {
    for (const status of [200, 400, 500]) {
      it(`reads ${status}`, () => expect(read({ status })).to.equal(XML));
    }
    for (const status of [201, 202, 204, 206, 401, 403, 404, 405, 408, 429, 502, 503, 504]) {
      it(`refuses ${status}, and keeps it`, () => {
        const error = refusal({ status });
        expect(error).to.include({ status, operation: "login", code: "PROTOCOL", outcome: "unknown" });
        expect(error.message).to.equal(`login: HTTP ${status} with text/xml instead of a SOAP answer`);
      });
    }
    for (const status of [300, 301, 302, 303, 307, 308, 304]) {
      it(`reports ${status} as a redirect`, () => {
        expect(refusal({ status })).to.have.property("status", status);
        expect(refusal({ status }).message).to.contain("redirect");
      });
    }
  });

  describe("media type", () => {
    const accepted: readonly (readonly [SoapVersion, string])[] = [
      ["1.1", "text/xml"],
      ["1.1", "Text/XML; charset=utf-8"],
      ["1.1", "text/xml ; charset=utf-8"],
      ["1.2", "application/soap+xml; charset=utf-8"],
      ["1.2", 'application/soap+xml;charset=utf-8;action="urn:x"'],
    ];
    for (const [version, type] of accepted) {
      it(`reads ${type} as SOAP ${version}`, () => expect(read({ version, type })).to.equal(XML));
    }
    const refused: readonly (readonly [SoapVersion, string | undefined, string])[] = [
      ["1.1", "text/html; charset=utf-8", "text/html"],
      ["1.1", "application/soap+xml", "application/soap+xml"],
      ["1.1", "application/xml", "application/xml"],
      ["1.1", "application/json", "application/json"],
      ["1.1", "text/xmlx", "another content type"],
      ["1.1", "x/<script>secret", "another content type"],
      ["1.1", "", "no content type"],
      ["1.2", "text/xml", "text/xml"],
      ["1.2", "multipart/related; type=application/soap+xml", "another content type"],
    ];
    for (const [version, type, named] of refused) {
      it(`refuses ${JSON.stringify(type)} as SOAP ${version}`, () => {
        const { message } = refusal({ version, type });
        expect(message).to.contain(`HTTP 200 with ${named}; a SOAP ${version} answer is `);
        expect(message).not.to.contain("secret");
      });
    }
    it("refuses a reply without one", () => {
      expect(() => replyText("login", "1.1", { status: 200, headers: {}, body: Buffer.from(XML) })).to.throw(
        ProtocolError,
        "no content type",
      );
    });
  });

  describe("body", () => {
    it("is never quoted", () => {
      const body = "<html>hunter2</html>";
      for (const given of [{ status: 503 }, { type: "text/html" }, { type: "text/xml; charset=x-hunter2" }]) {
        expect(refusal({ ...given, body }).message).not.to.contain("hunter2");
      }
    });
    it("must not be empty", () => {
      expect(refusal({ body: "" }).message).to.contain("empty body");
    });
    it("of one byte is text", () => expect(read({ body: "x" })).to.equal("x"));
  });

  describe("character set", () => {
    const UNDECLARED = "<a>é\u{1F600}</a>";
    const types = ["text/xml", "text/xml; charset=utf-8", 'text/xml; charset="UTF-8"', "text/xml;charset = utf8"];
    for (const type of types) {
      it(`reads UTF-8, with and without byte order mark, as ${type}`, () => {
        expect(read({ type })).to.equal(XML);
        expect(read({ type, body: bom(XML) })).to.equal(XML);
        expect(read({ type, body: UNDECLARED })).to.equal(UNDECLARED);
      });
    }
    for (const type of ["text/xml", "text/xml; charset=utf-16"]) {
      it(`reads UTF-16 by its byte order mark, as ${type}`, () => {
        const text = '<?xml version="1.0" encoding="utf-16"?><a>é\u{1F600}</a>';
        expect(read({ type, body: utf16le(text) })).to.equal(text);
        expect(read({ type, body: utf16be(text) })).to.equal(text);
      });
    }
    it("reads UTF-16 by the name of its byte order too", () => {
      expect(read({ type: "text/xml; charset=utf-16le", body: utf16le(UNDECLARED) })).to.equal(UNDECLARED);
      expect(read({ type: "text/xml; charset=utf-16be", body: utf16be(UNDECLARED) })).to.equal(UNDECLARED);
    });

    const refused: readonly (readonly [what: string, given: Given])[] = [
      ["bytes that are no UTF-8", { body: Buffer.from("<a>\xe9</a>", "latin1") }],
      ["an overlong form", { body: Buffer.from([0x3c, 0xc0, 0xaf, 0x3e]) }],
      ["a surrogate in UTF-8", { body: Buffer.from([0x61, 0xed, 0xa0, 0x80]) }],
      ["UTF-8 that is cut off", { body: Buffer.from(XML).subarray(0, -6) }],
      ["a lone surrogate in UTF-16", { body: utf16le("<a>\ud800</a>") }],
      ["UTF-16 of an odd length", { body: Buffer.concat([utf16le("<a/>"), Buffer.from("x")]) }],
      ["UTF-16 without a byte order mark", { body: Buffer.from("<é/>", "utf16le") }],
      ["UTF-16 that the header calls UTF-8", { type: "text/xml; charset=utf-8", body: utf16le(XML) }],
      ["UTF-8 that the header calls UTF-16", { type: "text/xml; charset=utf-16" }],
      ["Latin-1 by the header", { type: "text/xml; charset=iso-8859-1", body: "<a/>" }],
      ["Latin-1 by the XML declaration", { body: '<?xml version="1.0" encoding="ISO-8859-1"?><a/>' }],
      ["it in single quotes", { body: "<?xml version='1.0' encoding = 'windows-1252' ?><a/>" }],
      ["it behind a byte order mark", { body: bom('<?xml version="1.0" encoding="ISO-8859-1"?><a/>') }],
      ["UTF-16 by the declaration, in UTF-8 bytes", { body: '<?xml version="1.0" encoding="utf-16"?><a/>' }],
      ["UTF-7", { type: "text/xml; charset=utf-7", body: "<a/>" }],
    ];
    for (const [what, given] of refused) {
      it(`refuses ${what}`, () => {
        expect(refusal(given).message).to.contain("character set");
      });
    }
    describe("of a long body", () => {
      /** The text, read in pieces, of a body of which so much comes first. */
      const readLong = ({ type = "text/xml", body = XML }: Given, first: number): string => {
        const pieces = new BodyBytes();
        const bytes = Buffer.from(body as string);
        for (const piece of [bytes.subarray(0, first), bytes.subarray(first)]) pieces.add(piece);
        const headers = { "content-type": type };
        return [...replyText("login", "1.1", { status: 200, headers, body: Buffer.alloc(0), pieces })].join("");
      };
      // Longer than what is looked at in the beginning, with characters of several bytes.
      const LONG = `<a>${"é€😀".repeat(100_000)}</a>`;
      const utf8 = { type: "text/xml; charset=utf-8" };

      it("is read as that of a short one", () => {
        for (const first of [1, 2, 4, 200_001]) {
          expect(readLong({ ...utf8, body: LONG }, first)).to.equal(LONG);
          expect(readLong({ body: bom(LONG) }, first)).to.equal(LONG);
          expect(readLong({ body: utf16le(LONG), type: "text/xml; charset=utf-16" }, first)).to.equal(LONG);
        }
      });

      for (const [what, given] of [
        ["bytes that are no UTF-8 at its end", { body: Buffer.concat([Buffer.from(LONG), Buffer.from([0xe9])]) }],
        ["UTF-16 that the header calls UTF-8", { ...utf8, body: utf16le(LONG) }],
        ["Latin-1 by the header", { type: "text/xml; charset=iso-8859-1", body: LONG }],
        ["Latin-1 by the XML declaration", { body: `<?xml version="1.0" encoding="ISO-8859-1"?>${LONG}` }],
      ] as const) {
        it(`is refused with ${what}`, () => {
          for (const first of [1, 20, 500])
            expect(() => readLong(given, first)).to.throw(ProtocolError, "character set");
        });
      }
    });

    it("does not take UTF-16 without a byte order mark for XML", () => {
      // All of its bytes are UTF-8 when the text is ASCII; the NULs make it no XML.
      expect(read({ body: Buffer.from("<a/>", "utf16le") })).to.contain("\0");
    });
  });

  describe("Retry-After", () => {
    const { TZ } = process.env;
    afterEach(() => {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    });
    const secondsOf = (retryAfter: string) => refusal({ status: 503, retryAfter }).retryAfter;

    it("is kept in seconds", () => {
      expect(secondsOf("0")).to.equal(0);
      expect(secondsOf("120")).to.equal(120);
      expect(refusal({ status: 503 }).retryAfter).to.equal(undefined);
    });
    it("is counted from now when it is a date, in any of HTTP's three forms and any time zone", () => {
      process.env.TZ = "America/New_York";
      const forms = ["Fri, 01 Jan 2100 00:00:00 GMT", "Fri Jan  1 00:00:00 2100"];
      for (const form of forms) {
        const least = (Date.UTC(2100, 0) - Date.now()) / 1000 - 60;
        expect(secondsOf(form), form).to.be.within(least, least + 61);
      }
      expect(secondsOf("Friday, 01-Jan-49 00:00:00 GMT")).to.be.a("number").above(0);
    });
    it("is 0 for a date that has passed", () => {
      expect(secondsOf("Wed, 21 Oct 2015 07:28:00 GMT")).to.equal(0);
    });
    for (const value of [
      "",
      "-1",
      "1.5",
      "1e3",
      "soon",
      "9999999999",
      "2100-01-01",
      "tomorrow GMT",
      "Fri, 99 Jan 2100 00:00:00 GMT",
    ]) {
      it(`is nothing when it is ${JSON.stringify(value)}`, () => {
        expect(secondsOf(value)).to.equal(undefined);
      });
    }
  });
});
