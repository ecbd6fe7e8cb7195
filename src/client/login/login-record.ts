import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { LOGIN_COUNTS, LOGIN_LIMIT, LoginPace } from "../account/login-pace.js";

/** A login that processes share. */
export interface KeptLogin {
  /** Of one login: another one has another id, though its cookie may be the same. */
  readonly id: string;
  /** How often its cookies have been renewed. */
  readonly revision: number;
  /** The cookies, as `Set-Cookie` lines. They are secrets. */
  readonly cookies: readonly string[];
}

/** Passwords that the service has refused. */
export interface RefusedPasswords {
  /** Of all the hashes: one calculation finds out whether a password is among them. */
  readonly salt: string;
  /** The newest is the last. Times are those of the clock of the day, in milliseconds. */
  readonly passwords: readonly { readonly hash: string; readonly time: number }[];
}

/** What the processes that share an account know of it. */
export interface LoginRecord {
  readonly login?: KeptLogin | undefined;
  readonly refused?: RefusedPasswords | undefined;
  /** When logins were sent, by the clock of the day, in milliseconds. */
  readonly times: readonly number[];
}

const FORMAT = 1;
/** More than a record may take. */
export const LARGEST_RECORD = 256 * 1024;
const MOST_COOKIES = 50;
const MOST_PASSWORDS = 20;
const MOST_TIMES = 2 * LOGIN_LIMIT;
/** Milliseconds for which a refused password is remembered: a job that runs every minute sends it once a day. */
const REFUSAL_LIFE = 24 * 60 * 60 * 1000;

/**
 * Reads a record, which anybody may have written.
 *
 * @param account the key of the account that it has to be of.
 * @param where it was found, for errors.
 * @throws {InvalidArgumentError} for one of another account, and for anything else. The message shows nothing of it.
 */
export function readRecord(text: string, account: string, where: string): LoginRecord {
  const refuse = (problem: string) => new InvalidArgumentError("jar", `jar: ${where} ${problem}`);
  if (text.length > LARGEST_RECORD) throw refuse(`is larger than ${LARGEST_RECORD} bytes`);
  const { format, account: of, login, revision = 0, cookies, refused, times = [] } = fieldsOf(text);
  if (format !== FORMAT || typeof of !== "string") throw refuse("is no jar of this package");
  if (of !== account) throw refuse("is the jar of another user, or of another endpoint; use one for each");
  const kept = login === undefined ? undefined : { id: login, revision, cookies };
  const isWhole =
    (kept === undefined || isKeptLogin(kept)) &&
    (refused === undefined || isRefused(refused)) &&
    isList(times, MOST_TIMES, isTime);
  if (!isWhole) throw refuse("is a damaged jar; remove it");
  return { login: kept, refused, times };
}

/** The text of a record. It is a secret. */
export function recordText({ login, refused, times }: LoginRecord, account: string): string {
  const kept = login && { login: login.id, revision: login.revision, cookies: login.cookies };
  return `${JSON.stringify({ format: FORMAT, account, ...kept, refused, times })}\n`;
}

/** When the password with this hash was refused; undefined where it was not, or is to be forgotten by now. */
export function refusedAt({ refused }: LoginRecord, hash: string, now: number): number | undefined {
  return refused?.passwords.find((one) => one.hash === hash && isRecent(one.time, REFUSAL_LIFE, now))?.time;
}

/** The salt of the passwords that are remembered; undefined where none is. */
export function saltOf({ refused }: LoginRecord, now: number): string | undefined {
  return refused?.passwords.some(({ time }) => isRecent(time, REFUSAL_LIFE, now)) ? refused.salt : undefined;
}

/** Adds a refused password; its hash is that with `salt`. */
export function withRefused(record: LoginRecord, salt: string, hash: string, now: number): LoginRecord {
  const others = withoutRefused(record, hash).refused?.passwords ?? [];
  const recent = others.filter(({ time }) => isRecent(time, REFUSAL_LIFE, now));
  return { ...record, refused: { salt, passwords: [...recent, { hash, time: now }].slice(-MOST_PASSWORDS) } };
}

/** Removes a refused password. */
export function withoutRefused(record: LoginRecord, hash: string): LoginRecord {
  const { refused } = record;
  if (!refused) return record;
  const passwords = refused.passwords.filter((one) => one.hash !== hash);
  return { ...record, refused: passwords.length > 0 ? { ...refused, passwords } : undefined };
}

/** Milliseconds until a further login stays under the service's limit. */
export function recordedWait({ times }: LoginRecord, now: number): number {
  const pace = new LoginPace();
  for (const time of recentTimes(times, now)) pace.count(time);
  return pace.wait(now);
}

/** Counts a login that is about to be sent. */
export function withTime(record: LoginRecord, now: number): LoginRecord {
  return { ...record, times: [...recentTimes(record.times, now), now].slice(-MOST_TIMES) };
}

/** Removes a login from the count: it did not reach the service. */
export function withoutTime(record: LoginRecord, time: number): LoginRecord {
  const index = record.times.indexOf(time);
  return index < 0 ? record : { ...record, times: record.times.toSpliced(index, 1) };
}

// The clocks of two machines differ a little: what happens a little later by another clock happens now.
function recentTimes(times: readonly number[], now: number): readonly number[] {
  return times
    .filter((time) => isRecent(time, LOGIN_COUNTS, now))
    .map((time) => Math.min(time, now))
    .sort((a, b) => a - b);
}

// A clock that was set back must not make a time hold for years.
function isRecent(time: number, life: number, now: number): boolean {
  return Math.abs(now - time) < life;
}

interface Fields {
  readonly [name: string]: unknown;
}

function fieldsOf(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : {};
  } catch {
    // The parser's message would quote the text.
    return {};
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isKeptLogin(value: Fields): value is Fields & KeptLogin {
  const { id, revision, cookies } = value;
  return typeof id === "string" && Number.isSafeInteger(revision) && isList(cookies, MOST_COOKIES, isText);
}

function isRefused(value: unknown): value is RefusedPasswords {
  if (!isFields(value)) return false;
  const isOne = (one: unknown): one is { hash: string; time: number } =>
    isFields(one) && isText(one.hash) && isTime(one.time);
  return isText(value.salt) && isList(value.passwords, MOST_PASSWORDS, isOne);
}

function isList<T>(value: unknown, most: number, isOne: (one: unknown) => one is T): value is readonly T[] {
  return Array.isArray(value) && value.length <= most && value.every(isOne);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
