import type { Person } from "./person.js";

/** The users of the account, found by email address, single sign-on id, auth code or node. */
export class People {
  readonly #all = new Set<Person>();
  readonly #byEmail = new Map<string, Person>();
  readonly #byCode = new Map<string, Person>();
  readonly #byFormerNode = new Map<number, Person>();

  /** All users, deleted ones included, in the order in which they were added. */
  get all(): Iterable<Person> {
    return this.#all;
  }

  add(person: Person): void {
    this.#all.add(person);
    if (person.deleted) this.#rememberNodes(person);
    else if (person.email !== "") this.#byEmail.set(person.email.toLowerCase(), person);
    if (person.authCode !== undefined) this.#byCode.set(person.authCode, person);
  }

  /** The user with that email address, in any case; not a deleted one. */
  withEmail(email: string): Person | undefined {
    return this.#byEmail.get(email.toLowerCase());
  }

  /** The user who may log in with these. A deleted or disabled user may not, nor one without a password. */
  withPassword(email: string, password: string): Person | undefined {
    const person = this.withEmail(email);
    return person?.enabled && password !== "" && person.password === password ? person : undefined;
  }

  /** The user with that single sign-on id. */
  withSsoId(ssoId: string): Person | undefined {
    if (ssoId === "") return undefined;
    for (const person of this.#all) if (!person.deleted && person.ssoId === ssoId) return person;
    return undefined;
  }

  /** The user who holds this auth code, deleted and disabled ones included. */
  withAuthCode(code: string): Person | undefined {
    return this.#byCode.get(code);
  }

  /** Gives the user this auth code, which invalidates the previous one (guide: requestAuthCode). */
  giveAuthCode(person: Person, code: string): void {
    if (person.authCode !== undefined) this.#byCode.delete(person.authCode);
    person.authCode = code;
    this.#byCode.set(code, person);
  }

  changeEmail(person: Person, email: string): void {
    if (this.#byEmail.get(person.email.toLowerCase()) === person) this.#byEmail.delete(person.email.toLowerCase());
    person.email = email;
    if (email !== "") this.#byEmail.set(email.toLowerCase(), person);
  }

  /** The deleted user who had the node of this id: sessions and reports still show the name. */
  formerlyOf(node: number): Person | undefined {
    return this.#byFormerNode.get(node);
  }

  /** Marks a user as deleted. The address is free again; the auth code is still recognised as a deleted user's. */
  delete(person: Person): void {
    person.deleted = true;
    this.#rememberNodes(person);
    if (this.#byEmail.get(person.email.toLowerCase()) === person) this.#byEmail.delete(person.email.toLowerCase());
  }

  #rememberNodes(person: Person): void {
    for (const id of Object.values(person.nodes)) this.#byFormerNode.set(id, person);
  }
}
