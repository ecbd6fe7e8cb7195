import { readFileSync } from "node:fs";
import { expect } from "chai";
import { startEmulator } from "../../../../src/emulator/index.js";
import { compareWsdls, type Verdict } from "../../../../src/wsdl/index.js";
import { readWsdl } from "../../../../src/wsdl/read/read-wsdl.js";
import { BASE_WSDL } from "./base-wsdl.js";
import type { Change } from "./change.js";
import { type Compilation, compileConsumers } from "./compile-consumers.js";
import { CONSUMERS, type ConsumerName } from "./consumers.js";
import { LITERAL_CHANGES } from "./literal-changes.js";
import { meetings } from "./meetings.js";
import { MEMBER_CHANGES } from "./member-changes.js";
import { ProofService } from "./proof-service.js";
import { REQUEST_CHANGES } from "./request-changes.js";
import { RESPONSE_CHANGES } from "./response-changes.js";
import { CALL_NAMES } from "./script.js";
import { SERVICE_CHANGES } from "./service-changes.js";
import { UNSHOWN_CHANGES } from "./unshown-changes.js";

const GROUPS: readonly (readonly [name: string, changes: readonly Change[]])[] = [
  ["of the service and its operations", SERVICE_CHANGES],
  ["of what is sent", REQUEST_CHANGES],
  ["of what is received", RESPONSE_CHANGES],
  ["of members of complex types", MEMBER_CHANGES],
  ["of literals, and of types as such", LITERAL_CHANGES],
  ["of what generated types do not show", UNSHOWN_CHANGES],
];
const CHANGES = GROUPS.flatMap(([, changes]) => changes);

const ORDER: readonly Verdict[] = ["cosmetic", "additive", "risky", "breaking"];
const worst = (verdicts: readonly Verdict[]) => ORDER.findLast((verdict) => verdicts.includes(verdict));
const isPlain = (name: ConsumerName) => CONSUMERS[name].kind === "plain";

describe("the verdicts of a comparison, proven by compiler and wire", function () {
  this.timeout(120_000);
  const wsdls = new Map<string, string>();
  let compilations: ReadonlyMap<string, Compilation>;
  let old: ProofService;
  let goneAddress: string;
  let proven = 0;

  before(async () => {
    for (const [index, { edit }] of CHANGES.entries()) wsdls.set(String(index), edit(BASE_WSDL));
    const gone = await startEmulator();
    goneAddress = gone.endpoint;
    await gone.close();
    old = await ProofService.start(readWsdl(BASE_WSDL, "old.wsdl"), BASE_WSDL);
    compilations = await compileConsumers(BASE_WSDL, wsdls);
  });
  after(async () => {
    await old?.[Symbol.asyncDispose]();
    console.log(`      ${proven} of ${CHANGES.length} changes proven by compiler and wire`);
  });

  it("are those of as many changes as docs/wsdl.md says", () => {
    expect(readFileSync("docs/wsdl.md", "utf8")).to.contain(`the verdicts of ${CHANGES.length} single changes`);
    expect(new Set(wsdls.values())).to.have.length(CHANGES.length);
    expect([...wsdls.values()]).not.to.include(BASE_WSDL);
  });

  // The client returns a fault's detail as text.
  it("cover every kind of finding, except a second SOAP port's style, use and headers, and a fault's detail", () => {
    const ids = CHANGES.flatMap(({ finds }) => finds.map(([id]) => id));
    expect(new Set(ids.map((id) => id.replace(/:.*/, "").replace(/^(?:request|response)-/, "")))).to.have.length(55);
  });

  for (const [group, changes] of GROUPS) {
    describe(group, () => {
      for (const change of changes) {
        it(`${change.what}: ${change.finds.map((found) => found.join(" ")).join(", ")}`, async () => {
          const name = String(CHANGES.indexOf(change));
          const wsdl = wsdls.get(name) ?? "";
          const diff = compareWsdls({ text: BASE_WSDL, name: "old.wsdl" }, { text: wsdl, name: "new.wsdl" });
          const found = diff.findings.map(({ id, impact }) => [id, impact.wire, impact.types]);
          expect(found).to.have.deep.members([...change.finds]);
          expectTypes(change, compilations.get(name));
          await expectWire(change, wsdl);
          proven += 1;
        });
      }
    });
  }

  function expectTypes(change: Change, compilation: Compilation | undefined): void {
    const { stops = [] } = change;
    expect(compilation?.stops, "stopped by the compiler").to.deep.equal([...stops].sort());
    const verdict = worst(change.finds.map(([, , types]) => types));
    if (verdict === "breaking") expect(stops.some(isPlain), "some plain code is stopped").to.equal(true);
    else if (verdict === "risky")
      expect(stops.length > 0 && !stops.some(isPlain), "particular code only").to.equal(true);
    else {
      expect(stops).to.deep.equal([]);
      expect(compilation?.isSame, "the very same types").to.equal(verdict === "cosmetic");
    }
  }

  async function expectWire(change: Change, wsdl: string): Promise<void> {
    const { meets = [] } = change;
    await using now = await ProofService.start(readWsdl(BASE_WSDL, "old.wsdl"), wsdl);
    const { script, others } = await meetings(change, old, now, goneAddress);
    const named = new Map(meets.filter(([call]) => typeof call === "string"));
    expect(Object.fromEntries(script), "the script").to.deep.equal(
      Object.fromEntries(CALL_NAMES.map((call) => [call, named.get(call) ?? "same"])),
    );
    expect(others, "other calls").to.deep.equal(
      meets.filter(([call]) => typeof call !== "string").map(([, expected]) => expected),
    );
    const same = meets.filter(([, expected]) => expected === "same").length;
    const verdict = worst(change.finds.map(([, wire]) => wire));
    const hurt = meets.length - same;
    if (verdict === "breaking") expect([hurt > 0, same], "every call that has to do with it").to.deep.equal([true, 0]);
    else if (verdict === "risky") expect([hurt > 0, same > 0], "some calls, not others").to.deep.equal([true, true]);
    else expect(hurt, "no call").to.equal(0);
  }
});
