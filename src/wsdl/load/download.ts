import { ConnectionError } from "../../errors/connection-error.js";
import { DeadlineError } from "../../errors/deadline-error.js";
import { ProtocolError } from "../../errors/protocol-error.js";
import { ACCEPTED_ENCODINGS } from "../../soap/http/content-encoding.js";
import { Deadline } from "../../soap/http/deadline.js";
import { isLoopback } from "../../soap/http/endpoint-address.js";
import { type HttpReply, HttpTransport } from "../../soap/http/http-transport.js";
import { VERSION } from "../../version.js";
import { publicUrl } from "./origin.js";
import { quoteForeign, unreachable, WsdlError } from "./wsdl-error.js";

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
 * One GET over https (plain http to this machine only), by the transport that calls take: certificates are verified
 * whatever the environment says, `HTTPS_PROXY` and `NO_PROXY` count, and redirects are not followed, as a WSDL from
 * elsewhere would decide where passwords are sent.
 *
 * @throws {WsdlError} `WSDL_UNREACHABLE`, saying what came back instead of a document; `WSDL` for one that is too large
 *   or cannot be decompressed.
 * @throws {InvalidArgumentError} for a proxy's address that is none.
 */
export async function download(url: URL, limits: DownloadLimits): Promise<Download> {
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw unreachable(`only https is used, and http to this machine; not ${quoteForeign(publicUrl(url))}`);
  }
  if (url.username !== "" || url.password !== "") throw unreachable("the URL must hold no user name or password");

  const transport = new HttpTransport({ maxReplyBytes: limits.maximumBytes, boundedBy: BOUND });
  const deadline = new Deadline("download", limits.timeout);
  try {
    const reply = await transport.send({ operation: "download", method: "GET", url, headers: HEADERS }, deadline);
    const contentType = reply.headers["content-type"] ?? "no content type";
    refuseOtherThanDocument(reply, url, contentType);
    return { bytes: reply.body, contentType };
  } catch (error) {
    throw told(error, url, limits);
  } finally {
    deadline.dispose();
    transport.close();
  }
}

const BOUND = "what a WSDL and its imports may have together";

const HEADERS = {
  Accept: "text/xml, application/xml",
  "Accept-Encoding": ACCEPTED_ENCODINGS,
  "User-Agent": `rescue-soap-client/${VERSION}`,
};

function refuseOtherThanDocument({ status, headers }: HttpReply, url: URL, contentType: string): void {
  if (status === 200) return;
  if (status >= 300 && status < 400) {
    throw unreachable(`status ${status}, a redirect to ${target(headers.location, url)}: it was not followed`);
  }
  throw unreachable(`status ${status} with ${quoteForeign(contentType)} instead of a WSDL`);
}

function target(location = "", url: URL): string {
  return URL.canParse(location, url.href)
    ? quoteForeign(publicUrl(new URL(location, url)))
    : "nowhere that can be read";
}

function told(error: unknown, url: URL, { timeout }: DownloadLimits): unknown {
  if (error instanceof DeadlineError) return unreachable(`no whole answer from ${url.host} within ${timeout / 1000} s`);
  if (error instanceof ConnectionError) return unreachable(`the download from ${url.host} failed: ${error.reason}`);
  return error instanceof ProtocolError ? new WsdlError(error.message) : error;
}
