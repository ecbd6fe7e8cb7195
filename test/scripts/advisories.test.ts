import { expect } from "chai";
import { type Acceptance, advisoriesOf, problemsOf } from "../../scripts/advisories.js";

const LOCK = {
  name: "made",
  version: "1.0.0",
  packages: {
    "": { dependencies: { soap: "1" } },
    "node_modules/soap": { version: "1.0.0" },
    "node_modules/mocha": { version: "1.0.0" },
  },
};

function via(name: string, id: string, title = "a flaw") {
  return { source: 1, name, severity: "high", title, url: `https://advisories.example/GHSA-${id}` };
}

const AUDIT = JSON.stringify({
  vulnerabilities: {
    soap: { name: "soap", via: [via("soap", "aaaa-bbbb-cccc")], nodes: ["node_modules/soap"] },
    mocha: { name: "mocha", via: [via("mocha", "dddd-eeee-ffff"), "soap"], nodes: ["node_modules/mocha"] },
  },
});
const ACCEPTED: Acceptance = { id: "GHSA-aaaa-bbbb-cccc", package: "soap", reason: "not loaded", until: "2027-01-31" };

describe("the check of advisories", () => {
  it("tells what ships from what only builds", () => {
    const found = advisoriesOf(AUDIT, LOCK) ?? [];
    expect(found.map(({ id, ships }) => [id, ships])).to.deep.equal([
      ["GHSA-aaaa-bbbb-cccc", true],
      ["GHSA-dddd-eeee-ffff", false],
    ]);
    expect(problemsOf(found, [], "2026-12-01")).to.deep.equal([
      "ships: soap GHSA-aaaa-bbbb-cccc (high): a flaw",
      "only builds: mocha GHSA-dddd-eeee-ffff (high): a flaw",
    ]);
  });

  it("leaves out what was accepted, up to its last day", () => {
    const found = (advisoriesOf(AUDIT, LOCK) ?? []).slice(0, 1);
    expect(problemsOf(found, [ACCEPTED], "2027-01-31")).to.deep.equal([]);
    expect(problemsOf(found, [ACCEPTED], "2027-02-01")).to.deep.equal([
      "ships: soap GHSA-aaaa-bbbb-cccc (high): a flaw",
      "advisories.json: GHSA-aaaa-bbbb-cccc was accepted until 2027-01-31",
    ]);
    expect(problemsOf(found, [{ ...ACCEPTED, package: "axios" }], "2026-12-01")).to.have.length(2);
  });

  it("reports an acceptance that applies to nothing", () => {
    expect(problemsOf([], [ACCEPTED], "2026-12-01")).to.deep.equal([
      "advisories.json: GHSA-aaaa-bbbb-cccc of soap applies no more; remove it",
    ]);
  });

  it("knows nothing where the registry gave no report: that is not the same as none", () => {
    for (const text of [
      "",
      "not JSON",
      "[]",
      "null",
      '{"message":"405 Method Not Allowed"}',
      '{"vulnerabilities":{"a":{}}}',
    ]) {
      expect(advisoriesOf(text, LOCK), text).to.equal(undefined);
    }
    expect(advisoriesOf('{"vulnerabilities":{}}', LOCK)).to.deep.equal([]);
  });

  it("shows nothing of the registry that a terminal would act on", () => {
    const hostile = JSON.stringify({
      vulnerabilities: {
        soap: { via: [via("soap", "aaaa-bbbb-cccc", "\u001b[2Jgone\n")], nodes: ["node_modules/soap"] },
      },
    });
    expect(problemsOf(advisoriesOf(hostile, LOCK) ?? [], [], "2026-12-01")).to.deep.equal([
      "ships: soap GHSA-aaaa-bbbb-cccc (high): ?[2Jgone?",
    ]);
  });
});
