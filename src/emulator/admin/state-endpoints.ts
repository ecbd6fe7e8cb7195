import type { EmulatorSeed } from "../desk/seed/seed.js";
import type { LimitSettings } from "../operations/call/limits.js";
import { badRequest } from "./admin-error.js";
import type { Administered } from "./administered.js";
import type { Endpoint } from "./endpoint.js";
import { JsonFields } from "./json-fields.js";
import { logPage } from "./log-page.js";

/** The state, the clock and the log over HTTP. */
export const stateEndpoints: readonly Endpoint[] = [
  {
    method: "GET",
    path: "/state",
    about: "the state as a seed that restores it; contains its passwords and codes",
    run: (emulator) => emulator.export(),
  },
  {
    method: "PUT",
    path: "/state",
    about: "resets to this seed, and keeps it for later resets",
    run(emulator, { body }) {
      if (body === undefined) throw badRequest("body", "expected a seed, as GET /state gives it");
      return emulator.reset(body as EmulatorSeed);
    },
  },
  {
    method: "POST",
    path: "/reset",
    about: "resets to the seed, like emulator.reset()",
    run(emulator, { body }) {
      JsonFields.none(body);
      emulator.reset();
    },
  },
  {
    method: "POST",
    path: "/snapshots",
    about: "takes a snapshot of the state with its logins; returns its number. The latest 20 are kept",
    run(emulator, { body }) {
      JsonFields.none(body);
      return { snapshot: emulator.snapshots.keep(emulator.snapshot()) };
    },
  },
  {
    method: "POST",
    path: "/snapshots/restore",
    about: "{ snapshot }: restores a snapshot, like emulator.restore()",
    run: (emulator, { body }) =>
      emulator.restore(emulator.snapshots.get(new JsonFields(body, ["snapshot"]).number("snapshot"))),
  },
  { method: "GET", path: "/clock", about: "the emulator's time", run: clock },
  {
    method: "POST",
    path: "/clock/advance",
    about: "{ ms }: advances the clock",
    run(emulator, { body }) {
      emulator.clock.advance(new JsonFields(body, ["ms"]).number("ms"));
      emulator.changed();
      return clock(emulator);
    },
  },
  {
    method: "GET",
    path: "/log",
    about: "?since=NUMBER&limit=1000: the calls after the one of that number, oldest first, secrets removed",
    query: ["since", "limit"],
    run: ({ log }, { query }) => logPage(log, query),
  },
  {
    method: "GET",
    path: "/executions",
    about: "?operation=NAME&key=KEY: how often an operation changed something, or that thing",
    query: ["operation", "key"],
    run(emulator, { query }) {
      const operation = query.get("operation");
      if (!operation) throw badRequest("operation", "expected the name of an operation in the query");
      return { count: emulator.executions(operation, query.get("key") ?? undefined) };
    },
  },
  {
    method: "GET",
    path: "/logins",
    about: "how many cookie logins are alive",
    run: (emulator) => ({ count: emulator.logins() }),
  },
  {
    method: "DELETE",
    path: "/logins",
    about: "ends all cookie logins; returns how many there were",
    run(emulator, { body }) {
      JsonFields.none(body);
      return { count: emulator.dropLogins() };
    },
  },
  { method: "GET", path: "/limits", about: "which rate limits apply", run: ({ limits }) => limits.current },
  {
    method: "PUT",
    path: "/limits",
    about: "true, false, or { login?, pinCode?, emailText?, report? }: switches rate limits on or off",
    run({ limits }, { body }) {
      limits.set(body as LimitSettings);
      return limits.current;
    },
  },
  {
    method: "GET",
    path: "/connections",
    about: "how many connections to the service are open",
    run: (emulator) => ({ count: emulator.connections() }),
  },
];

function clock(emulator: Administered): object {
  const now = emulator.clock.now();
  return { now, iso: new Date(now).toISOString() };
}
