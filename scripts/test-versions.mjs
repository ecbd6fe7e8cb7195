// Runs the compiled tests under other versions of Node, from the registry's `node` package.
// Usage: npm run test:versions, which compiles them first; or node scripts/test-versions.mjs 22 24
import { spawnSync } from "node:child_process";

for (const version of process.argv.slice(2)) {
  console.log(`Node ${version}:`);
  const { status } = spawnSync("npx", ["--yes", "-p", `node@${version}`, "node", "scripts/run-tests.mjs"], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
