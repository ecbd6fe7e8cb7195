/** `npm run regenerate [-- URL]`: takes a new WSDL through to a release that can be committed, or changes nothing. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { regenerate } from "./regenerate/regenerate.js";
import { wsdlAddress } from "./wsdl-address.js";

async function runScript(script: string): Promise<void> {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const child = spawn(npm, ["run", "--silent", script], { stdio: "inherit" });
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  if (code !== 0) throw new Error(`npm run ${script} ended with ${signal ?? `exit code ${code}`}`);
}

// The step that runs ends by the same signal; what was written is then put back.
process.on("SIGINT", () => {});

try {
  const url = wsdlAddress(process.argv[2]);
  const { verdict, version } = await regenerate({ root: ".", url, tell: console.log, runScript });
  console.log(verdict === "same" ? "The WSDL means what it meant: nothing was changed." : `${verdict}: now ${version}`);
} catch (error) {
  console.error(
    `regenerate failed, everything is as it was: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
}
