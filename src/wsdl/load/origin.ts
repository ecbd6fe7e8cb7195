import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { WsdlError } from "./wsdl-error.js";

/** What `origin.json` says of the `API.wsdl` beside it. */
export interface WsdlOrigin {
  /** Where it was pulled from, without credentials and without any query but `?wsdl`. */
  readonly url?: string;
  /** The name of the file that somebody sent, without folders, for one that was not pulled from an address. */
  readonly file?: string;
  /** Where it comes from in words, for one that was not pulled. */
  readonly origin?: string;
  /** ISO 8601, UTC. */
  readonly retrieved?: string;
  /** Of the bytes of the file, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** The documents that the WSDL imports, kept beside it; absent when it imports none. */
  readonly imports?: readonly ImportedFile[];
}

/** Where a reference to another document leads: a file in the folder of the WSDL. */
export interface ImportedFile {
  /** The file that holds the reference. */
  readonly from: string;
  /** The location as that file writes it. */
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

/** An address as it may be written down: no credentials, no fragment, and of the query only `?wsdl` itself. */
export function publicUrl(url: URL): string {
  const asksForWsdl = /^\?(?:single)?wsdl$/i.test(url.search);
  return `${url.origin}${url.pathname}${asksForWsdl ? url.search : ""}`;
}

/**
 * Checks a WSDL against the `origin.json` beside it, so that half a pull (the two files are renamed one after the
 * other) or an edited WSDL is not taken for what the checksum vouches for. Without an `origin.json` nothing is checked.
 *
 * @throws {WsdlError} when `origin.json` is unreadable or names another checksum.
 */
export async function checkOrigin(wsdlFile: string, wsdlBytes: Uint8Array): Promise<void> {
  const origin = await readOrigin(dirname(wsdlFile));
  if (!origin) return;
  if (origin.sha256 !== sha256(wsdlBytes)) {
    throw new WsdlError(
      `${basename(wsdlFile)} is not the file that ${ORIGIN_FILE} describes (its sha256 differs): ` +
        "pull it again, or correct the sha256 after an edit that is meant",
    );
  }
}

/**
 * What `origin.json` in a folder says that is needed for reading: undefined when there is none.
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
  const origin = parsed(text);
  if (!isRecord(origin) || typeof origin.sha256 !== "string") throw new WsdlError(`${ORIGIN_FILE} holds no sha256`);
  const { imports = [] } = origin;
  if (!Array.isArray(imports) || !imports.every(isImportedFile)) {
    throw new WsdlError(`the imports of ${ORIGIN_FILE} are not a list of from, location, file and sha256; pull again`);
  }
  return { sha256: origin.sha256, imports };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isImportedFile(value: unknown): value is ImportedFile {
  if (!isRecord(value)) return false;
  const { from, location, file, sha256: sum } = value;
  const isText = [from, location, file, sum].every((one) => typeof one === "string");
  return isText && /^\w[\w.-]*$/.test(file as string);
}
