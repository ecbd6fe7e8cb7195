import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { type LockFile, sbomOf, shippedPackages } from "../../scripts/sbom.js";

/** The licences that the package's users have agreed to by using Node packages at all: none asks for source or for a notice elsewhere. */
const LICENCES = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT", "Python-2.0"];

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly [{ readonly license?: { readonly id: string }; readonly expression?: string }];
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

describe("the bill of materials", () => {
  let lock: LockFile;
  let text: string;
  let components: readonly Component[];

  before(async () => {
    lock = JSON.parse(await readFile("package-lock.json", "utf8"));
    text = sbomOf(lock);
    components = JSON.parse(text).components;
  });

  it("lists what npm marks as needed at run time, and nothing else", () => {
    const marked = Object.entries(
      lock.packages as Record<string, { dev?: true; optional?: true; devOptional?: true; peer?: true }>,
    )
      .filter(([place, one]) => place !== "" && !one.dev && !one.optional && !one.devOptional && !one.peer)
      .map(([place]) => place);
    expect(shippedPackages(lock)).to.include.members(["node_modules/soap", "node_modules/axios", "node_modules/saxes"]);
    expect(shippedPackages(lock)).to.deep.equal(marked.sort());
  });

  it("gives each a version, a licence that is accepted, and its hash", () => {
    for (const { name, version, purl, licenses, hashes } of components) {
      expect(version, name).to.match(/^\d+\.\d+\.\d+/);
      expect(purl).to.equal(`pkg:npm/${name.replace("@", "%40")}@${version}`);
      expect(LICENCES, name).to.include(licenses?.[0].license?.id);
      expect(hashes, name).to.have.length.above(0);
      expect(hashes[0]?.alg).to.equal("SHA-512");
      expect(hashes[0]?.content).to.match(/^[\da-f]{128}$/);
    }
  });

  it("is the same each time, and names no place it was fetched from", () => {
    expect(sbomOf(lock)).to.equal(text);
    expect(text).to.not.match(/timestamp|serialNumber|https?:/);
    expect(JSON.parse(text)).to.include({ bomFormat: "CycloneDX", specVersion: "1.5" });
    expect(JSON.parse(text).metadata.component).to.include({ name: "rescue-soap-client", version: lock.version });
  });

  it("follows the nearest copy of a package, and says which one is missing", () => {
    const packages = {
      "": { dependencies: { a: "1" } },
      "node_modules/a": { version: "1.0.0", dependencies: { b: "1" } },
      "node_modules/a/node_modules/b": { version: "1.0.0", optionalDependencies: { gone: "1" } },
      "node_modules/b": { version: "2.0.0" },
    };
    const made = { name: "made", version: "1.0.0", packages };
    expect(shippedPackages(made)).to.deep.equal(["node_modules/a", "node_modules/a/node_modules/b"]);
    const broken = { ...made, packages: { "": { dependencies: { a: "1" } } } };
    expect(() => shippedPackages(broken)).to.throw("package-lock.json has no a, which the package needs");
  });
});
