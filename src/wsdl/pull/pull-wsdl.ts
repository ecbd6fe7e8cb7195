import { readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Contract, type LeftOutOperation, leftOutOf } from "../../soap/contract/contract.js";
import { plainFileName } from "../load/folder-store.js";
import { type LoadedWsdl, loadWsdl } from "../load/load-wsdl.js";
import { ORIGIN_FILE, publicUrl, type WsdlOrigin } from "../load/origin.js";
import { quoteForeign, WsdlError } from "../load/wsdl-error.js";
import { readDocuments } from "../read/read-wsdl.js";
import { replaceFiles } from "./replace-files.js";

/** The name under which a pulled WSDL is kept. */
export const WSDL_FILE = "API.wsdl";

export interface PullOptions {
  /** Where the WSDL is: an address, https or http to this machine, or a file that somebody sent. */
  readonly source: string;
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
 * Fetches a WSDL and what it imports (from the same origin, or from the folder of the file), reads them, and only when they can be read replaces
 * `API.wsdl`, `API.import-1.xsd`, … and `origin.json` in the folder. All documents are kept byte for byte, their
 * references too: where those lead is written in `origin.json`, which is renamed into place first. A crash before the
 * WSDL leaves a checksum that does not fit it, which `checkOrigin` reports before anything is generated.
 *
 * @throws {WsdlError} saying what came back; nothing has changed on disk then.
 */
export async function pullWsdl(options: PullOptions): Promise<PulledWsdl> {
  const { documents, imports, contract } = await fetchReadable(options);

  const [wsdl, ...imported] = documents;
  const origin = {
    ...placeOf(options.source),
    retrieved: (options.now ?? new Date()).toISOString(),
    sha256: wsdl.sha256,
    bytes: wsdl.bytes.byteLength,
    ...(imports.length > 0 ? { imports } : {}),
  } satisfies WsdlOrigin;
  await placeWsdl(options.folder, [
    { name: ORIGIN_FILE, bytes: Buffer.from(`${JSON.stringify(origin, undefined, 2)}\n`) },
    ...imported,
    wsdl,
  ]);
  return { origin, operations: Object.keys(contract.operations).length, leftOut: leftOutOf(contract) };
}

/** A file of a pulled WSDL: `API.wsdl`, `origin.json`, or a document that is imported. */
export interface PulledFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files that `pullWsdl` left in a folder. */
export async function pulledFiles(folder: string): Promise<readonly PulledFile[]> {
  const isOurs = (name: string) => name === ORIGIN_FILE || name === WSDL_FILE || IMPORTED.test(name);
  const names = (await readdir(folder)).filter(isOurs);
  return await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
}

/** Makes a folder hold a pulled WSDL, in place of the one before it; other files stay. `origin.json` is first, the WSDL last. */
export async function placeWsdl(folder: string, files: readonly PulledFile[]): Promise<void> {
  const rank = ({ name }: PulledFile) => (name === ORIGIN_FILE ? 0 : name === WSDL_FILE ? 2 : 1);
  const inOrder = files.toSorted((one, other) => rank(one) - rank(other));
  await replaceFiles(
    folder,
    inOrder.map(({ name, bytes }) => [name, bytes]),
  );
  await removeStale(folder, new Set(files.map(({ name }) => name)));
}

/** Where a WSDL comes from, as it may be written down: no credentials, no query, no path on this machine. */
export function placeOf(source: string): Pick<WsdlOrigin, "url" | "file"> {
  return isAddress(source) ? { url: publicUrl(new URL(source)) } : { file: plainFileName(basename(source)) };
}

function isAddress(source: string): boolean {
  return /^https?:/i.test(source) && URL.canParse(source);
}

async function fetchReadable({
  source,
  timeout,
  maximumBytes,
  strict = false,
}: PullOptions): Promise<LoadedWsdl & { readonly contract: Contract }> {
  try {
    const loaded = await loadWsdl(source, {
      name: WSDL_FILE,
      ...(timeout === undefined ? {} : { timeout }),
      ...(maximumBytes === undefined ? {} : { maximumBytes }),
    });
    return { ...loaded, contract: readDocuments(loaded.documents, { strict }).contract };
  } catch (error) {
    if (!(error instanceof WsdlError) || !error.place) throw error;
    const came = isAddress(source) ? "status 200 came" : `${quoteForeign(basename(source))} was read`;
    throw new WsdlError(`${came}, but ${error.message}`, undefined, error);
  }
}

const IMPORTED = /^API\.import-\d+\.(?:wsdl|xsd)$/;

async function removeStale(folder: string, current: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (IMPORTED.test(name) && !current.has(name)) await rm(join(folder, name));
  }
}
