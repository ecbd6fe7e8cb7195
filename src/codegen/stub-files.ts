import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate, parseWsdl } from "wsdl-tsclient";
import { Logger } from "wsdl-tsclient/dist/src/utils/logger.js";
import type { Contract } from "../soap/contract/contract.js";
import { nodeSoapContract } from "../soap/node-soap/node-soap-contract.js";
import { renderOnePortWsdl } from "../soap/node-soap/one-port-wsdl.js";
import { WsdlError } from "../wsdl/load/wsdl-error.js";
import { adoptNames } from "./stub-model.js";
import type { TypescriptNames } from "./typescript-names.js";

/** What wsdl-tsclient wrote: the source of the client, of its port and of its service. */
export interface StubSources {
  readonly client: string;
  readonly port: string;
  readonly service: string;
}

/**
 * Runs wsdl-tsclient over the contract, rendered as a WSDL with one port. It works in a temporary folder of its own and
 * prints nothing.
 *
 * @throws {WsdlError} when wsdl-tsclient fails.
 */
export async function writeStubs(contract: Contract, names: TypescriptNames): Promise<StubSources> {
  const folder = await mkdtemp(join(tmpdir(), "rescue-generate-"));
  try {
    // The name of this file becomes the name of the client: ApiClient.
    const wsdl = join(folder, "api.wsdl");
    // Without the types, which `types.ts` has: describing them takes wsdl-tsclient time exponential in their depth.
    await writeFile(wsdl, renderOnePortWsdl(nodeSoapContract(contract)));
    Logger.disabled();
    const model = await parseWsdl(wsdl, { maxRecursiveDefinitionName: 1_000_000, caseInsensitiveNames: false });
    adoptNames(model, contract, names);
    await generate(model, folder, { esm: true });
    const [client, port, service] = await Promise.all([
      readFile(join(folder, "client.ts"), "utf8"),
      readFile(join(folder, "ports", `${names.port}.ts`), "utf8"),
      readFile(join(folder, "services", `${names.service}.ts`), "utf8"),
    ]);
    return { client, port, service };
  } catch (error) {
    if (error instanceof WsdlError) throw error;
    throw new WsdlError("wsdl-tsclient failed on this WSDL", undefined, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
