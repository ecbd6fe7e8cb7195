import { unknownMember } from "../desk/known-members.js";
import { badRequest } from "./admin-error.js";

/** The fields of a JSON object that came from outside, each requested by name. */
export class JsonFields {
  readonly #object: object;

  /**
   * @param known the names of all allowed fields.
   * @throws {AdminError} 400 for anything but an object, and for an unknown field.
   */
  constructor(value: unknown, known: readonly string[]) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw badRequest("body", `expected a JSON object${known.length > 0 ? ` with ${known.join(", ")}` : ""}`);
    }
    for (const name of Object.keys(value)) {
      if (!known.includes(name)) throw badRequest(name.slice(0, 80), unknownMember(name, known));
    }
    this.#object = value;
  }

  /** @throws {AdminError} 400 if it is missing or not a number. */
  number(name: string): number {
    const value = this.#get(name);
    if (typeof value !== "number") throw badRequest(name, "expected a number");
    return value;
  }

  /** @throws {AdminError} 400 if it is missing or not a string. */
  text(name: string): string {
    const value = this.#get(name);
    if (typeof value !== "string") throw badRequest(name, "expected a string");
    return value;
  }

  /** Whether the field exists. */
  has(name: string): boolean {
    return Object.hasOwn(this.#object, name);
  }

  /** @throws {AdminError} 400 for a body in a request that must not have one. */
  static none(body: unknown): void {
    if (body !== undefined) new JsonFields(body, []);
  }

  #get(name: string): unknown {
    return this.has(name) ? (this.#object as Readonly<Record<string, unknown>>)[name] : undefined;
  }
}
