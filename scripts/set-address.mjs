// Sets the repository's address in package.json, from which its issues and home page follow: one address, in one place.
// Usage: npm run address -- https://forge.example/owner/name; with --check it fails while no address has been set.
import { readFileSync, writeFileSync } from "node:fs";

/** The address until one is known; RFC 2606 reserves its domain, so that it cannot belong to anybody. */
const UNKNOWN = "https://forge.invalid/rescue-soap-client";

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
}

function check() {
  if (manifest.homepage === `${UNKNOWN}#readme`)
    fail("package.json names no repository yet: npm run address -- https://…");
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
