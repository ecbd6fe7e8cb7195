import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Contract } from "../../soap/contract.js";
import type { Exchange } from "./operation-runner.js";
import { BODY_LIMIT, decodeBody, readBody } from "./request-body.js";
import { describedAt, operationList } from "./service-description.js";
import { contentTypeOf, type HttpReply } from "./soap-reply.js";
import type { SoapService } from "./soap-service.js";

/** Where the service stands; IIS takes it in any case. */
export const SERVICE_PATH = "/API/API.asmx";

export interface HttpServerParts {
  readonly service: SoapService;
  readonly contract: Contract;
  readonly wsdl: string | undefined;
}

/** The emulator's HTTP side: paths, methods and sockets around a `SoapService`. */
export class HttpServer {
  readonly #parts: HttpServerParts;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(parts: HttpServerParts) {
    this.#parts = parts;
    this.#server = createServer((request, response) => this.#take(request, response));
    // IIS keeps idle connections for two minutes. Node's five seconds would race with clients that reuse theirs.
    this.#server.keepAliveTimeout = 120_000;
    this.#server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
    });
    // A body that will not be taken is not asked for.
    this.#server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
      if (Number(request.headers["content-length"] ?? 0) > BODY_LIMIT) return this.#refuseBody(response);
      response.writeContinue();
      this.#take(request, response);
    });
  }

  /** Starts to listen. @returns the port. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, host, () => {
        this.#server.off("error", reject);
        resolve((this.#server.address() as AddressInfo).port);
      });
    });
  }

  /** Stops to listen and ends every connection, idle, busy or stalled. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }

  // What cannot be answered, such as a planned fault with a header that HTTP forbids, ends its connection and no more.
  #take(request: IncomingMessage, response: ServerResponse): void {
    this.#serve(request, response).catch(() => request.socket.destroy());
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path, query] = target(request.url ?? "/");
    if (path.toLowerCase() !== SERVICE_PATH.toLowerCase()) return send(response, page(404, "Not Found"));
    if (request.method === "GET") return send(response, this.#describe(request, query));
    if (request.method !== "POST") return send(response, page(405, "Method Not Allowed", { Allow: "GET, POST" }));

    let body: Buffer | undefined;
    try {
      body = await readBody(request);
    } catch {
      return; // The client broke off while sending: there is nobody to answer.
    }
    if (!body) return this.#refuseBody(response);
    const { headers } = request;
    const contentType = headers["content-type"];
    const soapAction = headers.soapaction;
    const exchange = await this.#parts.service.answer({
      contentType,
      soapAction: Array.isArray(soapAction) ? soapAction[0] : soapAction,
      cookie: headers.cookie,
      origin: originOf(request),
      body: decodeBody(body, contentType),
    });
    play(response, exchange);
  }

  #describe(request: IncomingMessage, query: string): HttpReply {
    if (!query.split("&").some((part) => part.toLowerCase() === "wsdl")) {
      return { ...page(200, ""), body: operationList(this.#parts.contract), cacheControl: "private, max-age=0" };
    }
    if (this.#parts.wsdl === undefined) return page(404, "Not Found: this emulator was given no WSDL");
    const body = describedAt(this.#parts.wsdl, originOf(request) + SERVICE_PATH);
    return { status: 200, contentType: contentTypeOf("1.1"), body, cacheControl: "private, max-age=0" };
  }

  #refuseBody(response: ServerResponse): void {
    response.shouldKeepAlive = false;
    send(response, page(413, "Request Entity Too Large"));
  }
}

/** Where this request was sent, by its own account: `http://127.0.0.1:49152`. */
function originOf({ headers, socket }: IncomingMessage): string {
  return `http://${headers.host ?? `${socket.localAddress}:${socket.localPort}`}`;
}

// A proxy may ask with the whole URL. What cannot be read as a path is none of ours.
function target(url: string): [path: string, query: string] {
  const [, path = "", query = ""] = /^(?:https?:\/\/[^/?]*)?([^?]*)\??(.*)$/is.exec(url) ?? [];
  try {
    return [decodeURI(path), query];
  } catch {
    return [path, query];
  }
}

function page(status: number, title: string, headers: Record<string, string> = {}): HttpReply {
  const body = `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return { status, contentType: "text/html; charset=utf-8", body, cacheControl: "private", headers };
}

function play(response: ServerResponse, { reply, setCookie, spoil }: Exchange): void {
  const { socket } = response;
  if (spoil === undefined) send(response, reply, setCookie);
  else if (spoil === "reset") socket?.resetAndDestroy();
  else if (spoil === "close") socket?.destroySoon();
  else if (spoil === "truncate") {
    const body = Buffer.from(reply.body);
    writeHead(response, reply, body.length, setCookie);
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => socket?.destroySoon());
  }
}

function send(response: ServerResponse, reply: HttpReply, setCookie?: string): void {
  const body = Buffer.from(reply.body);
  writeHead(response, reply, body.length, setCookie);
  response.end(body);
}

function writeHead(response: ServerResponse, reply: HttpReply, length: number, setCookie: string | undefined): void {
  response.writeHead(reply.status, {
    "Content-Type": reply.contentType,
    "Content-Length": length,
    "X-AspNet-Version": "4.0.30319",
    "Cache-Control": reply.cacheControl,
    ...reply.headers,
    ...(setCookie === undefined ? {} : { "Set-Cookie": setCookie }),
  });
}
