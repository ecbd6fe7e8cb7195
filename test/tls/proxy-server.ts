import { createServer, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { type LocalServer, serve } from "../soap/local-server.js";

/** A tunnel that was asked for. */
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

/** An HTTP proxy of this machine that leaves each CONNECT to `keeper`. Any other request is answered with 400. */
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

/** Connects every tunnel to `server`, whatever host was asked for: a name that no resolver knows will do. */
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
