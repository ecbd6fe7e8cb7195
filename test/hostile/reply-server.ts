import { type LocalServer, serveHttp } from "../soap/local-server.js";
import type { PreparedReply } from "./prepare-reply.js";

/** A server that answers every request with the reply set before. */
export interface ReplyServer extends LocalServer {
  reply: PreparedReply | undefined;
  /** The requests answered so far. */
  requests: number;
}

export async function startReplyServer(): Promise<ReplyServer> {
  const server = await serveHttp((request, response) => {
    response.on("error", () => {});
    request.resume().on("end", () => {
      const { status, headers, body } = state.reply as PreparedReply;
      state.requests += 1;
      response.writeHead(status, headers);
      response.end(body);
    });
  });
  const state: ReplyServer = Object.assign(server, { reply: undefined, requests: 0 });
  return state;
}
