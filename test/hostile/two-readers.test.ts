import { expect } from "chai";
import fc from "fast-check";
import { resultRule } from "../../src/client/operations/answer.js";
import { ProtocolError } from "../../src/index.js";
import { type ContractField, type ContractOperation, isRepeated, lookUp } from "../../src/soap/contract/contract.js";
import type { SoapVersion } from "../../src/soap/contract/soap-version.js";
import { replyText } from "../../src/soap/http/reply-text.js";
import { readUsualReply } from "../../src/soap/message/compiled-reader.js";
import type { DecodedFields, DecodedValue } from "../../src/soap/message/message-plan.js";
import type { ReplyExpectation } from "../../src/soap/message/reply.js";
import { decodeStrictly } from "../../src/soap/message/strict-decoder.js";
import { VERSIONS } from "../emulator/wire.js";
import { contract } from "../reference/generated/contract.js";
import { goodReplies, versions } from "./any-good-reply.js";
import { BAD_REPLIES } from "./bad-replies.js";
import { goodReply } from "./good-reply.js";
import { byteFlips, flipBytes, mutations } from "./mutations.js";
import { prepareReply } from "./prepare-reply.js";
import { replies as oddReplies } from "./replies/good-but-odd.js";
import { PIN_CODE, TARGETS } from "./roles.js";
import { holdsFor, SEED_TITLE, TOTAL_RUNS } from "./runs.js";

/** What ASMX writes instead of an element without content. */
const asAsmx = (text: string) => text.replace(/<(\w+)((?: xsi:nil="true")?)(?:><\/\1|\s?\/)>/g, "<$1$2 />");

// Changes that leave a reply close to what the compiled reader takes: the others are refused at its door.
const TEXTS = [
  "",
  " ",
  "0",
  "-1",
  "007",
  "+5",
  " 12 ",
  "1e3",
  "99999999999",
  "true",
  "x",
  "&amp;",
  "&#xD;",
  "&#13;",
  "\n",
];
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const NEAR: readonly ((elements: string[], at: number, text: string) => void)[] = [
  (elements, at, text) => {
    elements[at] = (elements[at] as string).replace(/>[^<]*</, `>${text}<`);
  },
  (elements, at) => {
    elements[at] = (elements[at] as string).replace(/^<(\w+)>[^<]*<\/\w+>$/, "<$1 />");
  },
  (elements, at) => {
    elements[at] = (elements[at] as string).replace(/^<(\w+)>[^<]*<\/\w+>$/, '<$1 xsi:nil="true" />');
  },
  (elements, at) => {
    elements.splice(at, 1);
  },
  (elements, at) => {
    elements.splice(at, 0, elements[at] as string);
  },
];
const nearChange = fc
  .tuple(fc.constantFrom(...NEAR), place, fc.constantFrom(...TEXTS))
  .map(([change, part, text]) => (reply: string) => {
    const elements = reply.split(/(<\w+>[^<]*<\/\w+>|<\w+[^>]* \/>)/);
    change(elements, Math.floor(part * elements.length), text);
    return elements.join("");
  });
const nearChanges = fc.array(nearChange, { minLength: 1, maxLength: 3 });

describe(`two readers of replies, one meaning (${SEED_TITLE})`, function () {
  this.timeout(600_000);
  const seen = { taken: 0, left: 0 };

  /** What the compiled reader takes, the strict decoder reads as the same. */
  function check(expected: ReplyExpectation, name: string, text: string): void {
    for (const openElement of [undefined, resultRule(contract, name, expected.operation).element]) {
      const asked = { ...expected, openElement };
      const quick = readUsualReply(text, asked);
      seen[quick ? "taken" : "left"] += 1;
      if (!quick) continue;
      const strict = decodeStrictly(text, asked);
      expect(strict.drift).to.deep.equal([]);
      expect(inOrder(quick)).to.deep.equal(inOrder(strict.response ?? null));
    }
  }

  const asked = (operation: ContractOperation, version: SoapVersion) => ({ contract, operation, version });

  for (const [name, operation] of Object.entries(contract.operations)) {
    it(`${name}: a usual answer is read by the compiled one`, () => {
      for (const version of VERSIONS) {
        const text = usualAnswer(operation, version);
        expect(readUsualReply(text, asked(operation, version)), text).to.not.equal(undefined);
        check(asked(operation, version), name, text);
      }
    });
  }

  it("the corpus of bad and odd replies", () => {
    const specs = [...BAD_REPLIES.values(), oddReplies].flat().filter(({ name }) => !/MiB/.test(name));
    const targets = [...Object.values(TARGETS), PIN_CODE];
    for (const { reply } of specs) {
      for (const target of targets) {
        for (const version of VERSIONS) {
          const operation = contract.operations[target.operation] as ContractOperation;
          const { status, headers, body } = prepareReply(reply, target, version);
          const text = textOf(target.operation, version, { status, headers: lowerCase(headers), body });
          if (text !== undefined) check(asked(operation, version), target.operation, text);
        }
      }
    }
  });

  for (const [kind, form] of [
    ["as they are", (text: string) => text],
    ["as ASMX writes them", asAsmx],
  ] as const) {
    it(`good replies ${kind}`, () => {
      property(goodReplies, ({ name, operation, version, body }) => {
        check(asked(operation, version), name, form(body.toString()));
      });
    });

    it(`good replies ${kind}, with elements changed, emptied, doubled and left out`, () => {
      property(fc.tuple(goodReplies, nearChanges), ([{ name, operation, version, body }, changes]) => {
        const text = changes.reduce((changed, change) => change(changed), form(body.toString()));
        check(asked(operation, version), name, text);
      });
    });

    it(`good replies ${kind}, with parts changed, moved, doubled, removed and inserted`, () => {
      property(fc.tuple(goodReplies, mutations), ([{ name, operation, version, body }, changes]) => {
        const text = changes.reduce((changed, change) => change(changed), form(body.toString()));
        check(asked(operation, version), name, text);
      });
    });
  }

  it("good replies with bytes changed, and of the other version", () => {
    property(fc.tuple(goodReplies, byteFlips, versions), ([{ name, operation, body }, flips, version]) => {
      check(asked(operation, version), name, flipBytes(body, flips).toString());
    });
  });

  it("were taken and left often enough to prove something", () => {
    if (TOTAL_RUNS < 20_000) return;
    expect(seen.taken).to.be.at.least(2000);
    expect(seen.left).to.be.at.least(2000);
  });
});

const PROPERTIES = 7;

function property<T>(values: fc.Arbitrary<T>, holds: (value: T) => void): void {
  holdsFor("two readers", values, holds, PROPERTIES);
}

/** Members in their order, which `deep.equal` does not compare and JSON shows. */
function inOrder(value: DecodedValue): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return { members: Object.entries(value).map(([name, member]) => [name, inOrder(member)]) };
}

function textOf(name: string, version: SoapVersion, reply: Parameters<typeof replyText>[2]): string | undefined {
  try {
    const text = replyText(name, version, reply);
    return typeof text === "string" ? text : [...text].join("");
  } catch (error) {
    if (error instanceof ProtocolError) return undefined;
    throw error;
  }
}

function lowerCase(headers: object): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

const USUAL: Readonly<Record<string, DecodedValue>> = {
  "xs:string": "Front Desk & Co\r\nsecond line",
  "xs:int": 12,
  "xs:unsignedInt": 12,
  "xs:long": 12n,
  "xs:boolean": true,
  "xs:double": 1.5,
  "xs:dateTime": "2026-11-01T08:30:00",
};

function usualAnswer(operation: ContractOperation, version: SoapVersion): string {
  return asAsmx(goodReply(operation, usualFields(operation.response.fields), version).body.toString());
}

function usualFields(fields: readonly ContractField[]): DecodedFields {
  return Object.fromEntries(
    fields.map((field) => {
      const value = usualValue(field.type);
      return [field.name, isRepeated(field) ? [value, value] : value];
    }),
  );
}

function usualValue(type: string): DecodedValue {
  const fields = lookUp(contract.types, type);
  if (fields) return usualFields(fields);
  const value = lookUp(contract.enums, type)?.[0] ?? USUAL[type];
  if (value === undefined) throw new Error(`no usual value of ${type}`);
  return value;
}
