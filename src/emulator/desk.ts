import { randomBytes } from "node:crypto";
import type { EmulatorSeed, SeedSession, SeedUser } from "./seed.js";

/** A user, with what the service remembers about it. */
export interface DeskUser extends Omit<SeedUser, "authCode" | "note"> {
  /** The user's node id. */
  readonly id: number;
  authCode: string | undefined;
  /** When the latest calls of login for this user came, in milliseconds, oldest first. */
  loginCalls: number[];
}

/** A support session whose status moves. */
export interface DeskSession extends Omit<SeedSession, "status" | "note"> {
  status: SeedSession["status"];
}

const CODE_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

/** The state behind the operations: users, their auth codes, and the support sessions. In memory. */
export class Desk {
  readonly #users = new Map<string, DeskUser>();
  readonly #authCodes = new Map<string, DeskUser>();
  readonly #sessions = new Map<number, DeskSession>();

  constructor(seed: EmulatorSeed) {
    for (const [index, { note: _, authCode, ...user }] of seed.users.entries()) {
      const entry: DeskUser = { ...user, id: index + 1, authCode: undefined, loginCalls: [] };
      this.#users.set(user.email.toLowerCase(), entry);
      if (authCode !== undefined) this.#giveAuthCode(entry, authCode);
    }
    for (const { note: _, ...session } of seed.sessions) this.#sessions.set(session.id, { ...session });
  }

  /** The user of that email address, in any case. */
  user(email: string): DeskUser | undefined {
    return this.#users.get(email.toLowerCase());
  }

  /** The user whose credentials these are. A deleted or disabled one has none. */
  userByPassword(email: string, password: string): DeskUser | undefined {
    const user = this.user(email);
    return user?.enabled && user.password === password ? user : undefined;
  }

  /** The user who holds this auth code, deleted or disabled ones included. */
  userByAuthCode(code: string): DeskUser | undefined {
    return this.#authCodes.get(code);
  }

  /** Makes a new auth code for the user. The one before it is worth nothing from now on (guide, requestAuthCode). */
  newAuthCode(user: DeskUser): string {
    // 80 lower-case letters and digits, as in the guide's sample answer.
    const code = Array.from(randomBytes(80), (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join("");
    this.#giveAuthCode(user, code);
    return code;
  }

  session(id: number): DeskSession | undefined {
    return this.#sessions.get(id);
  }

  #giveAuthCode(user: DeskUser, code: string): void {
    if (user.authCode !== undefined) this.#authCodes.delete(user.authCode);
    user.authCode = code;
    this.#authCodes.set(code, user);
  }
}
