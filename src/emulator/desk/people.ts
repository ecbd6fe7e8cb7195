import type { Person } from "./person.js";

/** The users of the account, found by what calls name them with. */
export class People {
  readonly #all = new Set<Person>();
  readonly #byEmail = new Map<string, Person>();
  readonly #byCode = new Map<string, Person>();
  readonly #byFormerNode = new Map<number, Person>();

  /** Everybody, deleted users included, in the order they came. */
  get all(): Iterable<Person> {
    return this.#all;
  }

  add(person: Person): void {
    this.#all.add(person);
    if (person.deleted) this.#rememberNodes(person);
    else if (person.email !== "") this.#byEmail.set(person.email.toLowerCase(), person);
    if (person.authCode !== undefined) this.#byCode.set(person.authCode, person);
  }

  /** The user of that email address, in any case; a deleted one is none. */
  withEmail(email: string): Person | undefined {
    return this.#byEmail.get(email.toLowerCase());
  }

  /** The user who may log in with this. A deleted or disabled one may not, nor one that has no password yet. */
  withPassword(email: string, password: string): Person | undefined {
    const person = this.withEmail(email);
    return person?.enabled && password !== "" && person.password === password ? person : undefined;
  }

  /** The user of that single sign-on id. */
  withSsoId(ssoId: string): Person | undefined {
    if (ssoId === "") return undefined;
    for (const person of this.#all) if (!person.deleted && person.ssoId === ssoId) return person;
    return undefined;
  }

  /** The user who holds this auth code, deleted and disabled ones included. */
  withAuthCode(code: string): Person | undefined {
    return this.#byCode.get(code);
  }

  /** Gives the user this auth code. The one before it is worth nothing from now on (guide, requestAuthCode). */
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

  /** The deleted user that had the node of this id: for the names that sessions and reports go on showing. */
  formerlyOf(node: number): Person | undefined {
    return this.#byFormerNode.get(node);
  }

  /** Marks a user as deleted: its address is free again, its auth code is still known as a deleted user's. */
  delete(person: Person): void {
    person.deleted = true;
    this.#rememberNodes(person);
    if (this.#byEmail.get(person.email.toLowerCase()) === person) this.#byEmail.delete(person.email.toLowerCase());
  }

  #rememberNodes(person: Person): void {
    for (const id of Object.values(person.nodes)) this.#byFormerNode.set(id, person);
  }
}
