/**
 * The values of a form. As in ASP.NET, names are read in any case, repeated ones are joined by a comma, the query of a
 * POST counts too and takes precedence, and an invalid percent escape is kept as text.
 */
export class FormValues {
  readonly #values = new Map<string, string>();

  constructor(query: string, body = "") {
    for (const part of [body, query]) {
      const sent = new Map<string, string>();
      for (const [name, value] of new URLSearchParams(part)) {
        const key = name.toLowerCase();
        const before = sent.get(key);
        sent.set(key, before === undefined ? value : `${before},${value}`);
      }
      for (const [key, value] of sent) this.#values.set(key, value);
    }
  }

  /** The value of the first of these names that was sent; undefined if none was. */
  get(names: readonly string[]): string | undefined {
    for (const name of names) {
      const value = this.#values.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}
