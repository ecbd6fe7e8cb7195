import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Contract, type LeftOutOperation, leftOutOf } from "../soap/contract.js";
import { type LoadedWsdl, loadWsdl } from "./load-wsdl.js";
import { ORIGIN_FILE, publicUrl, type WsdlOrigin } from "./origin.js";
import { readDocuments } from "./read-wsdl.js";
import { replaceFiles } from "./replace-files.js";
import { quoteForeign, WsdlError } from "./wsdl-error.js";

/** The name under which a pulled WSDL is kept. */
export const WSDL_FILE = "API.wsdl";

export interface PullOptions {
  /** Where the WSDL is; https, or http to this machine. */
  readonly url: string;
  /** The folder that gets `API.wsdl`, what it imports, and `origin.json`; made when missing. */
  readonly folder: string;
  /** For all downloads together, in milliseconds; 30 s when absent. */
  readonly timeout?: number;
  /** The most bytes accepted of all documents together, counted after decompression; 32 MiB when absent. */
  readonly maximumBytes?: number;
  /** Refuse a WSDL of which an operation cannot be carried, instead of leaving that out; false when absent. */
  readonly strict?: boolean;
  /** The time written down as `retrieved`; now when absent. */
  readonly now?: Date;
}

/** What was pulled. */
export interface PulledWsdl {
  readonly origin: WsdlOrigin;
  readonly operations: number;
  /** The operations that cannot be carried, by name; empty where there is none. */
  readonly leftOut: Readonly<Record<string, LeftOutOperation>>;
}

/**
 * Fetches a WSDL and what it imports from the same origin, reads them, and only when they can be read replaces
 * `API.wsdl`, `API.import-1.xsd`, … and `origin.json` in the folder. All documents are kept byte for byte, their
 * references too: where those lead is written in `origin.json`, which is renamed into place first. A crash before the
 * WSDL leaves a checksum that does not fit it, which `checkOrigin` reports before anything is generated.
 *
 * @throws {WsdlError} saying what came back; nothing has changed on disk then.
 */
export async function pullWsdl(options: PullOptions): Promise<PulledWsdl> {
  if (!URL.canParse(options.url)) throw new WsdlError(`${quoteForeign(options.url)} is not a URL`);
  const url = new URL(options.url);
  if (!/^https?:$/.test(url.protocol)) throw new WsdlError("only https is used, and http to this machine");
  const { documents, imports, contract } = await fetchReadable(url, options);

  const [wsdl, ...imported] = documents;
  const origin = {
    url: publicUrl(url),
    retrieved: (options.now ?? new Date()).toISOString(),
    sha256: wsdl.sha256,
    bytes: wsdl.bytes.byteLength,
    ...(imports.length > 0 ? { imports } : {}),
  } satisfies WsdlOrigin;
  await replaceFiles(options.folder, [
    [ORIGIN_FILE, `${JSON.stringify(origin, undefined, 2)}\n`],
    ...imported.map(({ name, bytes }): [string, Uint8Array] => [name, bytes]),
    [WSDL_FILE, wsdl.bytes],
  ]);
  await removeStale(options.folder, new Set(imported.map(({ name }) => name)));
  return { origin, operations: Object.keys(contract.operations).length, leftOut: leftOutOf(contract) };
}

async function fetchReadable(
  url: URL,
  { timeout, maximumBytes, strict = false }: PullOptions,
): Promise<LoadedWsdl & { readonly contract: Contract }> {
  try {
    const loaded = await loadWsdl(url.href, {
      name: WSDL_FILE,
      ...(timeout === undefined ? {} : { timeout }),
      ...(maximumBytes === undefined ? {} : { maximumBytes }),
    });
    return { ...loaded, contract: readDocuments(loaded.documents, { strict }).contract };
  } catch (error) {
    if (!(error instanceof WsdlError) || !error.place) throw error;
    throw new WsdlError(`status 200 came, but ${error.message}`, undefined, error);
  }
}

async function removeStale(folder: string, current: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/^API\.import-\d+\.(?:wsdl|xsd)$/.test(name) && !current.has(name)) await rm(join(folder, name));
  }
}
