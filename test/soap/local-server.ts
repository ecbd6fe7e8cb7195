import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from "node:net";

/** A server of this machine, on a port that the system chose. */
export interface LocalServer extends AsyncDisposable {
  readonly url: URL;
  /** The connections taken so far, the closed ones too. */
  readonly sockets: readonly Socket[];
}

/** An HTTP server that answers with `listener`. */
export function serveHttp(listener: RequestListener): Promise<LocalServer> {
  return serve(createServer(listener));
}

/** A TCP server: what it says need not be HTTP. */
export function serveRaw(listener: (socket: Socket) => void): Promise<LocalServer> {
  return serve(createRawServer(listener));
}

/** Makes a server listen on a free port; disposing cuts all of its connections. */
export async function serve(server: Server, protocol = "http"): Promise<LocalServer> {
  const sockets: Socket[] = [];
  server.on("connection", (socket: Socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`${protocol}://127.0.0.1:${port}/API/API.asmx`),
    sockets,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
