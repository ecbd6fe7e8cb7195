import http from "node:http";
import https from "node:https";
import { isIP, type Socket } from "node:net";
import * as tls from "node:tls";
import { errorCode } from "./error-code.js";
import { ProxyFailure } from "./proxy-failure.js";

/** What the tunnel is opened for: host and port of the service, and the TLS settings of the connection to it. */
export type TunnelOptions = tls.ConnectionOptions & { readonly host?: string; readonly port?: number | string };

/**
 * Opens a tunnel through `proxy` (CONNECT, RFC 9110 section 9.3.6) for `request`, with TLS to the service inside it.
 * It is given when the handshake is done and the service's certificate is verified: until then nothing has left for it.
 *
 * @throws {ProxyFailure} when the proxy cannot be reached or refuses; otherwise an error with the system's code.
 */
export async function openTunnel(proxy: URL, request: http.ClientRequest, options: TunnelOptions): Promise<Socket> {
  let open: { destroy(): unknown } | undefined;
  let dropped = false;
  const off = onDestroy(request, () => {
    dropped = true;
    open?.destroy();
  });
  const hold = <T extends { destroy(): unknown }>(held: T): T => {
    open = held;
    if (dropped) throw withCode("ECONNRESET");
    return held;
  };
  try {
    const raw = hold(await connect(proxy, authorityOf(options), hold));
    return await secure(hold(tls.connect({ ...withServerName(options), socket: raw })));
  } catch (error) {
    open?.destroy();
    throw error;
  } finally {
    off();
  }
}

function connect(proxy: URL, authority: string, hold: (request: http.ClientRequest) => unknown): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const asking = (proxy.protocol === "https:" ? https : http).request({
      host: proxy.hostname.replace(/^\[|\]$/g, ""),
      ...(proxy.port === "" ? {} : { port: proxy.port }),
      method: "CONNECT",
      path: authority,
      headers: { Host: authority, Connection: "keep-alive", ...authorization(proxy) },
      agent: false,
      ...(proxy.protocol === "https:" ? { rejectUnauthorized: true } : {}),
    });
    asking.once("connect", (reply, socket: Socket, head) => {
      const status = reply.statusCode ?? 0;
      if (status >= 200 && status < 300) {
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
      } else {
        socket.destroy();
        reject(new ProxyFailure(proxy, `PROXY_${status}`));
      }
    });
    asking.on("error", (error) => {
      const code = errorCode(error);
      // What is not HTTP came from the proxy, and not as a reply of the service.
      reject(new ProxyFailure(proxy, code.startsWith("HPE_") ? "PROXY_UNREADABLE" : code));
    });
    asking.on("close", () => reject(new ProxyFailure(proxy, "ECONNRESET")));
    hold(asking);
    asking.end();
  });
}

function secure(socket: tls.TLSSocket): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const closed = () => reject(withCode("ECONNRESET"));
    const done = () => socket.off("error", reject).off("close", closed);
    socket.once("error", reject).once("close", closed);
    socket.once("secureConnect", () => {
      done();
      resolve(socket);
    });
  });
}

function authorityOf({ host = "", port = 443 }: TunnelOptions): string {
  return `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

// `host` stays: it is what the certificate is checked against where an address has no server name.
function withServerName({ path: _, ...options }: TunnelOptions): tls.ConnectionOptions {
  const { host = "", servername } = options;
  return { ...options, servername: servername ?? (isIP(host) === 0 ? host : "") } as tls.ConnectionOptions;
}

function authorization({ username, password }: URL): { "Proxy-Authorization"?: string } {
  if (username === "" && password === "") return {};
  const userPass = `${decode(username)}:${decode(password)}`;
  return { "Proxy-Authorization": `Basic ${Buffer.from(userPass).toString("base64")}` };
}

// A percent sign that encodes nothing is itself.
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code });
}

// Node emits no event when a request is abandoned before it has a socket.
function onDestroy(request: http.ClientRequest, listener: () => void): () => void {
  const { destroy } = request;
  request.destroy = (error?: Error) => {
    listener();
    return destroy.call(request, error);
  };
  return () => {
    request.destroy = destroy;
  };
}
