/**
 * `npm run generate [-- --check] [-- --wsdl FILE --out DIR]`: makes `generated/` from `wsdl/API.wsdl`. With `--check`
 * nothing is written: the files that differ are listed, and the exit code is 1 when there are any.
 */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { findDrift } from "../src/codegen/drift.js";
import { generate } from "../src/codegen/generate.js";
import { renderFiles } from "../src/codegen/render-files.js";
import { checkOrigin } from "../src/wsdl/origin.js";

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean", default: false },
      wsdl: { type: "string", default: "wsdl/API.wsdl" },
      out: { type: "string", default: "generated" },
    },
  });
  const bytes = await readFile(values.wsdl);
  await checkOrigin(values.wsdl, bytes);
  const input = { wsdlText: bytes.toString("utf8"), fileName: basename(values.wsdl) };
  if (!values.check) {
    console.log(`${values.out}: ${await generate({ ...input, out: values.out })} files from ${values.wsdl}`);
    return;
  }
  const drift = await findDrift(values.out, await renderFiles(input));
  for (const line of drift) console.log(line);
  if (drift.length > 0) throw new Error(`${values.out} is not what ${values.wsdl} gives: run npm run generate`);
  console.log(`${values.out} is up to date with ${values.wsdl}`);
}

try {
  await run();
} catch (error) {
  console.error(`generate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
