import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import type { Desk } from "./desk/desk.js";
import { six } from "./desk/open-desk.js";
import { CONSOLE_STATES, type ConsoleState } from "./desk/person.js";
import { SESSION_STATUSES, type SessionStatus } from "./desk/session-status.js";
import { changeStatus } from "./desk/support-session.js";

/** What a new session may begin with. */
export interface NewSession {
  /** Its status; `WAITING` unless given. */
  readonly status?: SessionStatus;
  /** The technician's node id. */
  readonly technician?: number;
  /** The channel's node id. */
  readonly channel?: number;
  /** Custom fields 0 to 5; the first is the customer's name. */
  readonly customFields?: readonly string[];
  readonly tracking0?: string;
  readonly language?: string;
}

/** What customers and technicians do, which no operation of the service does: the other hands on the desk. */
export class DeskControls {
  readonly #desk: () => Desk;
  readonly #now: () => number;
  readonly #changed: () => void;

  constructor(desk: () => Desk, now: () => number, changed: () => void) {
    this.#desk = desk;
    this.#now = now;
    this.#changed = changed;
  }

  /**
   * A customer comes in. @returns the session's id.
   * @throws {InvalidArgumentError} for a technician or channel that is none.
   */
  newSession(options: NewSession = {}): number {
    const desk = this.#desk();
    const { status = "WAITING", technician, channel, customFields = [], tracking0 = "", language = "en" } = options;
    checkStatus(status);
    if (technician !== undefined && !desk.technician(technician))
      throw refusal("technician", `no technician ${technician}`);
    if (channel !== undefined && !desk.organisation.nodeOf(channel, "Channel"))
      throw refusal("channel", `no channel ${channel}`);
    if (!Array.isArray(customFields) || customFields.length > 6)
      throw refusal("customFields", "expected at most six texts");
    const now = this.#now();
    const id = desk.sessions.nextId();
    desk.sessions.add({
      id,
      status,
      technician,
      channel,
      customFields: six(customFields.map(String)),
      tracking0,
      language,
      lens: false,
      startedAt: now,
      pickedUpAt: status === "PICKEDUP" ? now : undefined,
      statusAt: now,
      closedAt: undefined,
      spent: {},
      chat: [],
      note: "",
      transfer: undefined,
      always: undefined,
      about: undefined,
    });
    this.#changed();
    return id;
  }

  /** A session's status changes without an operation: the customer leaves, say. @throws {InvalidArgumentError} */
  setStatus(session: number, status: SessionStatus): void {
    checkStatus(status);
    const found = this.#desk().sessions.get(session);
    if (!found) throw refusal("session", `no session ${session}`);
    changeStatus(found, status, this.#now());
    this.#changed();
  }

  /** A technician starts or ends the Technician Console. @throws {InvalidArgumentError} */
  setConsole(technician: number, state: ConsoleState): void {
    if (!CONSOLE_STATES.includes(state)) throw refusal("state", `expected one of ${CONSOLE_STATES.join(", ")}`);
    const found = this.#desk().technician(technician);
    if (!found) throw refusal("technician", `no technician ${technician}`);
    found.person.console = state;
    this.#changed();
  }
}

function checkStatus(status: string): void {
  if (!(SESSION_STATUSES as readonly string[]).includes(status)) {
    throw refusal("status", `expected one of ${SESSION_STATUSES.join(", ")}`);
  }
}

function refusal(path: string, problem: string): InvalidArgumentError {
  return new InvalidArgumentError(path, `emulator.desk: ${path}: ${problem}`);
}
