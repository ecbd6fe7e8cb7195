/**
 * `npm run wsdl:pull [-- URL | FILE] [--strict]`: downloads the WSDL of the service, or copies a file, into `wsdl/`. With
 * `--strict` it refuses a WSDL with an unsupported operation. `--proxy`, `--ca`, `--cert` and `--key` as for `rescue`.
 */
import { parseArgs } from "node:util";
import { visible } from "../src/soap/text/printable.js";
import { pullWsdl } from "../src/wsdl/pull/pull-wsdl.js";
import { CONNECTION_ARGUMENTS, connectionSettings } from "./connection-arguments.js";
import { describe } from "./regenerate/step.js";
import { wsdlSource } from "./wsdl-source.js";

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { strict: { type: "boolean", default: false }, ...CONNECTION_ARGUMENTS },
  });
  const source = wsdlSource(positionals[0]);
  const { origin, operations, leftOut } = await pullWsdl({
    source,
    folder: "wsdl",
    strict: values.strict,
    connection: await connectionSettings(values),
  });
  console.log(`wsdl/API.wsdl: ${operations} operations, ${origin.bytes} bytes, sha256 ${origin.sha256}`);
  for (const [name, { place, reason }] of Object.entries(leftOut))
    console.log(visible(`left out: ${name} (${place}: ${reason})`));
} catch (error) {
  console.error(`wsdl:pull failed, nothing was changed: ${describe(error)}`);
  process.exitCode = 1;
}
