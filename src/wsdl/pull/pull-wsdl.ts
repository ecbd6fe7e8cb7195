import { readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Contract, type LeftOutOperation, leftOutOf } from "../../soap/contract/contract.js";
import type { ConnectionSettings } from "../../soap/http/connection-agent.js";
import { plainFileName } from "../load/folder-store.js";
import { type LoadedWsdl, loadWsdl } from "../load/load-wsdl.js";
import { ORIGIN_FILE, publicUrl, type WsdlOrigin } from "../load/origin.js";
import { quoteForeign, WsdlError } from "../load/wsdl-error.js";
import { readDocuments } from "../read/read-wsdl.js";
import { replaceFiles } from "./replace-files.js";

/** The file name of a pulled WSDL. */
export const WSDL_FILE = "API.wsdl";

export interface PullOptions {
  /** The WSDL: an https URL (http to this machine), or a file. */
  readonly source: string;
  /** The folder for `API.wsdl`, its imports and `origin.json`; created when missing. */
  readonly folder: string;
  /**
   * The time for all downloads together, in milliseconds.
   * @default 30_000
   */
  readonly timeout?: number | undefined;
  /**
   * The most bytes to accept of all documents together, counted after decompression.
   * @default 33_554_432 (32 MiB)
   */
  readonly maximumBytes?: number | undefined;
  /** How an address is reached. @default as calls reach the service without options */
  readonly connection?: ConnectionSettings | undefined;
  /**
   * Whether to refuse a WSDL with an unsupported operation, instead of leaving the operation out.
   * @default false
   */
  readonly strict?: boolean | undefined;
  /**
   * The time to record as `retrieved`.
   * @default the current time
   */
  readonly now?: Date | undefined;
}

/** What was pulled. */
export interface PulledWsdl {
  readonly origin: WsdlOrigin;
  readonly operations: number;
  /** The unsupported operations, by name; empty when there are none. */
  readonly leftOut: Readonly<Record<string, LeftOutOperation>>;
}

/**
 * Fetches a WSDL and its imports (from the same origin, or from the folder of the file), reads them, and only if that
 * succeeds replaces `API.wsdl`, `API.import-1.xsd`, … and `origin.json` in the folder. All documents are stored byte for
 * byte, with their references: `origin.json` records the targets of these, and is renamed into place first. A crash before
 * the WSDL follows leaves a checksum that does not match, which `checkOrigin` reports before anything is generated.
 *
 * @throws {WsdlError} saying what was received; nothing on disk has changed then.
 */
export async function pullWsdl(options: PullOptions): Promise<PulledWsdl> {
  const { documents, imports, contract } = await fetchReadable(options);

  const [wsdl, ...imported] = documents;
  const origin = {
    ...publicSource(options.source),
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

/** A file of a pulled WSDL: `API.wsdl`, `origin.json`, or an imported document. */
export interface PulledFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files that `pullWsdl` wrote to a folder. */
export async function pulledFiles(folder: string): Promise<readonly PulledFile[]> {
  const isOurs = (name: string) => name === ORIGIN_FILE || name === WSDL_FILE || IMPORTED.test(name);
  const names = (await readdir(folder)).filter(isOurs);
  return await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
}

/** Replaces the pulled WSDL in a folder: `origin.json` first, the WSDL last. Other files are unchanged. */
export async function placeWsdl(folder: string, files: readonly PulledFile[]): Promise<void> {
  const rank = ({ name }: PulledFile) => (name === ORIGIN_FILE ? 0 : name === WSDL_FILE ? 2 : 1);
  const inOrder = files.toSorted((one, other) => rank(one) - rank(other));
  await replaceFiles(
    folder,
    inOrder.map(({ name, bytes }) => [name, bytes]),
  );
  await removeStale(folder, new Set(files.map(({ name }) => name)));
}

/** The origin of a WSDL, safe to store: no credentials, no query, no path on this machine. */
export function publicSource(source: string): Pick<WsdlOrigin, "url" | "file"> {
  return isAddress(source) ? { url: publicUrl(new URL(source)) } : { file: plainFileName(basename(source)) };
}

function isAddress(source: string): boolean {
  return /^https?:/i.test(source) && URL.canParse(source);
}

async function fetchReadable({
  source,
  timeout,
  maximumBytes,
  connection,
  strict = false,
}: PullOptions): Promise<LoadedWsdl & { readonly contract: Contract }> {
  try {
    const loaded = await loadWsdl(source, {
      name: WSDL_FILE,
      ...(timeout === undefined ? {} : { timeout }),
      ...(maximumBytes === undefined ? {} : { maximumBytes }),
      ...(connection === undefined ? {} : { connection }),
    });
    return { ...loaded, contract: readDocuments(loaded.documents, { strict }).contract };
  } catch (error) {
    if (!(error instanceof WsdlError) || !error.place) throw error;
    const received = isAddress(source) ? "the reply has status 200" : `${quoteForeign(basename(source))} was read`;
    throw new WsdlError(`${received}, but ${error.message}`, undefined, error);
  }
}

const IMPORTED = /^API\.import-\d+\.(?:wsdl|xsd)$/;

async function removeStale(folder: string, current: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (IMPORTED.test(name) && !current.has(name)) await rm(join(folder, name));
  }
}
