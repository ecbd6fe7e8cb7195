/**
 * `npm run regenerate [-- URL | FILE] [--strict]`: takes a new WSDL through to a release that can be committed, or changes
 * nothing. With `--strict` one with an operation that cannot be carried is refused. `-- --resume` and `-- --undo` finish
 * or undo a run that was killed.
 */
import { parseArgs } from "node:util";
import { Interrupt } from "./regenerate/interrupt.js";
import { InterruptedRunError, type Regenerated, regenerate, resume, undo } from "./regenerate/regenerate.js";
import { ScriptRunner } from "./regenerate/script-runner.js";
import { describe, PUT_BACK, StepError } from "./regenerate/step.js";
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
    verdict === "same" ? "The WSDL means the same as before: nothing was changed." : `${verdict}: now ${version}`,
  );
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      resume: { type: "boolean", default: false },
      undo: { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const [source, ...more] = positionals;
  const isAlone = Number(values.resume) + Number(values.undo) + positionals.length <= 1;
  if (!isAlone || more.length > 0) throw new Error("expected at most one of: an address, a file, --resume, --undo");
  interrupt.listen();
  if (values.undo) {
    await undo(options);
    console.log("Undone: everything is as it was before the interrupted run; npm run build rebuilds dist/ and lib/.");
  } else
    conclude(
      await (values.resume ? resume(options) : regenerate(wsdlSource(source), { ...options, strict: values.strict })),
    );
}

// Where a run before has left files changed, nothing is as it was.
function saysAsItWas(error: unknown): boolean {
  if (error instanceof InterruptedRunError) return false;
  return !(error instanceof StepError && [PUT_BACK, "resume", "undo"].includes(error.step));
}

try {
  await run();
} catch (error) {
  const isInterrupted = interrupt.signal.aborted;
  const end = isInterrupted ? "was interrupted" : "failed";
  console.error(`regenerate ${end}${saysAsItWas(error) ? ", everything is as it was" : ""}: ${describe(error)}`);
  if (hasCompiled) console.error("dist/ and lib/ may have been built from the new WSDL: npm run build rebuilds them");
  process.exitCode = isInterrupted ? interrupt.exitCode : 1;
}
