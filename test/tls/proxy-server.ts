import { createServer, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { type LocalServer, serve } from "../soap/local-server.js";

/** A requested tunnel. */
export interface AskedTunnel {
  /** Such as `rescue.test:443`. */
  readonly authority: string;
  readonly authorization: string | undefined;
}

export interface ProxyServer extends LocalServer {
  readonly asked: readonly AskedTunnel[];
}

/** What a proxy does with a CONNECT. */
export type TunnelKeeper = (request: IncomingMessage, socket: Socket) => void;

/** An HTTP proxy on this machine that passes each CONNECT to `keeper` and answers any other request with 400. */
export async function serveProxy(keeper: TunnelKeeper): Promise<ProxyServer> {
  const asked: AskedTunnel[] = [];
  const server = createServer((_, response) => response.writeHead(400).end());
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    asked.push({ authority: request.url ?? "", authorization: request.headers["proxy-authorization"] });
    keeper(request, socket);
  });
  const local = await serve(server);
  return { ...local, url: new URL(local.url.origin), asked };
}

/** Connects every tunnel to `server`, whatever host was requested, also one that cannot be resolved. */
export function tunnelTo(server: LocalServer): TunnelKeeper {
  return (_, socket) => {
    const upstream = connect(Number(server.url.port), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    upstream.on("close", () => socket.destroy());
    socket.on("close", () => upstream.destroy());
  };
}

/** Refuses every tunnel. */
export function refuseWith(status: number, text = "Refused", headers = ""): TunnelKeeper {
  const page = "<html>no</html>";
  return (_, socket) => {
    socket.end(`HTTP/1.1 ${status} ${text}\r\n${headers}Content-Length: ${page.length}\r\n\r\n${page}`);
  };
}
