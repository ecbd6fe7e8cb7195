import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { checkMembers } from "../desk/known-members.js";
import { type ListeningPlace, originAt } from "../http/listening-address.js";
import { HttpServer, SERVICE_LIMITS } from "../http/server/http-server.js";
import type { RoutedRequest } from "../http/server/route.js";
import { adminRoute } from "./admin-route.js";
import { checkToken, randomToken } from "./admin-token.js";
import type { Administered } from "./administered.js";
import { KeptSnapshots } from "./kept-snapshots.js";

/** Options of the admin API, which listens on the emulator's `host`. */
export interface AdminOptions {
  /** The TCP port; 0 chooses a free one. @default 0 */
  readonly port?: number;
  /** The token in `Authorization: Bearer`, at least 16 characters. By default a random one. */
  readonly token?: string;
}

/** A running admin API. */
export interface Admin {
  /** Its address, such as `http://127.0.0.1:49153/`. */
  readonly url: string;
  /** The token in `Authorization: Bearer`. A secret. */
  readonly token: string;
}

// A seed with 100,000 sessions has about 20 MB.
const LARGEST_BODY = 64 * 1024 * 1024;

/**
 * Opens the admin API of an emulator, on the address that its service listens on.
 *
 * @param isOwn whether a request was sent to a host name of this emulator.
 * @throws {InvalidArgumentError} for an invalid token.
 * @throws the system's error if it cannot listen, such as `EADDRINUSE`.
 */
export async function startAdmin(
  emulator: Omit<Administered, "snapshots">,
  options: true | AdminOptions,
  place: ListeningPlace,
  isOwn: (request: RoutedRequest) => boolean,
): Promise<Admin & { close(): Promise<void> }> {
  const { port = 0, token = randomToken() } = checkAdminOptions(options);
  checkToken(token);
  const administered = { ...emulator, snapshots: new KeptSnapshots() };
  const server = new HttpServer([adminRoute(administered, token, isOwn)], {
    ...SERVICE_LIMITS,
    bodyLimit: LARGEST_BODY,
  });
  const listening = await server.listen(port, place.address);
  return { url: `${originAt(place.host, listening, false)}/`, token, close: () => server.close() };
}

function checkAdminOptions(options: true | AdminOptions): AdminOptions {
  if (options === true) return {};
  if (typeof options !== "object" || options === null) {
    throw new InvalidArgumentError("admin", "admin: expected true, or an object with port or token");
  }
  checkMembers(options, ["port", "token"], (name, problem) => {
    throw new InvalidArgumentError(`admin.${name}`, `admin.${name}: ${problem}`);
  });
  return options;
}
