import { RescueClient } from "../../../../src/client/rescue-client.js";
import { startEmulator } from "../../../../src/emulator/index.js";
import { RescueError } from "../../../../src/errors/rescue-error.js";
import { type Contract, lookUp } from "../../../../src/soap/contract/contract.js";
import { readWsdl } from "../../../../src/wsdl/read/read-wsdl.js";
import type { OtherCall } from "./change.js";
import { CALL_NAMES, type CallName, SCRIPT } from "./script.js";

/** The result of a call: what the client returned and what the service read, or the code of an error. */
export type Outcome =
  | { readonly gives: unknown; readonly reads: readonly (readonly [string, unknown])[] }
  | { readonly error: string };

/** What the service does in a call. */
interface Serving {
  readonly answer: object;
  readonly insistsOn?: string | undefined;
}

/** A service of one WSDL, called by a client of another. */
export class ProofService implements AsyncDisposable {
  readonly #old: Contract;
  readonly #contract: Contract;
  readonly #emulator: Awaited<ReturnType<typeof startEmulator>>;
  #serving: Serving = { answer: {} };
  #read: unknown;

  private constructor(old: Contract, contract: Contract, emulator: Awaited<ReturnType<typeof startEmulator>>) {
    this.#old = old;
    this.#contract = contract;
    this.#emulator = emulator;
  }

  /** @param old the contract of the client. */
  static async start(old: Contract, wsdl: string): Promise<ProofService> {
    const contract = readWsdl(wsdl, "new.wsdl");
    return new ProofService(old, contract, await startEmulator({ contract, wsdl, limits: false }));
  }

  /** Makes the calls of the script, one after another, with one client and a fresh service. */
  async runScript(besides: object): Promise<ReadonlyMap<CallName, Outcome>> {
    this.#reset();
    await using client = this.#client(this.#emulator.endpoint, "1.1");
    const outcomes = new Map<CallName, Outcome>();
    for (const name of CALL_NAMES) {
      const { send, answer = {} } = SCRIPT[name];
      this.#serving = { answer: { ...answer, ...besides } };
      outcomes.set(name, await this.#call(client, name, send));
    }
    return outcomes;
  }

  /** Makes one call, with a fresh service and client. */
  async runOther(other: OtherCall, besides: object, goneAddress: string): Promise<Outcome> {
    const { operation, send, answer = {} } = SCRIPT[other.call];
    this.#reset();
    if (other.answer || other.insistsOn) this.#handle(operation);
    this.#serving = { answer: { ...answer, ...besides, ...other.answer }, insistsOn: other.insistsOn };
    await using client = this.#client(other.atOldAddress ? goneAddress : this.#emulator.endpoint, other.soap ?? "1.1");
    return await this.#call(client, other.call, { ...send, ...other.send });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#emulator.close();
  }

  #client(endpoint: string, soap: "1.1" | "1.2"): RescueClient {
    const credentials = { email: "some@email.com", password: "secretPassword" };
    return new RescueClient({ contract: this.#old, credentials, endpoint, soap, retry: false });
  }

  async #call(client: RescueClient, name: CallName, send: object): Promise<Outcome> {
    this.#read = undefined;
    try {
      const gives = await make(client, name, send);
      return { gives, reads: this.#readOf(Object.keys(send)) };
    } catch (error) {
      if (error instanceof RescueError) return { error: error.code };
      throw error;
    }
  }

  /** What the service read of the parameters that were sent. The others have the default of their type. */
  #readOf(sent: readonly string[]): readonly (readonly [string, unknown])[] {
    const names = namesOf(this.#old);
    return sent.map((name) => [name, asRead(names, at(this.#read, name))]);
  }

  #reset(): void {
    this.#emulator.reset();
    this.#handle("getAccount");
    this.#handle("getSession");
  }

  #handle(operation: string): void {
    // A removed operation returns nothing.
    const described = lookUp(this.#contract.operations, operation);
    if (!described) return;
    const elements = new Set(described.response.fields.map(({ name }) => name));
    this.#emulator.on(operation, (request: object) => {
      this.#read = request;
      const { answer, insistsOn } = this.#serving;
      if (insistsOn !== undefined && isMissing(at(request, insistsOn))) throw new Error(`${insistsOn} is missing`);
      // The emulator refuses an element that this service does not have.
      return Object.fromEntries(Object.entries(answer).filter(([name]) => elements.has(name)));
    });
  }
}

async function make(client: RescueClient, name: CallName, send: object): Promise<unknown> {
  if (name === "login") return (await client.login()).literal;
  if (name === "logout") {
    await client.login();
    return (await client.logout())?.literal;
  }
  if (name === "close") return (await client.closeSession(12345678)).literal;
  const call: unknown = Reflect.get(client.operations, SCRIPT[name].operation);
  if (typeof call !== "function") throw new Error(`${SCRIPT[name].operation} is not to be called`);
  return await call(send);
}

/** What was read, by the names of the old contract, independent of the new types: a single value is an array of one. */
function asRead(names: ReadonlySet<string>, value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => asRead(names, item));
    return items.length < 2 ? items[0] : items;
  }
  if (typeof value !== "object" || value === null) return value === undefined ? undefined : String(value);
  const entries = Object.entries(value).filter(([name]) => names.has(name));
  return Object.fromEntries(
    entries.map(([name, item]) => [name, asRead(names, item)]).filter(([, item]) => item !== undefined),
  );
}

function namesOf(contract: Contract): ReadonlySet<string> {
  const messages = Object.values(contract.operations).flatMap(({ request, response }) => [request, response]);
  const fields = [...messages.map((message) => message.fields), ...Object.values(contract.types)].flat();
  return new Set(fields.map(({ name }) => name));
}

function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (inner, name) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, name) : undefined),
      value,
    );
}

// The default of .NET for a parameter that was not sent.
function isMissing(value: unknown): boolean {
  return [undefined, null, "", 0, 0n, false].includes(value as never);
}
