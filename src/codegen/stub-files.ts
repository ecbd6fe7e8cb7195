import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { generate, parseWsdl } from "wsdl-tsclient";
import { Logger } from "wsdl-tsclient/dist/src/utils/logger.js";
import type { Contract } from "../soap/contract/contract.js";
import { nodeSoapContract } from "../soap/node-soap/node-soap-contract.js";
import { renderOnePortWsdl } from "../soap/node-soap/one-port-wsdl.js";
import { WsdlError } from "../wsdl/load/wsdl-error.js";
import { adoptSchemaNames } from "./stub-model.js";
import type { TypeNames } from "./type-names.js";

/**
 * Runs wsdl-tsclient over the contract, rendered as a WSDL with one port, and gives what it wrote: source by path,
 * with `/`, sorted. It works in a temporary folder of its own and prints nothing.
 *
 * @throws {WsdlError} when wsdl-tsclient fails.
 */
export async function writeStubs(contract: Contract, names: TypeNames): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "rescue-generate-"));
  try {
    // The name of this file becomes the name of the client: ApiClient.
    const wsdl = join(folder, "api.wsdl");
    const out = join(folder, "api");
    // Without the types, which are made anew from the contract: describing them takes it time exponential in their depth.
    await writeFile(wsdl, renderOnePortWsdl(nodeSoapContract(contract)));
    Logger.disabled();
    const model = await parseWsdl(wsdl, { maxRecursiveDefinitionName: 1_000_000, caseInsensitiveNames: false });
    adoptSchemaNames(model, contract, names);
    await generate(model, out, { esm: true });
    return await readSources(out);
  } catch (error) {
    if (error instanceof WsdlError) throw error;
    throw new WsdlError("wsdl-tsclient failed on this WSDL", undefined, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readSources(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sources = await Promise.all(
    paths.sort().map(async (path): Promise<[string, string]> => {
      return [relative(folder, path).split(sep).join("/"), await readFile(path, "utf8")];
    }),
  );
  return new Map(sources);
}
