import { InvalidArgumentError } from "../../../errors/invalid-argument-error.js";
import { didYouMean } from "../../../errors/nearest-name.js";
import { forbiddenCharacterAt } from "../../../soap/text/xml-text.js";
import type { Desk } from "../desk.js";
import { checkMembers } from "../known-members.js";
import { CONSOLE_STATES, type ConsoleState } from "../person.js";
import { isAlive } from "../pin.js";
import { addUser } from "../seed/add-user.js";
import { six } from "../seed/open-desk.js";
import type { SeedUser } from "../seed/seed.js";
import { isLive, SESSION_STATUSES, type SessionStatus } from "../session-status.js";
import { LEFT, LEFT_BEFORE_PICKUP } from "../session-transitions.js";
import { settle } from "../settle-sessions.js";
import { beginSession, type SessionStart, type SupportSession } from "../support-session.js";

/** The initial values of a new session. */
export interface NewSession {
  /** The session's id, which no other session may have. By default one more than the highest. */
  readonly id?: number;
  /** How many seconds ago the session started and got its status. @default 0 */
  readonly startedAgo?: number;
  /** @default "WAITING" */
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

const NEW_SESSION: Readonly<Record<keyof NewSession, true>> = {
  id: true,
  startedAgo: true,
  status: true,
  technician: true,
  channel: true,
  customFields: true,
  tracking0: true,
  language: true,
};

/** The names of the initial values of a new session. */
export const NEW_SESSION_FIELDS: readonly string[] = Object.keys(NEW_SESSION);

const LATEST_ID = 2_147_483_647;
const LONGEST_AGO = 10 ** 9;

/**
 * What customers and technicians do, for which the service has no operation.
 *
 * @example
 * const session = emulator.desk.newSession({ technician: 201, customFields: ["Ann"] });
 * emulator.desk.say(session, "Ann", "Hello");
 * emulator.desk.customerLeaves(session);
 */
export class DeskControls {
  readonly #desk: () => Desk;
  readonly #now: () => number;
  readonly #changed: () => void;

  private constructor(desk: () => Desk, now: () => number, changed: () => void) {
    this.#desk = desk;
    this.#now = now;
    this.#changed = changed;
  }

  /** @internal */
  static of(desk: () => Desk, now: () => number, changed: () => void): DeskControls {
    return new DeskControls(desk, now, changed);
  }

  /**
   * Starts a session with a new customer. @returns the session's id.
   * @throws {InvalidArgumentError} for an unknown option, technician or channel, an id that exists already, and for a
   *   value of the wrong type.
   */
  newSession(options: NewSession = {}): number {
    if (typeof options !== "object" || options === null) throw refusal("options", "expected an object");
    checkMembers(options, NEW_SESSION_FIELDS, (name, problem) => {
      throw refusal(name, problem);
    });
    const desk = this.#desk();
    const {
      id,
      startedAgo = 0,
      status = "WAITING",
      technician,
      channel,
      customFields = [],
      tracking0 = "",
      language = "en",
    } = options;
    checkStatus(status);
    if (id !== undefined && (!Number.isInteger(id) || id < 1 || id > LATEST_ID)) {
      throw refusal("id", `expected a whole number from 1 to ${LATEST_ID}`);
    }
    if (id !== undefined && desk.sessions.get(id)) throw refusal("id", `session ${id} exists already`);
    if (typeof startedAgo !== "number" || !(startedAgo >= 0 && startedAgo <= LONGEST_AGO)) {
      throw refusal("startedAgo", `expected seconds from 0 to ${LONGEST_AGO}`);
    }
    if (technician !== undefined && !desk.technician(technician))
      throw refusal("technician", `no technician ${technician}`);
    if (channel !== undefined && !desk.organisation.nodeOf(channel, "Channel"))
      throw refusal("channel", `no channel ${channel}`);
    if (!Array.isArray(customFields) || customFields.length > 6)
      throw refusal("customFields", "expected at most six strings");
    for (const [index, field] of customFields.entries()) checkText(`customFields[${index}]`, field);
    checkText("tracking0", tracking0);
    checkText("language", language);
    const start = { status, technician, channel, customFields: six(customFields), tracking0, language };
    return this.#begin(start, id, startedAgo);
  }

  /**
   * A customer enters the PIN of a technician, and the applet begins to download: the session is Connecting, with the
   * PIN's custom fields. A PIN can be used once, within 20 minutes.
   *
   * @param code the six digits of the PIN.
   * @returns the session's id.
   * @throws {InvalidArgumentError} for a PIN that does not exist or has expired.
   */
  enterPin(code: string): number {
    const desk = this.#desk();
    const pin = desk.pins.get(code);
    if (!pin) throw refusal("code", "no technician gave this PIN");
    if (pin.session !== undefined) throw refusal("code", `the PIN was used already, for session ${pin.session}`);
    if (!isAlive(pin, this.#now())) throw refusal("code", "the PIN is older than 20 minutes");
    const { technician, customFields, tracking0, lens } = pin;
    if (!desk.technician(technician)) throw refusal("code", `technician ${technician} has been deleted`);
    pin.session = this.#begin({ status: "CONNECTING", technician, customFields, tracking0, lens });
    return pin.session;
  }

  /**
   * The customer runs the applet: a connecting session becomes Waiting.
   * @throws {InvalidArgumentError} for a session that is not connecting.
   */
  customerRuns(session: number): void {
    const found = this.#session(session);
    if (found.status !== "CONNECTING" && found.status !== "STARTING")
      throw refusal("session", `expected a connecting session; ${session} is ${found.status}`);
    this.#change(found, "WAITING");
  }

  /** The customer ends the session, whatever its status. @throws {InvalidArgumentError} if it has ended already. */
  customerLeaves(session: number): void {
    const found = this.#session(session);
    const early = found.pickedUpAt === undefined ? LEFT_BEFORE_PICKUP.get(found.status) : undefined;
    const status = early ?? LEFT.get(found.status);
    if (status === undefined) throw refusal("session", `session ${session} has ended: it is ${found.status}`);
    this.#change(found, status);
  }

  /**
   * Adds a line to the session's chat; getChat shows it with the time.
   * @param from the name of the writer, the customer's or the technician's.
   * @throws {InvalidArgumentError} for a session that has ended, and for values that are not strings.
   */
  say(session: number, from: string, text: string): void {
    const found = this.#session(session);
    checkText("from", from);
    checkText("text", text);
    if (!isLive(found.status)) throw refusal("session", `session ${session} has ended: it is ${found.status}`);
    found.chat = [...found.chat, { at: this.#now(), from, text }];
    this.#changed();
  }

  /**
   * Sets the technician's note on a session, which may have ended; it replaces an earlier note.
   * @throws {InvalidArgumentError} for an unknown session, and for a text that is not a string.
   */
  setNote(session: number, text: string): void {
    const found = this.#session(session);
    checkText("text", text);
    found.note = text;
    this.#changed();
  }

  /**
   * Changes a session's status for any other reason: a reboot, a lost connection, a declined agreement.
   * @throws {InvalidArgumentError} for an unknown session or status.
   */
  setStatus(session: number, status: SessionStatus): void {
    checkStatus(status);
    this.#change(this.#session(session), status);
  }

  /**
   * Adds a user: an entry as in a seed's `users`, with its own node ids.
   * @throws {InvalidArgumentError} for a user that a seed could not contain, naming the path, such as `user.email`.
   */
  addUser(user: SeedUser): void {
    addUser(this.#desk(), user);
    this.#changed();
  }

  /**
   * A technician starts or ends the Technician Console.
   * @param technician the node id of the technician.
   * @throws {InvalidArgumentError} for an unknown technician or state.
   */
  setConsole(technician: number, state: ConsoleState): void {
    if (!CONSOLE_STATES.includes(state)) throw refusal("state", notOneOf(state, CONSOLE_STATES));
    const found = this.#desk().technician(technician);
    if (!found) throw refusal("technician", `no technician ${technician}`);
    found.person.console = state;
    this.#changed();
  }

  #session(id: number): SupportSession {
    const desk = this.#desk();
    const session = desk.sessions.get(id);
    if (!session) throw refusal("session", `no session ${id}`);
    settle(desk, session, this.#now());
    return session;
  }

  #begin(start: SessionStart, chosen?: number, ago = 0): number {
    const { sessions } = this.#desk();
    const id = chosen ?? sessions.nextId();
    sessions.add(beginSession(id, start, this.#now() - Math.round(ago * 1000)));
    this.#changed();
    return id;
  }

  #change(session: SupportSession, status: SessionStatus): void {
    this.#desk().sessions.change(session, { status }, this.#now());
    this.#changed();
  }
}

function checkText(path: string, text: unknown): void {
  if (typeof text !== "string") throw refusal(path, "expected a string");
  if (forbiddenCharacterAt(text) >= 0) throw refusal(path, "expected a string without characters that XML forbids");
}

function checkStatus(status: string): void {
  if (!(SESSION_STATUSES as readonly string[]).includes(status)) {
    throw refusal("status", notOneOf(status, SESSION_STATUSES));
  }
}

function notOneOf(word: unknown, known: readonly string[]): string {
  return `expected one of ${known.join(", ")}${didYouMean(String(word), known)}`;
}

function refusal(path: string, problem: string): InvalidArgumentError {
  return new InvalidArgumentError(path, `emulator.desk: ${path}: ${problem}`);
}
