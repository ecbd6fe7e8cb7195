import type { CloseResult, CloseSessionsOptions, SessionSource } from "../../src/closing/close-run.js";
import type { ClosingEvent, ClosingService, SettledState } from "../../src/closing/closing-service.js";
import { openJournal } from "../../src/closing/journal/journal.js";
import { SessionRun } from "../../src/closing/session-run.js";

export type Stub = Partial<ClosingService>;

export const ENDPOINT = "http://127.0.0.1/API/API.asmx";

/** A service that closes every session at once, with what a test puts in place of its parts. */
export function stubService(stub: Stub = {}): ClosingService {
  return {
    endpoint: ENDPOINT,
    parallel: 1_000,
    concurrency: 4,
    isLocal: true,
    isSessionId: (value): value is number => Number.isInteger(value) && (value as number) > 0,
    close: async () => "closeSessionRet_OK",
    login: undefined,
    settle: async (sessions) => new Map(sessions.map((session): [number, SettledState] => [session, CLOSED])),
    report: () => {},
    onLoginWait: () => () => {},
    ...stub,
  };
}

export const CLOSED: SettledState = { state: "closed", reason: "no queue lists it" };
export const LISTED: SettledState = { state: "not closed", reason: "a queue lists it as waiting" };

export function stubRun(stub: Stub, source: SessionSource, options: CloseSessionsOptions = {}): SessionRun {
  return new SessionRun(stubService(stub), source, options, openJournal, () => 1);
}

export async function all(run: SessionRun): Promise<readonly CloseResult[]> {
  const results: CloseResult[] = [];
  for await (const result of run.results()) results.push(result);
  return results;
}

/** Collects the events of a run. */
export function events(): { readonly states: string[]; readonly report: (event: ClosingEvent) => void } {
  const states: string[] = [];
  return { states, report: ({ state }) => states.push(state) };
}
