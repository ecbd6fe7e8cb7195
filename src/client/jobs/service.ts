import type { Deadline } from "../../soap/http/deadline.js";
import type { PacedCalls } from "../account/paced-calls.js";
import type { Operations } from "../calls/operations.js";
import type { Answer } from "../operations/answer.js";
import type { CalledOperation, DoneOperation } from "../operations/client-functions.js";
import type { CallOptions } from "../options/options.js";

/** What the jobs need of a client. */
export interface Service {
  /** The service's address. */
  readonly address: URL;
  /**
   * The operations that jobs call, as this package's WSDL types them. One that the client's contract lacks is refused when
   * called.
   */
  readonly operations: Pick<Operations, CalledOperation>;
  /** Calls an operation whose result literal is wanted. */
  run(name: DoneOperation, args: object, options?: CallOptions): Promise<Answer>;
  /** Starts the time of a job of several calls. Closing the client ends it. */
  begin(operation: string, options?: CallOptions): Deadline;
  readonly paced: PacedCalls;
}

/** The service's answer to an action on a support session. */
export interface SessionAnswer {
  /** The session's id. */
  readonly session: number;
  readonly code: "OK";
  /** The service's result literal, such as `closeSessionRet_OK`. */
  readonly literal: string;
}

/** The service's answer to an action on a node: a user, a group, a channel. */
export interface NodeAnswer {
  /** The node's id. */
  readonly node: number;
  readonly code: "OK";
  /** The service's result literal, such as `moveNode_OK`. */
  readonly literal: string;
}
