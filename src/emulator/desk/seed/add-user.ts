import { InvalidArgumentError } from "../../../errors/invalid-argument-error.js";
import type { Desk } from "../desk.js";
import type { DeskNode } from "../desk-node.js";
import { BRANCHES } from "../organisation.js";
import { ROLES } from "../person.js";
import { openUser } from "./open-desk.js";
import type { SeedUser } from "./seed.js";
import { checkSeedUser } from "./seed-schema.js";

/**
 * Adds a user to an open desk, as if the seed had contained it.
 * @throws {InvalidArgumentError} for a user that a seed could not contain: a wrong shape, an address, an auth code or a
 *   node id that exists already, an unknown group. It names the path, such as `user.email`.
 */
export function addUser(desk: Desk, given: SeedUser): void {
  const user = checkSeedUser(given);
  const { people } = desk;
  if (!user.deleted && user.email !== "" && people.withEmail(user.email)) throw refusal("email", "another user has it");
  if (user.authCode !== undefined && people.withAuthCode(user.authCode))
    throw refusal("authCode", "another user has it");
  const ids = new Set<number>();
  for (const role of ROLES) {
    const id = user.roles[role];
    if (id === undefined) continue;
    if (id <= BRANCHES) throw refusal(`roles.${role}`, `expected a node id above ${BRANCHES}`);
    const isTaken = ids.has(id) || desk.organisation.has(id) || people.formerlyOf(id) !== undefined;
    if (isTaken) throw refusal(`roles.${role}`, `node ${id} exists already`);
    ids.add(id);
  }
  checkGroup(desk, "group", user.group, "TechnicianGroup");
  checkGroup(desk, "administratorGroup", user.administratorGroup, "AdministratorGroup");
  openUser(desk, user);
}

function checkGroup(
  { organisation }: Desk,
  path: "group" | "administratorGroup",
  id: number | undefined,
  type: DeskNode["type"],
): void {
  if (id !== undefined && !organisation.nodeOf(id, type)) throw refusal(path, `there is no ${type} ${id}`);
}

function refusal(path: string, problem: string): InvalidArgumentError {
  return new InvalidArgumentError(`user.${path}`, `emulator.desk: user.${path}: ${problem}`);
}
