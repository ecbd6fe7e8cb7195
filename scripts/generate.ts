/**
 * `npm run generate [-- --check] [-- --strict] [-- --wsdl FILE --out DIR]`: makes `generated/` from `wsdl/API.wsdl`. With `--check`
 * nothing is written: the files that differ are listed, and the exit code is 1 when there are any. For a
 * folder elsewhere, `--contract-module` names the module that its `contract.ts` imports the type `Contract` from. With
 * `--strict`, a WSDL with an operation that cannot be carried is refused.
 */
import { parseArgs } from "node:util";
import { findDrift } from "../src/codegen/drift.js";
import { generate } from "../src/codegen/generate.js";
import { renderFiles } from "../src/codegen/render-files.js";
import { loadWsdl } from "../src/wsdl/load/load-wsdl.js";
import { checkOrigin } from "../src/wsdl/load/origin.js";

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean", default: false },
      wsdl: { type: "string", default: "wsdl/API.wsdl" },
      out: { type: "string", default: "generated" },
      "contract-module": { type: "string" },
      strict: { type: "boolean", default: false },
    },
  });
  const contractModule = values["contract-module"];
  const { strict } = values;
  const options = contractModule === undefined ? { strict } : { contractModule, strict };
  const input = await loadWsdl(values.wsdl);
  await checkOrigin(values.wsdl, input.documents[0].bytes);
  if (!values.check) {
    console.log(
      `${values.out}: ${await generate({ ...input, ...options, out: values.out })} files from ${values.wsdl}`,
    );
    return;
  }
  const drift = await findDrift(values.out, await renderFiles(input, options));
  for (const line of drift) console.log(line);
  if (drift.length > 0)
    throw new Error(`${values.out} differs from what ${values.wsdl} generates: run npm run generate`);
  console.log(`${values.out} is up to date with ${values.wsdl}`);
}

try {
  await run();
} catch (error) {
  console.error(`generate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
