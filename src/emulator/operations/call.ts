import type { Contract } from "../../soap/contract/contract.js";
import type { AspNetSession } from "../desk/asp-net-session.js";
import type { Desk } from "../desk/desk.js";
import type { Limits } from "./limits.js";
import type { Parameters } from "./parameters.js";

/** What an operation works with. */
export interface Call {
  readonly operation: string;
  /** The service's contract, for the words that its WSDL lists. A form's operation need not be in it. */
  readonly contract: Contract;
  readonly parameters: Parameters;
  readonly desk: Desk;
  /** The cookie login's session, which not every operation looks at. */
  readonly session: AspNetSession;
  /** The time in milliseconds; may be a virtual clock's. */
  readonly now: () => number;
  /** Which rate limits apply. */
  readonly limits: Limits;
  /** Where the emulator was called, such as `http://127.0.0.1:49152`, for the links it hands out. */
  readonly origin: string;
  /** Counts an execution at once: for behaviours whose answer may not say what they changed. */
  readonly executed: (key: string) => void;
}

/** What an operation answers. */
export interface Answer {
  /** A result code, such as `OK` or `InvalidParam_Session`; the contract says which literal it goes out as. */
  readonly result: string;
  /**
   * Out parameters, in the types the request encoder takes. Those left out get the value .NET gives: 0, false, absent.
   * Where the result element is among them, `result` is not looked at.
   */
  readonly out?: Readonly<Record<string, unknown>>;
  /** Set when something changed: what, such as the id of the session that was closed. */
  readonly changed?: string;
}

/** What one operation does. A thrown error becomes a `soap:Server` fault, as an exception does in ASMX. */
export type Behaviour = (call: Call) => Answer | Promise<Answer>;

/** Behaviours by operation name. */
export type Behaviours = ReadonlyMap<string, Behaviour>;
