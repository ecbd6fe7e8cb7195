import type { LoginLock, LoginStore } from "../../src/index.js";

/** What processes share, in the memory of one: a LoginStore and its lock, which can be told to fail. */
export class MemoryLogins implements LoginStore {
  readonly texts = new Map<string, string>();
  /** How often something was set. */
  writes = 0;
  trouble: { get?: "fails" | "hangs"; set?: "fails" | "never" } = {};
  /** Called before each attempt to set: what another process does first. */
  meanwhile: () => Promise<void> = async () => {};
  readonly #held = new Set<string>();

  async get(key: string): Promise<string | null> {
    if (this.trouble.get === "fails") throw new Error("PLANTED");
    if (this.trouble.get === "hangs") return new Promise(() => {});
    return this.texts.get(key) ?? null;
  }

  async compareAndSet(key: string, expected: string | undefined, value: string): Promise<boolean> {
    await this.meanwhile();
    if (this.trouble.set === "fails") throw new Error("PLANTED");
    if (this.trouble.set === "never" || this.texts.get(key) !== expected) return false;
    this.texts.set(key, value);
    this.writes += 1;
    return true;
  }

  readonly lock: LoginLock = async (key, signal) => {
    while (this.#held.has(key)) {
      signal.throwIfAborted();
      await new Promise(setImmediate);
    }
    this.#held.add(key);
    return async () => {
      this.#held.delete(key);
    };
  };

  get isLocked(): boolean {
    return this.#held.size > 0;
  }

  /** The only record. */
  get record(): Record<string, unknown> {
    const [text = "{}"] = this.texts.values();
    return JSON.parse(text);
  }

  /** Changes the only record, as another process would. */
  set record(record: Record<string, unknown>) {
    for (const key of this.texts.keys()) this.texts.set(key, JSON.stringify(record));
  }
}
