import { BRANCHES, TECHNICIANS } from "../organisation.js";
import { ROLES } from "../person.js";
import type { EmulatorSeed, SeedPastTransfer, TransferPlace } from "./seed.js";

type Refuse = (path: string, problem: string) => Error;

/**
 * Checks the references in a seed: ids and addresses that may occur only once, and ids that must exist.
 * @throws what `refuse` returns, for the first that is wrong.
 */
export function checkReferences(seed: EmulatorSeed, refuse: Refuse): void {
  const { groups = [], users, channels = [], sessions, pins = [] } = seed;
  const nodes = new UniqueIds("a node id", refuse);
  const technicians = new Set<number>();
  // Sessions still name a technician who was deleted.
  const everTechnicians = new Set<number>();
  const administrators = new Set<number>();
  const groupTypes = new Map<number, string>();
  for (const [index, { id, type }] of groups.entries()) {
    nodes.add(id, `groups[${index}].id`);
    groupTypes.set(id, type);
  }
  for (const [index, { roles, deleted }] of users.entries()) {
    for (const role of ROLES) {
      const id = roles[role];
      if (id === undefined) continue;
      nodes.add(id, `users[${index}].roles.${role}`);
      if (role === "technician") everTechnicians.add(id);
      if (role === "technician" && !deleted) technicians.add(id);
      if (role === "administrator" && !deleted) administrators.add(id);
    }
  }
  for (const [index, { id }] of channels.entries()) nodes.add(id, `channels[${index}].id`);
  for (const [index, { id, administrator, group }] of (seed.administratorLinks ?? []).entries()) {
    const path = `administratorLinks[${index}]`;
    nodes.add(id, `${path}.id`);
    if (!administrators.has(administrator) && groupTypes.get(administrator) !== "AdministratorGroup") {
      throw refuse(`${path}.administrator`, "is neither an administrator nor an administrator group of this seed");
    }
    if (group !== TECHNICIANS && groupTypes.get(group) !== "TechnicianGroup") {
      throw refuse(`${path}.group`, "is not a TechnicianGroup of this seed");
    }
  }
  checkGroups(seed, groupTypes, refuse);
  checkUsers(seed, refuse);

  const channelIds = new Set(channels.map(({ id }) => id));
  const must = (known: ReadonlySet<number>, id: number | undefined, path: string, what: string) => {
    if (id !== undefined && !known.has(id)) throw refuse(path, `is not a ${what} of this seed`);
  };
  for (const [index, { assignedTo = [] }] of channels.entries()) {
    for (const [at, id] of assignedTo.entries()) {
      if (technicians.has(id) || groupTypes.get(id) === "TechnicianGroup") continue;
      throw refuse(
        `channels[${index}].assignedTo[${at}]`,
        "is neither a technician nor a technician group of this seed",
      );
    }
  }
  const sessionIds = new UniqueIds("a session's id", refuse);
  for (const [index, { id, technician, channel, transfer, transfers = [], lastAction }] of sessions.entries()) {
    const path = `sessions[${index}]`;
    sessionIds.add(id, `${path}.id`);
    must(everTechnicians, technician, `${path}.technician`, "technician");
    must(channelIds, channel, `${path}.channel`, "channel");
    const checkFrom = (within: string, { technician: whose, channel: where }: TransferPlace) => {
      must(everTechnicians, whose, `${within}.technician`, "technician");
      must(channelIds, where, `${within}.channel`, "channel");
    };
    const checkTransfer = (within: string, { kind, to, from }: Pick<SeedPastTransfer, "kind" | "to" | "from">) => {
      const isNode = kind === "NODE";
      must(isNode ? everTechnicians : channelIds, to, `${within}.to`, isNode ? "technician" : "channel");
      checkFrom(`${within}.from`, from);
    };
    if (transfer) checkTransfer(`${path}.transfer`, transfer);
    for (const [at, past] of transfers.entries()) checkTransfer(`${path}.transfers[${at}]`, past);
    const before = lastAction?.from;
    if (before) checkFrom(`${path}.lastAction.from`, before);
    if (before?.transfer) checkTransfer(`${path}.lastAction.from.transfer`, before.transfer);
  }
  const codes = new Set<string>();
  for (const [index, { code, technician }] of pins.entries()) {
    if (codes.has(code)) throw refuse(`pins[${index}].code`, "occurs twice");
    codes.add(code);
    must(everTechnicians, technician, `pins[${index}].technician`, "technician");
  }
}

function checkGroups({ groups = [], users }: EmulatorSeed, types: ReadonlyMap<number, string>, refuse: Refuse): void {
  // A group may only name an earlier one, so that no group can contain itself.
  const before = new Map<number, string>();
  for (const [index, { id, type, parent }] of groups.entries()) {
    if (parent !== undefined && before.get(parent) !== type) {
      throw refuse(`groups[${index}].parent`, `is not a ${type} before this one`);
    }
    before.set(id, type);
  }
  for (const [index, { group, administratorGroup }] of users.entries()) {
    if (group !== undefined && types.get(group) !== "TechnicianGroup") {
      throw refuse(`users[${index}].group`, "is not a TechnicianGroup of this seed");
    }
    if (administratorGroup !== undefined && types.get(administratorGroup) !== "AdministratorGroup") {
      throw refuse(`users[${index}].administratorGroup`, "is not an AdministratorGroup of this seed");
    }
  }
}

function checkUsers({ users }: EmulatorSeed, refuse: Refuse): void {
  const emails = new Set<string>();
  const codes = new Set<string>();
  for (const [index, { email, authCode, deleted }] of users.entries()) {
    const address = email.toLowerCase();
    if (address !== "" && !deleted && emails.has(address)) throw refuse(`users[${index}].email`, "occurs twice");
    if (!deleted) emails.add(address);
    if (authCode === undefined) continue;
    if (codes.has(authCode)) throw refuse(`users[${index}].authCode`, "occurs twice");
    codes.add(authCode);
  }
}

class UniqueIds {
  readonly #known = new Set<number>();
  readonly #what: string;
  readonly #refuse: Refuse;

  constructor(what: string, refuse: Refuse) {
    this.#what = what;
    this.#refuse = refuse;
  }

  add(id: number, path: string): void {
    if (this.#what === "a node id" && id <= BRANCHES) {
      throw this.#refuse(path, `expected a node id above ${BRANCHES}: those up to it are the tree's branches`);
    }
    if (this.#known.has(id)) throw this.#refuse(path, `is ${this.#what} that occurs twice`);
    this.#known.add(id);
  }
}
