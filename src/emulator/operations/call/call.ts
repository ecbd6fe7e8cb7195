import type { Contract } from "../../../soap/contract/contract.js";
import type { AspNetSession } from "../../desk/asp-net-session.js";
import type { Desk } from "../../desk/desk.js";
import type { Person } from "../../desk/person.js";
import type { Limits } from "./limits.js";
import type { Parameters } from "./parameters.js";

/** What an operation works with, independent of the caller. */
export interface Call {
  readonly operation: string;
  /** The service's contract, for the words that its WSDL lists. A form's operation need not be in it. */
  readonly contract: Contract;
  readonly parameters: Parameters;
  readonly desk: Desk;
  /** The ASP.NET session of the cookie, which not every operation opens. */
  readonly session: AspNetSession;
  /** The time in milliseconds; may be a virtual clock's. */
  readonly now: () => number;
  /** Which rate limits apply. */
  readonly limits: Limits;
  /** Where the emulator was called, such as `http://127.0.0.1:49152`, for the links in its answers. */
  readonly origin: string;
  /** Counts an execution at once: for behaviours whose result may not say what they changed. */
  readonly executed: (key: string) => void;
}

/** A call by a user who is logged in, or by a user's auth code. */
export interface UserCall extends Call {
  readonly user: Person;
}

/** A call by a user with a technician seat. */
export interface TechnicianCall extends UserCall {
  /** The node id of the seat. */
  readonly seat: number;
}

/** What an operation returns. */
export interface OperationResult {
  /** A result code, such as `OK` or `InvalidParam_Session`; the contract says which literal is sent. */
  readonly code: string;
  /**
   * Out parameters, in the types the request encoder takes. Those left out get the value .NET gives: 0, false, absent.
   * If the result element is among them, `code` is not looked at.
   */
  readonly out?: Readonly<Record<string, unknown>>;
  /** Set when something changed: what, such as the id of the session that was closed. */
  readonly changed?: string;
}

/** What one operation does. A thrown error becomes a `soap:Server` fault, as an exception does in ASMX. */
export type Behaviour = (call: Call) => OperationResult | Promise<OperationResult>;
