/** `npm run wsdl:pull [-- URL | FILE]`: fetches the WSDL of the service, or takes one that somebody sent, into `wsdl/`. */
import { pullWsdl } from "../src/wsdl/pull-wsdl.js";
import { wsdlSource } from "./wsdl-source.js";

try {
  const { origin, operations } = await pullWsdl({ source: wsdlSource(process.argv[2]), folder: "wsdl" });
  console.log(`wsdl/API.wsdl: ${operations} operations, ${origin.bytes} bytes, sha256 ${origin.sha256}`);
} catch (error) {
  console.error(`wsdl:pull failed, nothing was changed: ${describe(error)}`);
  process.exitCode = 1;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
