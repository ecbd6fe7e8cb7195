/** `npm run wsdl:pull [-- URL]`: fetches the WSDL of the service into `wsdl/`. */
import { pullWsdl } from "../src/wsdl/pull-wsdl.js";
import { wsdlAddress } from "./wsdl-address.js";

try {
  const { origin, operations } = await pullWsdl({ url: wsdlAddress(process.argv[2]), folder: "wsdl" });
  console.log(`wsdl/API.wsdl: ${operations} operations, ${origin.bytes} bytes, sha256 ${origin.sha256}`);
} catch (error) {
  console.error(`wsdl:pull failed, nothing was changed: ${describe(error)}`);
  process.exitCode = 1;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
