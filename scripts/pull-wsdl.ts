/** `npm run wsdl:pull [-- URL]`: fetches the WSDL of the service into `wsdl/`. */
import { pullWsdl } from "../src/wsdl/pull-wsdl.js";

const SERVICE = "https://secure.logmeinrescue.com/API/API.asmx?wsdl";

/** ASMX serves its WSDL under `?wsdl`; an address without a query means that. */
function wsdlAddress(argument: string | undefined): string {
  if (argument === undefined) return SERVICE;
  if (!URL.canParse(argument)) return argument;
  const url = new URL(argument);
  if (url.search === "") url.search = "?wsdl";
  return url.href;
}

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
