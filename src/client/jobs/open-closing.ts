import type { CloseSessionsOptions, SessionSource } from "../../closing/close-run.js";
import type { ClosingService } from "../../closing/closing-service.js";
import { SessionRun } from "../../closing/session-run.js";
import { isLoopback } from "../../soap/http/endpoint-address.js";
import type { CallSequence } from "../calls/call-sequence.js";
import type { CheckedCredentials } from "../options/credentials.js";
import { type CallOptions, DEFAULT_MAX_CONCURRENT, type RescueClientOptions } from "../options/options.js";
import { isSessionId } from "../options/session-id.js";
import type { Events } from "../watch/events.js";
import type { Service } from "./service.js";
import { settleMany } from "./settle-session.js";

/** What a run is made of. */
export interface ClosingParts {
  readonly service: Service;
  readonly options: RescueClientOptions;
  readonly credentials: CheckedCredentials;
  readonly sequence: CallSequence;
  readonly events: Events;
}

/** How many calls are made at a time where a call needs no login of its own and nobody says. */
const BY_CODE = 8;

/** Opens a run over the sessions of a source. This file is loaded with the first. */
export function openClosing(
  parts: ClosingParts,
  source: SessionSource,
  closeOptions: CloseSessionsOptions,
): SessionRun {
  return new SessionRun(closingService(parts, closeOptions), source, closeOptions, async (...args) => {
    const { openJournal } = await import("../../closing/journal/journal.js");
    return openJournal(...args);
  });
}

function closingService(
  { service, options, credentials, sequence, events }: ClosingParts,
  { timeout }: CloseSessionsOptions,
): ClosingService {
  const { jar, connections = 1, maxConcurrent = DEFAULT_MAX_CONCURRENT } = options;
  const ofEach: CallOptions = timeout === undefined ? {} : { timeout };
  const parallel = credentials.login || jar ? connections : maxConcurrent;
  return {
    endpoint: service.address.href,
    parallel,
    concurrency: credentials.login || jar ? connections : Math.min(BY_CODE, maxConcurrent),
    isLocal: isLoopback(service.address.hostname),
    isSessionId,
    close: async (session) => (await service.run("closeSession", { iSession: session }, ofEach)).literal,
    login:
      credentials.login || credentials.sso
        ? async () => {
            await sequence.login(ofEach);
          }
        : undefined,
    settle: (sessions) => settleMany(service, sessions, ofEach),
    report: (event) => events.emit("closing", event),
    onLoginWait: (listener) =>
      events.on("paced", ({ operation, milliseconds }) => {
        if (operation === "login" || operation === "requestAuthCodeSSO") listener(milliseconds);
      }),
  };
}
