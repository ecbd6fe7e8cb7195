// Writes what the package brings along, as CycloneDX 1.5, from the lock file: `npm run sbom`. npm's own `npm sbom --omit
// dev` leaves out what a development dependency needs as well, such as soap.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const SBOM_FILE = ".build/sbom.cdx.json";

/** The part of a lock file of version 3 that is used here. */
export interface LockFile {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The places in the lock file of all that the project needs at run time, itself not included. */
export function shippedPackages({ packages }: LockFile): readonly string[] {
  const found = new Set<string>();
  const visit = (place: string) => {
    const { dependencies, optionalDependencies } = packages[place] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const next = placeOf(packages, place, name);
      if (next === undefined) {
        if (optionalDependencies && Object.hasOwn(optionalDependencies, name)) continue;
        throw new Error(`package-lock.json has no ${name}, which ${place || "the package"} needs`);
      }
      if (found.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit("");
  return [...found].sort();
}

/** Where Node finds a package: in the nearest node_modules, from within `place` outwards. */
function placeOf(packages: LockFile["packages"], place: string, name: string): string | undefined {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    const candidate = `${at === "" ? "" : `${at}/`}node_modules/${name}`;
    if (Object.hasOwn(packages, candidate)) return candidate;
    if (at === "") return undefined;
  }
}

/** The bill of materials of a lock file: the same bytes for the same file, without a date or a serial number. */
export function sbomOf(lock: LockFile): string {
  const components = shippedPackages(lock).map((place) => {
    const { version = "", license, integrity = "" } = lock.packages[place] ?? {};
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    return {
      type: "library",
      "bom-ref": `${name}@${version}`,
      name,
      version,
      purl: purlOf(name, version),
      ...(license === undefined
        ? {}
        : { licenses: [/[ ()]/.test(license) ? { expression: license } : { license: { id: license } }] }),
      hashes: hashesOf(integrity),
    };
  });
  const component = {
    type: "library",
    "bom-ref": `${lock.name}@${lock.version}`,
    name: lock.name,
    version: lock.version,
  };
  const own = { ...component, purl: purlOf(lock.name, lock.version) };
  const bom = { bomFormat: "CycloneDX", specVersion: "1.5", version: 1, metadata: { component: own }, components };
  return `${JSON.stringify(bom, undefined, 2)}\n`;
}

function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

function hashesOf(integrity: string): readonly { readonly alg: string; readonly content: string }[] {
  return integrity.split(/\s+/).flatMap((one) => {
    const [, bits, digest] = /^sha(256|384|512)-([\w+/=]+)$/.exec(one) ?? [];
    return digest === undefined ? [] : [{ alg: `SHA-${bits}`, content: Buffer.from(digest, "base64").toString("hex") }];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(await readFile("package-lock.json", "utf8")) as LockFile;
  await mkdir(dirname(SBOM_FILE), { recursive: true });
  await writeFile(SBOM_FILE, sbomOf(lock));
  console.log(`${SBOM_FILE}: ${shippedPackages(lock).length} packages`);
}
