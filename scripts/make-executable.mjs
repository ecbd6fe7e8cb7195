// Gives the compiled commands of package.json their run bit, which the compiler does not set and npx needs.
import { chmodSync, existsSync, readFileSync } from "node:fs";

const { bin } = JSON.parse(readFileSync("package.json", "utf8"));
for (const path of Object.values(bin)) if (existsSync(path)) chmodSync(path, 0o755);
