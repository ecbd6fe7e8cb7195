/**
 * `npm run generate [-- --check] [-- --strict] [-- --wsdl FILE --out DIR]`: generates `generated/` from `wsdl/API.wsdl`.
 * With `--check` it writes nothing, lists the files that differ, and exits with 1 if there are any. A folder elsewhere
 * needs `--contract-module`, the module from which its `contract.ts` imports the type `Contract`. With `--strict` it
 * refuses a WSDL with an unsupported operation.
 */
import { parseArgs } from "node:util";
import { generate } from "../src/codegen/generate.js";
import { outdatedFiles } from "../src/codegen/outdated-files.js";
import { renderFiles } from "../src/codegen/render-files.js";
import { loadWsdl } from "../src/wsdl/load/load-wsdl.js";
import { checkOrigin } from "../src/wsdl/load/origin.js";
import { describe } from "./regenerate/step.js";

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
  const outdated = await outdatedFiles(values.out, await renderFiles(input, options));
  for (const line of outdated) console.log(line);
  if (outdated.length > 0) throw new Error(`${values.out} is not up to date with ${values.wsdl}: run npm run generate`);
  console.log(`${values.out} is up to date with ${values.wsdl}`);
}

try {
  await run();
} catch (error) {
  console.error(`generate: ${describe(error)}`);
  process.exitCode = 1;
}
