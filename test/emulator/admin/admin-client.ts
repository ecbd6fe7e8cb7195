import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import type { Admin } from "../../../src/emulator/index.js";

export interface AdminAnswer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly json: unknown;
}

export interface AdminRequestOptions {
  readonly method?: string;
  readonly body?: unknown;
  /** Sent unchanged instead of `body`. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the token is sent. Default: true. */
  readonly authorized?: boolean;
}

/** Calls the admin API as a program in any language would. */
export async function admin(to: Admin, path: string, options: AdminRequestOptions = {}): Promise<AdminAnswer> {
  const { body, raw = body === undefined ? "" : JSON.stringify(body), headers = {}, authorized = true } = options;
  const method = options.method ?? (raw === "" ? "GET" : "POST");
  const outgoing = request(new URL(path, to.url), {
    method,
    agent: false,
    headers: {
      "Content-Length": Buffer.byteLength(raw),
      ...(authorized ? { Authorization: `Bearer ${to.token}` } : {}),
      ...headers,
    },
  });
  outgoing.end(raw);
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once("response", resolve).once("error", reject);
  });
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, json: JSON.parse(await text(incoming)) };
}
