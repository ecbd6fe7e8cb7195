import { expect } from "chai";
import { type ContractDiff, compareContracts, type Verdict } from "../../../src/wsdl/index.js";
import { before, edited, fieldOf, literalsOf, membersOf, parametersOf } from "./sample.js";
import { SINGLE_CHANGES } from "./single-changes.js";

const idsOf = (diff: ContractDiff) => diff.findings.map(({ id }) => id);
const worse = (a: Verdict, b: Verdict) => {
  const order = ["cosmetic", "additive", "risky", "breaking"];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
};

describe("compareContracts", () => {
  it("finds nothing between a contract and itself", () => {
    expect(compareContracts(before, before)).to.deep.equal({ verdict: "same", semver: "none", findings: [] });
    expect(compareContracts(before, structuredClone(before)).verdict).to.equal("same");
  });

  describe("reports one finding for one change, judged for wire and types", () => {
    for (const [id, wire, types, edit] of SINGLE_CHANGES) {
      it(`${id}: ${wire} on the wire, ${types} in types`, () => {
        const diff = compareContracts(before, edited(edit));
        const found = diff.findings.find((finding) => finding.id === id);
        expect(found?.impact, `found ${idsOf(diff).join(" ")}`).to.deep.equal({ wire, types });
        expect(found?.verdict).to.equal(worse(wire, types));
        expect(found?.touches).to.deep.equal({
          wire: wire === "risky" || wire === "breaking",
          types: types === "risky" || types === "breaking",
        });
        expect(found?.reason).to.match(/^[A-Z].*\.$/);
        // Only types that no field names any longer are reported as well.
        expect(idsOf(diff).filter((other) => other !== id && !other.startsWith("type-removed:"))).to.deep.equal([]);
      });
    }

    it("covering every kind of finding that a contract can have", () => {
      const kinds = new Set(SINGLE_CHANGES.map(([id]) => id.replace(/:.*/, "").replace(/^(?:request|response)-/, "")));
      expect(kinds.size).to.equal(29);
    });
  });

  describe("guesses renames, and reports them as guesses", () => {
    it("of an operation with the same parameters, whose types and literals follow its name", () => {
      const diff = compareContracts(
        before,
        edited((draft) => {
          const text = JSON.stringify(draft.operations.find).replaceAll("find", "seek");
          draft.operations.seek = JSON.parse(text);
          draft.enums.seekRet = literalsOf(draft, "findRet").map((literal) => literal.replace("find", "seek"));
          delete draft.operations.find;
          delete draft.enums.findRet;
          // find and seek are not similar.
        }),
      );
      expect(idsOf(diff)).to.deep.equal(["operation-removed:find", "operation-added:seek"]);

      const alike = compareContracts(
        before,
        edited((draft) => {
          draft.operations.findAll = JSON.parse(JSON.stringify(draft.operations.find).replaceAll("find", "findAll"));
          draft.enums.findAllRet = literalsOf(draft, "findRet");
          delete draft.operations.find;
          delete draft.enums.findRet;
        }),
      );
      expect(idsOf(alike)).to.deep.equal(["operation-renamed:find"]);
      const [found] = alike.findings;
      expect(found).to.include({ guess: true, before: "find", after: "findAll", verdict: "breaking" });
      expect(found?.reason).to.match(/guess/i);
    });

    it("but not between two equally good matches", () => {
      const diff = compareContracts(
        before,
        edited((draft) => {
          const stop = draft.operations.stop as NonNullable<typeof draft.operations.stop>;
          draft.operations.stopA = { ...stop, soapAction: "urn:a" };
          draft.operations.stopB = { ...stop, soapAction: "urn:b" };
          delete draft.operations.stop;
        }),
      );
      expect(idsOf(diff).filter((id) => id.startsWith("operation"))).to.deep.equal([
        "operation-removed:stop",
        "operation-added:stopA",
        "operation-added:stopB",
      ]);
    });

    it("of a type with the same content, once, however many fields use it", () => {
      const diff = compareContracts(
        before,
        edited((draft) => {
          draft.types.HUMAN = membersOf(draft, "PERSON");
          delete draft.types.PERSON;
          fieldOf(parametersOf(draft, "find", "request"), "oOwner").type = "HUMAN";
          fieldOf(parametersOf(draft, "find", "response"), "oOwner").type = "HUMAN";
        }),
      );
      expect(idsOf(diff)).to.deep.equal(["type-renamed:PERSON"]);
      expect(diff.findings[0]).to.deep.include({
        guess: true,
        after: "HUMAN",
        side: "both",
        impact: { wire: "cosmetic", types: "breaking" },
      });
    });

    it("of a parameter only when the type is the same too", () => {
      const diff = compareContracts(
        before,
        edited((draft) => {
          Object.assign(fieldOf(parametersOf(draft, "find", "request"), "iNode"), { name: "iNodeID", type: "xs:long" });
        }),
      );
      expect(idsOf(diff)).to.deep.equal([
        "request-parameter-added:find.iNodeID",
        "request-parameter-removed:find.iNode",
      ]);
    });
  });

  it("reports types that were added with a new parameter, but not those of a new operation", () => {
    const withType = compareContracts(
      before,
      edited((draft) => {
        parametersOf(draft, "find", "response").push({ name: "oPlace", type: "PLACE", min: 0 });
        draft.types.PLACE = [{ name: "sTown", type: "xs:string" }];
      }),
    );
    expect(idsOf(withType)).to.deep.equal(["response-parameter-added:find.oPlace", "type-added:PLACE"]);
    expect(withType).to.include({ verdict: "additive", semver: "minor" });
  });

  it("reports a new namespace once, though every SOAPAction follows it", () => {
    const moved = edited((draft) => {
      draft.namespace = "urn:moved";
      for (const [name, operation] of Object.entries(draft.operations)) operation.soapAction = `urn:moved/${name}`;
    });
    expect(idsOf(compareContracts(before, moved))).to.deep.equal(["namespace-changed"]);
  });

  it("uses the worse side for a type that is sent and received, and names it", () => {
    const added = compareContracts(
      before,
      edited((draft) => void literalsOf(draft, "COLOUR").push("blue")),
    ).findings[0];
    expect(added).to.include({ side: "both", verdict: "risky" });
    expect(added?.reason).to.match(/^Sent and received; as received, the worse side: /);
    const required = compareContracts(
      before,
      edited((draft) => void membersOf(draft, "PERSON").push({ name: "iMin", type: "xs:long" })),
    ).findings[0];
    expect(required?.reason).to.match(/^Sent and received; as sent, the worse side: /);
  });

  it("judges a changed complex type by its content, cyclic or not", () => {
    const cyclic = edited((draft) => {
      draft.types.NODE = [
        { name: "iID", type: "xs:int" },
        { name: "oNext", type: "NODE", min: 0 },
      ];
      parametersOf(draft, "find", "response").push({ name: "oNode", type: "NODE", min: 0 });
    });
    const larger = edited((draft) => {
      draft.types.LINK = [
        { name: "iID", type: "xs:int" },
        { name: "oNext", type: "LINK", min: 0 },
        { name: "sMore", type: "xs:string", min: 0 },
      ];
      delete draft.types.NODE;
      fieldOf(parametersOf(draft, "find", "response"), "oNode").type = "LINK";
    }, cyclic);
    const found = compareContracts(cyclic, larger).findings.find(({ kind }) => kind === "parameter-type-changed");
    expect(found?.impact).to.deep.equal({ wire: "cosmetic", types: "additive" });
    const back = compareContracts(larger, cyclic).findings.find(({ kind }) => kind === "parameter-type-changed");
    expect(back?.impact).to.deep.equal({ wire: "risky", types: "breaking" });
  });

  it("lists the operations that a change affects", () => {
    const diff = compareContracts(
      before,
      edited((draft) => void literalsOf(draft, "stopRet").push("stop_Late")),
    );
    expect(diff.findings.map(({ operations }) => operations)).to.deep.equal([["stop"]]);
  });

  it("treats hostile names as plain names", () => {
    const hostile = edited((draft) => {
      parametersOf(draft, "find", "request").push({ name: "__proto__", type: "xs:string", min: 0 });
      literalsOf(draft, "ORDER").push("a.b\n*/", "constructor");
    });
    expect(idsOf(compareContracts(before, hostile)).sort()).to.deep.equal([
      "enum-member-added:ORDER.a%2Eb%0A%2A%2F",
      "enum-member-added:ORDER.constructor",
      "request-parameter-added:find.__proto__",
    ]);
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const operations = Object.fromEntries(names.map((name) => [name, before.operations.stop]));
    const diff = compareContracts(before, { ...before, operations } as typeof before);
    expect(idsOf(diff).filter((id) => id.startsWith("operation-added"))).to.have.length(4);
  });
});
