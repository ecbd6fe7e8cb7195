/**
 * `npm run regenerate [-- URL | FILE] [--strict]`: turns a new WSDL into a release that can be committed, or changes
 * nothing. With `--strict` it refuses a WSDL with an unsupported operation. `-- --resume` and `-- --undo` finish or undo a
 * run that was killed. `--proxy`, `--ca`, `--cert` and `--key` as for `rescue`.
 */
import { parseArgs } from "node:util";
import type { NetworkFlags } from "../src/cli/network-settings.js";
import { CONNECTION_ARGUMENTS, connectionSettings } from "./connection-arguments.js";
import { Interrupt } from "./regenerate/interrupt.js";
import { InterruptedRunError, type Regenerated, regenerate, resume, undo } from "./regenerate/regenerate.js";
import { ScriptRunner } from "./regenerate/script-runner.js";
import { describe, RESTORE, StepError } from "./regenerate/step.js";
import { wsdlSource } from "./wsdl-source.js";

const interrupt = new Interrupt();
const runner = new ScriptRunner(interrupt.signal);
let hasCompiled = false;

const options = {
  root: ".",
  tell: console.log,
  signal: interrupt.signal,
  runScript: (script: string, started: (group: number) => Promise<void>) => {
    hasCompiled = true;
    return runner.run(script, started);
  },
};

function conclude({ verdict, version }: Regenerated): void {
  console.log(
    verdict === "same" ? "The WSDL has the same meaning as before: nothing was changed." : `${verdict}: now ${version}`,
  );
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      resume: { type: "boolean", default: false },
      undo: { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
      ...CONNECTION_ARGUMENTS,
    },
    allowPositionals: true,
  });
  const [source, ...more] = positionals;
  const isAlone = Number(values.resume) + Number(values.undo) + positionals.length <= 1;
  if (!isAlone || more.length > 0) throw new Error("expected one URL or file, or --resume, or --undo");
  interrupt.listen();
  if (values.undo) {
    await undo(options);
    console.log(
      "Undone: all files are restored to their state before the interrupted run; npm run build rebuilds dist/ and lib/.",
    );
  } else conclude(await (values.resume ? resume(options) : begin(source, values)));
}

async function begin(source: string | undefined, values: NetworkFlags & { strict: boolean }): Promise<Regenerated> {
  const { strict } = values;
  return await regenerate(wsdlSource(source), { ...options, strict, connection: await connectionSettings(values) });
}

// An interrupted run may have left changed files.
function leavesAllUnchanged(error: unknown): boolean {
  if (error instanceof InterruptedRunError) return false;
  return !(error instanceof StepError && [RESTORE, "resume", "undo"].includes(error.step));
}

try {
  await run();
} catch (error) {
  const isInterrupted = interrupt.signal.aborted;
  const end = isInterrupted ? "was interrupted" : "failed";
  console.error(`regenerate ${end}${leavesAllUnchanged(error) ? ", all files are unchanged" : ""}: ${describe(error)}`);
  if (hasCompiled) console.error("dist/ and lib/ may have been built from the new WSDL: npm run build rebuilds them");
  process.exitCode = isInterrupted ? interrupt.exitCode : 1;
}
