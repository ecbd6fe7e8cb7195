import { download } from "./download.js";
import { ORIGIN_FILE, publicUrl, sha256, type WsdlOrigin } from "./origin.js";
import { readWsdl } from "./read-wsdl.js";
import { replaceFiles } from "./replace-files.js";
import { quoteForeign, WsdlError } from "./wsdl-error.js";

/** The name under which a pulled WSDL is kept. */
export const WSDL_FILE = "API.wsdl";

export interface PullOptions {
  /** Where the WSDL is; https, or http to this machine. */
  readonly url: string;
  /** The folder that gets `API.wsdl` and `origin.json`; made when missing. */
  readonly folder: string;
  /** For the whole download, in milliseconds; 30 s when absent. */
  readonly timeout?: number;
  /** The most bytes accepted, counted after decompression; 32 MiB when absent. */
  readonly maximumBytes?: number;
  /** The time written down as `retrieved`; now when absent. */
  readonly now?: Date;
}

/** What was pulled. */
export interface PulledWsdl {
  readonly origin: WsdlOrigin;
  readonly operations: number;
}

/**
 * Fetches a WSDL, reads it, and only when it can be read replaces `API.wsdl` and `origin.json` in the folder.
 * `origin.json` is renamed into place first: a crash between the two leaves a checksum that does not fit the WSDL,
 * which `checkOrigin` reports before anything is generated.
 *
 * @throws {WsdlError} saying what came back; nothing has changed on disk then.
 */
export async function pullWsdl(options: PullOptions): Promise<PulledWsdl> {
  if (!URL.canParse(options.url)) throw new WsdlError(`${quoteForeign(options.url)} is not a URL`);
  const url = new URL(options.url);
  const { bytes, contentType } = await download(url, {
    timeout: options.timeout ?? 30_000,
    maximumBytes: options.maximumBytes ?? 32 * 1024 * 1024,
  });
  const text = decode(bytes);
  if (/^\s*<(?:!doctype\s+html|html)\b/i.test(text)) {
    throw new WsdlError(`status 200 with ${quoteForeign(contentType)}: an HTML page instead of a WSDL`);
  }
  const contract = readReply(text, contentType);

  const origin = {
    url: publicUrl(url),
    retrieved: (options.now ?? new Date()).toISOString(),
    sha256: sha256(bytes),
    bytes: bytes.byteLength,
  } satisfies WsdlOrigin;
  await replaceFiles(options.folder, [
    [ORIGIN_FILE, `${JSON.stringify(origin, undefined, 2)}\n`],
    [WSDL_FILE, bytes],
  ]);
  return { origin, operations: Object.keys(contract.operations).length };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new WsdlError("status 200, but the answer is not UTF-8 text");
  }
}

function readReply(text: string, contentType: string) {
  try {
    return readWsdl(text, WSDL_FILE);
  } catch (error) {
    if (!(error instanceof WsdlError)) throw error;
    throw new WsdlError(`status 200 with ${quoteForeign(contentType)}, but ${error.message}`, undefined, error);
  }
}
