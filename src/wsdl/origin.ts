import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { WsdlError } from "./wsdl-error.js";

/** What `origin.json` says of the `API.wsdl` beside it. */
export interface WsdlOrigin {
  /** Where it was pulled from, without credentials and without any query but `?wsdl`. */
  readonly url?: string;
  /** Where it comes from in words, for one that was not pulled. */
  readonly origin?: string;
  /** ISO 8601, UTC. */
  readonly retrieved?: string;
  /** Of the bytes of the file, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
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
  let text: string;
  try {
    text = await readFile(join(dirname(wsdlFile), ORIGIN_FILE), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw new WsdlError(`cannot read ${ORIGIN_FILE}`, undefined, error);
  }
  const expected = readSha256(text);
  if (expected !== sha256(wsdlBytes)) {
    throw new WsdlError(
      `${basename(wsdlFile)} is not the file that ${ORIGIN_FILE} describes (its sha256 differs): ` +
        "pull it again, or correct the sha256 after an edit that is meant",
    );
  }
}

function readSha256(text: string): string {
  let origin: unknown;
  try {
    origin = JSON.parse(text);
  } catch {
    origin = undefined;
  }
  if (typeof origin === "object" && origin !== null && "sha256" in origin && typeof origin.sha256 === "string") {
    return origin.sha256;
  }
  throw new WsdlError(`${ORIGIN_FILE} holds no sha256`);
}
