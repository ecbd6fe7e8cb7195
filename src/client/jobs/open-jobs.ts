import type { DeskJobs } from "./desk.js";
import { DeskCalls } from "./desk-calls.js";
import { PinCalls } from "./pin-calls.js";
import type { Pins } from "./pins.js";
import type { Service } from "./service.js";
import { SessionJobs } from "./session-jobs.js";
import type { Sessions } from "./sessions.js";

export { PacedCalls } from "../account/paced-calls.js";

/** The jobs of a client. This file is loaded with the first job. */
export interface Jobs {
  readonly sessions: Sessions;
  readonly desk: DeskJobs;
  readonly pins: Pins;
}

/** The jobs, and what they call. */
export interface OpenJobs extends Jobs {
  readonly service: Service;
}

export function openJobs(service: Service): OpenJobs {
  return { service, sessions: new SessionJobs(service), desk: new DeskCalls(service), pins: new PinCalls(service) };
}
