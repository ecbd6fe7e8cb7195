// Sets the repository's address in package.json, from which its issues and home page follow, and makes README.md link to it:
// docs/ is no part of the package, and npm's page shows README.md without the files beside it.
// Usage: npm run address -- https://forge.example/owner/name; with --check it fails while no address has been set.
import { readFileSync, writeFileSync } from "node:fs";

/** The address until one is known; RFC 2606 reserves its domain, so that it cannot belong to anybody. */
const UNKNOWN = "https://forge.invalid/rescue-soap-client";

/** A link or picture of a file of the repository, wherever it has been linked to. */
const LINK = /(!?\[[^\]]*\]\()(?:https:\/\/[^\s)]+\/(?:blob|raw)\/HEAD\/)?((?![a-z]+:|#)[^\s()]+)(?=\))/g;

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const [argument] = process.argv.slice(2);

if (argument === "--check") check();
else set(argument ?? UNKNOWN);

function set(text) {
  const address = text.replace(/\/$/, "").replace(/\.git$/, "");
  if (!URL.canParse(address) || new URL(address).protocol !== "https:") fail(`not an https address: ${text}`);
  manifest.homepage = `${address}#readme`;
  manifest.bugs = { url: `${address}/issues` };
  manifest.repository = { type: "git", url: `git+${address}.git` };
  writeFileSync("package.json", `${JSON.stringify(manifest, undefined, 2)}\n`);
  writeFileSync("README.md", withLinks(readFileSync("README.md", "utf8"), address));
}

/** README.md with its links to files at that address; within the repository where no address is known. */
function withLinks(text, address) {
  const plain = text.replace(LINK, "$1$2");
  if (address === UNKNOWN) return plain;
  return plain.replace(
    LINK,
    (_, start, path) => `${start}${address}/${start.startsWith("!") ? "raw" : "blob"}/HEAD/${path}`,
  );
}

function check() {
  if (manifest.homepage === `${UNKNOWN}#readme`)
    fail("package.json names no repository yet: npm run address -- https://…");
  const address = manifest.homepage.replace(/#readme$/, "");
  if (withLinks(readFileSync("README.md", "utf8"), address) !== readFileSync("README.md", "utf8"))
    fail(`README.md has links that npm's page cannot follow: npm run address -- ${address}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
