import { envelope, NAMESPACE, type Version } from "../emulator/wire.js";
import { type LocalServer, serveHttp } from "../soap/local-server.js";
import { type Echo, sendEcho } from "./echoes.js";
import { COOKIE } from "./planted.js";

export interface EchoingService extends LocalServer {
  /** What the next calls of `operation` are answered with; every other call works. */
  answer(operation: string, echo: Echo): void;
}

/** A service that accepts every login with a secret cookie, and then shows the caller all of its secrets. */
export async function serveEchoes(soap: Version): Promise<EchoingService> {
  let planned: { operation: string; echo: Echo } | undefined;
  const type = `${soap === "1.1" ? "text/xml" : "application/soap+xml"}; charset=utf-8`;
  const server = await serveHttp((request, response) => {
    const action = String(request.headers.soapaction ?? request.headers["content-type"]);
    const operation = /API\.asmx\/(\w+)/.exec(action)?.[1] ?? "";
    response.setHeader("Set-Cookie", `ASP.NET_SessionId=${COOKIE}; path=/; HttpOnly`);
    if (operation === planned?.operation) return sendEcho(planned.echo, request, response);
    request.resume();
    const result = `<${operation}Result>${operation}_OK</${operation}Result>`;
    const body = envelope(soap, `<${operation}Response xmlns="${NAMESPACE}">${result}</${operation}Response>`);
    response.writeHead(200, { "Content-Type": type }).end(body);
  });
  return {
    ...server,
    answer(operation, echo) {
      planned = { operation, echo };
    },
  };
}
