import { answering, type RawService, rawService, resultOf } from "./raw-service.js";

/** A service whose logins carry a number, and last for a given number of calls. */
export interface ForgetfulService extends RawService {
  /** The logins made so far. */
  readonly logins: number;
  /** How often each session was closed. */
  readonly closings: ReadonlyMap<number, number>;
}

/**
 * @param lives how many calls each login serves before it is forgotten, from the first login on; those after the last
 *   one are not forgotten.
 * @param refusal what a call under a forgotten login is answered.
 */
export async function forgetfulService(
  lives: (login: number) => number,
  refusal = "NotLoggedInAsAdmin",
): Promise<ForgetfulService> {
  let logins = 0;
  const alive = new Map<string, number>();
  const closings = new Map<number, number>();
  const service = await rawService(
    answering((request) => {
      if (request.operation === "login") {
        logins += 1;
        alive.set(String(logins), lives(logins));
        return resultOf(request, "OK", { "Set-Cookie": `ASP.NET_SessionId=${logins}; path=/; HttpOnly` });
      }
      const cookie = /\r\ncookie: ASP.NET_SessionId=(\d+)/i.exec(request.head)?.[1] ?? "";
      const left = alive.get(cookie) ?? 0;
      if (left <= 0) return resultOf(request, refusal);
      alive.set(cookie, left - 1);
      const session = Number(/<iSession>(\d+)</.exec(request.body)?.[1]);
      closings.set(session, (closings.get(session) ?? 0) + 1);
      return resultOf(request);
    }),
  );
  return {
    ...service,
    closings,
    get logins() {
      return logins;
    },
  };
}
