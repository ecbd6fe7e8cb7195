import { didYouMean } from "../../errors/nearest-name.js";
import { RescueError } from "../../errors/rescue-error.js";
import { unknownMember } from "../desk/known-members.js";
import { WRONG_HOST } from "../http/own-host.js";
import { HttpRefusal } from "../http/reply.js";
import type { Route, RoutedRequest } from "../http/server/route.js";
import { AdminError, badRequest } from "./admin-error.js";
import { isAuthorized } from "./admin-token.js";
import type { Administered } from "./administered.js";
import { deskEndpoints } from "./desk-endpoints.js";
import type { Endpoint } from "./endpoint.js";
import { faultEndpoints } from "./fault-endpoints.js";
import { stateEndpoints } from "./state-endpoints.js";

const endpoints: readonly Endpoint[] = [
  {
    method: "GET",
    path: "/",
    about: "this list",
    run: ({ endpoint }) => ({
      service: endpoint,
      endpoints: endpoints.map(({ method, path, about }) => ({ method, path, about })),
    }),
  },
  ...stateEndpoints,
  ...faultEndpoints,
  ...deskEndpoints,
];

/**
 * The admin API: every request is answered with JSON, and only if it has the token.
 * @param isOwn whether a request was sent to a host name of this emulator.
 */
export function adminRoute(emulator: Administered, token: string, isOwn: (request: RoutedRequest) => boolean): Route {
  return {
    match: () => true,
    async serve(request) {
      try {
        if (!isOwn(request)) throw new AdminError(421, "WRONG_HOST", WRONG_HOST);
        answer(request, 200, (await perform(request, emulator, token)) ?? {});
      } catch (error) {
        const { status, code, message, path, headers } = refusalOf(error);
        answer(request, status, { error: { code, ...(path === undefined ? {} : { path }), message } }, headers);
      }
      return undefined;
    },
  };
}

async function perform(request: RoutedRequest, emulator: Administered, token: string): Promise<unknown> {
  const { headers, method, path } = request;
  if (!isAuthorized(headers.authorization, token)) {
    const challenge = { "WWW-Authenticate": 'Bearer realm="rescue emulator"' };
    throw new AdminError(401, "UNAUTHORIZED", "expected the header Authorization: Bearer TOKEN", {
      headers: challenge,
    });
  }
  const there = endpoints.filter((candidate) => candidate.path === path);
  if (there.length === 0) {
    const nearest = didYouMean(
      path,
      endpoints.map((endpoint) => endpoint.path),
    );
    throw new AdminError(404, "NOT_FOUND", `there is no such path${nearest || "; GET / lists all paths"}`);
  }
  const endpoint = there.find((candidate) => candidate.method === method);
  if (!endpoint) {
    const allowed = there.map((candidate) => candidate.method).join(", ");
    throw new AdminError(405, "METHOD_NOT_ALLOWED", `expected ${allowed}`, { headers: { Allow: allowed } });
  }
  const query = new URLSearchParams(request.query);
  for (const name of query.keys()) {
    const known = endpoint.query ?? [];
    if (!known.includes(name)) throw badRequest(name.slice(0, 80), unknownMember(name, known));
  }
  return endpoint.run(emulator, { query, body: parse(await request.body()) });
}

function parse(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new AdminError(400, "INVALID_JSON", "body: is not JSON", { path: "body" });
  }
}

// Anything else is a client that disconnected, or a defect of the emulator: neither gets an answer.
function refusalOf(error: unknown): AdminError {
  if (error instanceof AdminError) return error;
  if (error instanceof RescueError) {
    const path = "path" in error ? { path: String(error.path) } : {};
    return new AdminError(400, error.code, error.message, path);
  }
  if (error instanceof HttpRefusal) return new AdminError(error.reply.status, "TOO_LARGE", "the body is too large");
  throw error;
}

function answer(
  { response }: RoutedRequest,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const json = Buffer.from(`${JSON.stringify(body)}\n`);
  // The rest of a request that was refused unread is not read.
  if (status === 401 || status === 413 || status === 421) response.shouldKeepAlive = false;
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Length": json.length,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    ...headers,
  });
  response.end(json);
}
