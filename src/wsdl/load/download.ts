import { ConnectionError } from "../../errors/connection-error.js";
import { DeadlineError } from "../../errors/deadline-error.js";
import { ProtocolError } from "../../errors/protocol-error.js";
import type { ConnectionSettings } from "../../soap/http/connection-agent.js";
import { ACCEPTED_ENCODINGS } from "../../soap/http/content-encoding.js";
import { Deadline } from "../../soap/http/deadline.js";
import { isLoopback } from "../../soap/http/endpoint-address.js";
import { type HttpReply, HttpTransport } from "../../soap/http/http-transport.js";
import { VERSION } from "../../version.js";
import { publicUrl } from "./origin.js";
import { quoteForeign, unreachable, WsdlError } from "./wsdl-error.js";

/** Limits of one download. */
export interface DownloadLimits {
  /** From the first to the last byte, in milliseconds. */
  readonly timeout: number;
  /** The most bytes to accept, counted after decompression. */
  readonly maximumBytes: number;
}

/** A reply with status 200. */
export interface Download {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/**
 * Sends one GET over https (plain http to this machine only) through the same transport as calls, and by the same proxy and
 * TLS settings: certificates are verified regardless of the environment, `HTTPS_PROXY` and `NO_PROXY` are respected, and
 * redirects are not followed, as a WSDL from elsewhere would decide where passwords are sent.
 *
 * @throws {WsdlError} `WSDL_UNREACHABLE`, with what was received instead of a document; `WSDL` for a document that is too
 *   large or cannot be decompressed.
 * @throws {InvalidArgumentError} for a proxy address that is not valid.
 */
export async function download(
  url: URL,
  limits: DownloadLimits,
  connection: ConnectionSettings = {},
): Promise<Download> {
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw unreachable(`only https is supported, or http to this machine; not ${quoteForeign(publicUrl(url))}`);
  }
  if (url.username !== "" || url.password !== "") throw unreachable("the URL must not contain a user name or password");

  const transport = new HttpTransport({ ...connection, maxReplyBytes: limits.maximumBytes, boundedBy: BOUND });
  const deadline = new Deadline("download", limits.timeout);
  try {
    const reply = await transport.send({ operation: "download", method: "GET", url, headers: HEADERS }, deadline);
    const contentType = reply.headers["content-type"] ?? "no content type";
    refuseOtherThanDocument(reply, url, contentType);
    return { bytes: reply.body, contentType };
  } catch (error) {
    throw asWsdlError(error, url, limits);
  } finally {
    deadline.dispose();
    transport.close();
  }
}

const BOUND = "the limit of a WSDL and its imports together";

const HEADERS = {
  Accept: "text/xml, application/xml",
  "Accept-Encoding": ACCEPTED_ENCODINGS,
  "User-Agent": `rescue-soap-client/${VERSION}`,
};

function refuseOtherThanDocument({ status, headers }: HttpReply, url: URL, contentType: string): void {
  if (status === 200) return;
  if (status >= 300 && status < 400) {
    throw unreachable(`status ${status}, a redirect to ${target(headers.location, url)}, which is not followed`);
  }
  throw unreachable(`status ${status} with ${quoteForeign(contentType)} instead of a WSDL`);
}

function target(location = "", url: URL): string {
  return URL.canParse(location, url.href)
    ? quoteForeign(publicUrl(new URL(location, url)))
    : "an address that is not readable";
}

function asWsdlError(error: unknown, url: URL, { timeout }: DownloadLimits): unknown {
  if (error instanceof DeadlineError)
    return unreachable(`no complete reply from ${url.host} within ${timeout / 1000} s`);
  if (error instanceof ConnectionError) {
    const through = error.proxy ? ` (of the proxy ${error.address ?? "in use"})` : "";
    return unreachable(`the download from ${url.host} failed: ${error.reason}${through}`);
  }
  return error instanceof ProtocolError ? new WsdlError(error.message) : error;
}
