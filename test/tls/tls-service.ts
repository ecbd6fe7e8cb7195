import type { IncomingHttpHeaders } from "node:http";
import { createServer, type ServerOptions } from "node:https";
import { envelope, NAMESPACE } from "../emulator/wire.js";
import { type LocalServer, serve } from "../soap/local-server.js";
import { CA, certificate } from "./certificates.js";

/** A request received over TLS. */
export interface SeenRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface TlsService extends LocalServer {
  readonly seen: readonly SeenRequest[];
}

/** What ASMX answers to a closeSession that worked. */
export const CLOSED = envelope(
  "1.1",
  `<closeSessionResponse xmlns="${NAMESPACE}"><closeSessionResult>closeSessionRet_OK</closeSessionResult></closeSessionResponse>`,
);

/** A service on this machine behind real TLS, which closes every session. `name`: its certificate. */
export async function serveTls(options: ServerOptions = {}, name = "server", answer = CLOSED): Promise<TlsService> {
  const seen: SeenRequest[] = [];
  const identity = { cert: certificate(`${name}.pem`), key: certificate(`${name}-key.pem`) };
  const server = createServer({ ...identity, ...options }, async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    seen.push({ headers: request.headers, body });
    response.writeHead(200, { "Content-Type": "text/xml; charset=utf-8" }).end(answer);
  });
  return Object.assign(await serve(server, "https"), { seen });
}

/** Makes the service ask for a certificate of ours. */
export const CLIENT_CERTIFICATE_REQUIRED: ServerOptions = { requestCert: true, rejectUnauthorized: true, ca: [CA] };
