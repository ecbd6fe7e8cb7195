import * as v from "valibot";
import { InvalidArgumentError } from "../../../errors/invalid-argument-error.js";
import { forbiddenCharacterAt } from "../../../soap/text/xml-text.js";
import { unknownMember } from "../known-members.js";
import { CONSOLE_STATES, ROLES } from "../person.js";
import { ALL_PINS } from "../pin.js";
import { SESSION_STATUSES } from "../session-status.js";
import { membersAt } from "./schema-members.js";
import type { EmulatorSeed, SeedUser } from "./seed.js";
import { checkReferences } from "./seed-references.js";

const text = v.pipe(
  v.string(),
  v.check((value) => forbiddenCharacterAt(value) < 0, "a string without characters that XML forbids"),
);
const shortText = v.pipe(text, v.maxLength(65_536));
const id = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_147_483_647));
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(10 ** 9));
const customFields = v.pipe(v.array(text), v.maxLength(6));
const status = v.picklist(SESSION_STATUSES);
const spent = v.optional(seconds);
const place = { technician: v.optional(id), channel: v.optional(id) };
const transfer = { to: id, kind: v.picklist(["NODE", "CHANNEL"]), comment: text, by: v.optional(id) };
const pendingTransfer = v.strictObject({ ...transfer, from: v.strictObject({ status, ...place }) });

const schema = v.strictObject({
  number: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1))),
  account: v.optional(
    v.strictObject({
      id: v.optional(id),
      organization: v.optional(shortText),
      companyId: v.optional(shortText),
      ssoPassword: v.optional(shortText),
      pinPool: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(ALL_PINS))),
    }),
  ),
  groups: v.optional(
    v.array(
      v.strictObject({
        id,
        name: shortText,
        type: v.picklist(["TechnicianGroup", "AdministratorGroup"]),
        description: v.optional(shortText),
        parent: v.optional(id),
        permissions: v.optional(v.array(shortText)),
        lockedPermissions: v.optional(v.array(shortText)),
        enabled: v.optional(v.boolean()),
      }),
    ),
  ),
  users: v.array(
    v.strictObject({
      email: shortText,
      password: shortText,
      roles: v.strictObject({
        masterAdministrator: v.optional(id),
        administrator: v.optional(id),
        technician: v.optional(id),
      }),
      name: v.optional(shortText),
      nick: v.optional(shortText),
      ssoId: v.optional(shortText),
      description: v.optional(shortText),
      group: v.optional(id),
      administratorGroup: v.optional(id),
      enabled: v.optional(v.boolean()),
      disabledRoles: v.optional(v.array(v.picklist(ROLES))),
      deleted: v.optional(v.boolean()),
      accountHolder: v.optional(v.boolean()),
      mobileAddOn: v.optional(v.boolean()),
      rpatAddOn: v.optional(v.boolean()),
      lens: v.optional(v.boolean()),
      console: v.optional(v.picklist(CONSOLE_STATES)),
      authCode: v.optional(v.pipe(shortText, v.minLength(1))),
      always: v.optional(v.pipe(shortText, v.minLength(1))),
      about: v.optional(shortText),
    }),
  ),
  administratorLinks: v.optional(v.array(v.strictObject({ id, administrator: id, group: id }))),
  channels: v.optional(
    v.array(
      v.strictObject({
        id,
        name: shortText,
        description: v.optional(shortText),
        assignedTo: v.optional(v.array(id)),
      }),
    ),
  ),
  sessions: v.array(
    v.strictObject({
      id,
      status,
      technician: v.optional(id),
      channel: v.optional(id),
      customFields: v.optional(customFields),
      tracking0: v.optional(text),
      language: v.optional(shortText),
      lens: v.optional(v.boolean()),
      startedAgo: v.optional(seconds),
      pickedUpAgo: v.optional(seconds),
      statusAgo: v.optional(seconds),
      closedAgo: v.optional(seconds),
      spent: v.optional(
        v.strictObject({
          connecting: spent,
          waiting: spent,
          active: spent,
          hold: spent,
          transfer: spent,
          rebooting: spent,
          reconnecting: spent,
        }),
      ),
      chat: v.optional(v.array(v.strictObject({ ago: seconds, from: text, text }))),
      note: v.optional(text),
      transfer: v.optional(pendingTransfer),
      transfers: v.optional(
        v.array(v.strictObject({ ...transfer, ago: seconds, took: spent, from: v.strictObject(place) })),
      ),
      lastAction: v.optional(
        v.strictObject({
          by: v.optional(id),
          from: v.strictObject({ status, ...place, transfer: v.optional(pendingTransfer) }),
        }),
      ),
      always: v.optional(v.pipe(shortText, v.minLength(1))),
      about: v.optional(shortText),
    }),
  ),
  pins: v.optional(
    v.array(
      v.strictObject({
        code: v.pipe(v.string(), v.regex(/^\d{6}$/, "six digits")),
        technician: id,
        madeAgo: seconds,
        customFields: v.optional(customFields),
        tracking0: v.optional(text),
        lens: v.optional(v.boolean()),
        session: v.optional(id),
      }),
    ),
  ),
});

/** The names of the members of a seed's user. */
export const USER_FIELDS: readonly string[] = Object.keys(schema.entries.users.item.entries);

/**
 * Checks a seed: its shape, the ids that must be unique and those that must exist. An error never contains a value, as
 * it may be a password.
 *
 * @throws {InvalidArgumentError} naming the path, such as `users[2].email`, and what was expected there.
 */
export function checkSeed(seed: unknown): EmulatorSeed {
  // The schema's optional members are those of the interface, except that valibot also allows undefined for them.
  const checked = shaped(schema, seed, seedError) as EmulatorSeed;
  checkReferences(checked, seedError);
  return checked;
}

/**
 * Checks the shape of one user of a seed in the same way.
 * @throws {InvalidArgumentError} naming the path, such as `user.email`.
 */
export function checkSeedUser(user: unknown): SeedUser {
  const error = (path: string, expected: string) => {
    const whole = path === "" ? "user" : `user.${path}`;
    return new InvalidArgumentError(whole, `emulator.desk: ${whole}: ${expected}`);
  };
  return shaped(schema.entries.users.item, user, error) as SeedUser;
}

function shaped(
  wanted: v.GenericSchema,
  value: unknown,
  error: (path: string, expected: string) => InvalidArgumentError,
): unknown {
  const result = v.safeParse(wanted, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw error(pathOf(issue), expectationOf(issue, wanted));
}

function seedError(path: string, expected: string): InvalidArgumentError {
  return new InvalidArgumentError(`seed.${path}`, `seed: ${path === "" ? "" : `${path}: `}${expected}`);
}

function pathOf({ path }: v.BaseIssue<unknown>): string {
  return (path ?? []).reduce((whole, { key }) => {
    if (typeof key === "number") return `${whole}[${key}]`;
    const name = typeof key === "string" && /^\w{1,64}$/.test(key) ? key : JSON.stringify(String(key).slice(0, 64));
    return whole === "" ? name : `${whole}.${name}`;
  }, "");
}

function expectationOf(issue: v.BaseIssue<unknown>, wanted: object): string {
  if (issue.type === "check" || issue.type === "regex") return `expected ${issue.message}`;
  if (issue.type === "strict_object" && issue.expected === "never") {
    const path = (issue.path ?? []).map(({ key }) => key);
    return unknownMember(String(path.at(-1)), membersAt(wanted, path.slice(0, -1)));
  }
  if (issue.type === "max_length") return `is too long: expected a length of ${issue.expected}`;
  if (issue.kind === "schema" && issue.input === undefined) return "is missing";
  return `expected ${words(issue.expected)}`;
}

const WORDS: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  boolean: "true or false",
  Array: "an array",
  Object: "an object",
};

function words(expected: string | null): string {
  return WORDS[expected ?? ""] ?? (expected ?? "something else").replace(/^[([]|[)\]]$/g, "").replaceAll(" | ", ", ");
}
