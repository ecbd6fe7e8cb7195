import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isRecord, parseJson } from "./json-record.js";
import { WsdlError } from "./wsdl-error.js";

/** What `origin.json` says about the `API.wsdl` next to it. */
export interface WsdlOrigin {
  /** The address it was pulled from, without credentials and without any query but `?wsdl`. */
  readonly url?: string;
  /** The name of the file, without folders, for one that was not pulled from an address. */
  readonly file?: string;
  /** The origin in words, for one that was not pulled. */
  readonly origin?: string;
  /** ISO 8601, UTC. */
  readonly retrieved?: string;
  /** The checksum of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** The documents that the WSDL imports, stored next to it; absent when there are none. */
  readonly imports?: readonly ImportedFile[];
}

/** The target of a reference to another document: a file in the folder of the WSDL. */
export interface ImportedFile {
  /** The file that holds the reference. */
  readonly from: string;
  /** The location, as written in that file. */
  readonly location: string;
  /** A name without folders. */
  readonly file: string;
  readonly sha256: string;
}

/** The name of the file that describes a WSDL, in the same folder. */
export const ORIGIN_FILE = "origin.json";

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** An address that is safe to store and show: no credentials, no fragment, and no query but `?wsdl`. */
export function publicUrl(url: URL): string {
  const asksForWsdl = /^\?(?:single)?wsdl$/i.test(url.search);
  return `${url.origin}${url.pathname}${asksForWsdl ? url.search : ""}`;
}

/**
 * Checks a WSDL against the `origin.json` next to it, so that an incomplete pull (the two files are renamed one after the
 * other) or an edited WSDL is not mistaken for the pulled one. Without an `origin.json`, nothing is checked.
 *
 * @throws {WsdlError} when `origin.json` is unreadable or names another checksum.
 */
export async function checkOrigin(wsdlFile: string, wsdlBytes: Uint8Array): Promise<void> {
  const origin = await readOrigin(dirname(wsdlFile));
  if (!origin) return;
  if (origin.sha256 !== sha256(wsdlBytes)) {
    throw new WsdlError(
      `${basename(wsdlFile)} is not the file that ${ORIGIN_FILE} describes (its sha256 differs): ` +
        "pull it again, or update the sha256 after an intended edit",
    );
  }
}

/**
 * Reads the parts of a folder's `origin.json` that loading needs; undefined when there is none.
 *
 * @throws {WsdlError} when it is unreadable.
 */
export async function readOrigin(folder: string): Promise<Pick<WsdlOrigin, "sha256" | "imports"> | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, ORIGIN_FILE), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new WsdlError(`cannot read ${ORIGIN_FILE}`, undefined, error);
  }
  const origin = parseJson(text);
  if (!isRecord(origin) || typeof origin.sha256 !== "string") throw new WsdlError(`${ORIGIN_FILE} contains no sha256`);
  const { imports = [] } = origin;
  if (!Array.isArray(imports) || !imports.every(isImportedFile)) {
    throw new WsdlError(`the imports of ${ORIGIN_FILE} are not a list of from, location, file and sha256; pull again`);
  }
  return { sha256: origin.sha256, imports };
}

function isImportedFile(value: unknown): value is ImportedFile {
  if (!isRecord(value)) return false;
  const { from, location, file, sha256: sum } = value;
  const isText = [from, location, file, sum].every((one) => typeof one === "string");
  return isText && /^\w[\w.-]*$/.test(file as string);
}
