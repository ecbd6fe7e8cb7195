import { BodyBytes } from "../soap/body-bytes.js";
import { isLoopback } from "../soap/endpoint-address.js";
import { publicUrl } from "./origin.js";
import { quoteForeign, WsdlError } from "./wsdl-error.js";

/** Bounds of one download. */
export interface DownloadLimits {
  /** From the first to the last byte, in milliseconds. */
  readonly timeout: number;
  /** The most bytes accepted, counted after decompression. */
  readonly maximumBytes: number;
}

/** What came with status 200. */
export interface Download {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/**
 * One GET over https (plain http to this machine only). Redirects are not followed: a WSDL from elsewhere would decide
 * where passwords are sent.
 *
 * @throws {WsdlError} saying what came back instead of a document.
 */
export async function download(url: URL, limits: DownloadLimits): Promise<Download> {
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw new WsdlError(`only https is used, and http to this machine; not ${quoteForeign(publicUrl(url))}`);
  }
  if (url.username !== "" || url.password !== "") throw new WsdlError("the URL must hold no user name or password");

  const signal = AbortSignal.timeout(limits.timeout);
  try {
    const response = await fetch(url, { redirect: "manual", signal, headers: { accept: "text/xml, application/xml" } });
    const contentType = response.headers.get("content-type") ?? "no content type";
    const refusal = refuse(response, url, contentType);
    if (refusal) {
      await response.body?.cancel();
      throw refusal;
    }
    return { bytes: await readCapped(response, limits.maximumBytes), contentType };
  } catch (error) {
    if (error instanceof WsdlError) throw error;
    if (signal.aborted) throw new WsdlError(`no whole answer from ${url.host} within ${limits.timeout / 1000} s`);
    throw new WsdlError(`the download from ${url.host} failed: ${networkReason(error)}`);
  }
}

function refuse(response: Response, url: URL, contentType: string): WsdlError | undefined {
  const { status } = response;
  if (status === 200) return undefined;
  if (status >= 300 && status < 400) {
    return new WsdlError(`status ${status}, a redirect to ${target(response, url)}: it was not followed`);
  }
  return new WsdlError(`status ${status} with ${quoteForeign(contentType)} instead of a WSDL`);
}

function target(response: Response, url: URL): string {
  const location = response.headers.get("location") ?? "";
  return URL.canParse(location, url.href)
    ? quoteForeign(publicUrl(new URL(location, url)))
    : "nowhere that can be read";
}

async function readCapped(response: Response, maximumBytes: number): Promise<Uint8Array> {
  const body = new BodyBytes();
  // Leaving the loop by throwing cancels the stream: nothing past the cap is read.
  for await (const piece of response.body ?? []) {
    if (body.size + piece.byteLength > maximumBytes) {
      throw new WsdlError(`the answer is larger than ${maximumBytes} bytes`);
    }
    body.add(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
  }
  return body.bytes;
}

function networkReason(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return cause instanceof Error ? quoteForeign(cause.message) : "unknown reason";
}
