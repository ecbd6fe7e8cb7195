/**
 * `npm run regenerate [-- URL] [--strict]`: takes a new WSDL through to a release that can be committed, or changes
 * nothing. With `--strict` one with an operation that cannot be carried is refused.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { PUT_BACK, regenerate, StepError } from "./regenerate/regenerate.js";
import { wsdlAddress } from "./wsdl-address.js";

const interrupt = new AbortController();
let child: ChildProcess | undefined;
let hasCompiled = false;

async function runScript(script: string): Promise<void> {
  // npm by its own file: npm.cmd of Windows is not started without a shell.
  const { npm_execpath: npm } = process.env;
  const [command, args] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  hasCompiled = true;
  child = spawn(command, [...args, "run", "--silent", script], { stdio: "inherit" });
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  child = undefined;
  if (code !== 0) throw new Error(`npm run ${script} ended with ${signal ?? `exit code ${code}`}`);
}

// What was written is put back before this process ends. A terminal sends its SIGINT to the step that runs as well.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(name, () => {
    interrupt.abort(new Error(`interrupted by ${name}`));
    if (name !== "SIGINT") child?.kill(name);
  });
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { strict: { type: "boolean", default: false } },
  });
  const url = wsdlAddress(positionals[0]);
  const { verdict, version } = await regenerate({
    root: ".",
    url,
    strict: values.strict,
    tell: console.log,
    runScript,
    signal: interrupt.signal,
  });
  console.log(verdict === "same" ? "The WSDL means what it meant: nothing was changed." : `${verdict}: now ${version}`);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  const isPutBack = !(error instanceof StepError && error.step === PUT_BACK);
  console.error(`regenerate failed${isPutBack ? ", everything is as it was" : ""}: ${message}`);
  if (hasCompiled) console.error("dist/ may have been compiled from the new WSDL: npm run build compiles it anew");
  process.exitCode = 1;
}
