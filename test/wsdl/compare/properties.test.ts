import { expect } from "chai";
import fc from "fast-check";
import { compareContracts, type Finding, renderJson, renderMarkdown, renderText } from "../../../src/wsdl/index.js";
import { always } from "../../soap/seed.js";
import { contracts, reversed } from "./random-contract.js";
import { UNPRINTABLE } from "./unprintable.js";

const OPPOSITES: Readonly<Record<string, string>> = {
  added: "removed",
  removed: "added",
  readable: "unreadable",
  unreadable: "readable",
};

const pairs = fc.tuple(contracts, contracts);

/** The key of a finding without a direction: kind, side and subject, with the first of two names. */
function undirected({ kind, side, subject, before, after, guess }: Finding, swap: boolean): string {
  const turned = swap ? kind.replace(/added|removed|(?:un)?readable$/, (word) => OPPOSITES[word] ?? word) : kind;
  const renamed = guess || kind === "service-renamed" || kind === "port-renamed" || kind === "address-changed";
  const names = renamed ? [...subject.slice(0, -1), [before, after].sort().join("|")] : subject;
  // For a type that changed sides, each direction reports those of its old contract.
  const own = kind.startsWith("parameter") ? side : "";
  const isAddress = kind === "address-changed";
  return JSON.stringify([turned, own, isAddress ? [[before, after].sort().join("|")] : names]);
}

describe("compareContracts, for random contracts", () => {
  it("finds nothing between a contract and itself", () => {
    always(
      contracts,
      (contract) => {
        expect(compareContracts(contract, structuredClone(contract)).findings).to.deep.equal([]);
      },
      100,
    );
  });

  it("is symmetric in subjects: what is added one way is removed the other way", () => {
    always(
      pairs,
      ([a, b]) => {
        const there = compareContracts(a, b).findings.map((finding) => undirected(finding, false));
        const back = compareContracts(b, a).findings.map((finding) => undirected(finding, true));
        expect(back.sort()).to.deep.equal(there.sort());
      },
      100,
    );
  });

  it("is independent of the order of operations and types, with unique ids", () => {
    always(
      pairs,
      ([a, b]) => {
        const ids = compareContracts(a, b).findings.map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
        const turned = compareContracts(reversed(a), reversed(b)).findings.map(({ id }) => id);
        expect(turned).to.deep.equal(ids);
      },
      100,
    );
  });

  it("has the worst verdict of its findings, which touch only what they may break", () => {
    const order = ["same", "cosmetic", "additive", "risky", "breaking"];
    always(
      pairs,
      ([a, b]) => {
        const { verdict, findings } = compareContracts(a, b);
        const worst = Math.max(0, ...findings.map((finding) => order.indexOf(finding.verdict)));
        expect(verdict).to.equal(order[worst]);
        for (const { touches, verdict: own } of findings) {
          expect(touches.wire || touches.types).to.equal(own === "risky" || own === "breaking");
        }
      },
      100,
    );
  });

  it("is rendered without a control character", () => {
    const titles = { old: "a\u001b[2J", new: "b\u202e`<b>" };
    always(
      pairs,
      ([a, b]) => {
        const diff = compareContracts(a, b);
        for (const text of [renderText(diff, titles, { colour: false }), renderMarkdown(diff, titles)]) {
          expect(text).not.to.match(UNPRINTABLE);
        }
        expect(JSON.parse(renderJson(diff, titles)).findings).to.deep.equal(diff.findings);
      },
      100,
    );
  });
});
