import type { Contract } from "../../soap/contract.js";
import type { Answer, Behaviour } from "../behaviours/behaviour.js";
import { type AspNetSession, type AspNetSessions, sessionIdOf } from "../desk/asp-net-session.js";
import type { Desk } from "../desk/desk.js";
import type { FaultPlan, FaultRule } from "../faults/fault-plan.js";
import type { CallForm, History } from "../history/history.js";
import { LoginQueue } from "./login-queue.js";
import type { Parameters } from "./parameters.js";
import type { HttpReply } from "./soap-reply.js";

/** What the service works with. `desk` is asked for at each call, as a reset puts another in its place. */
export interface ServiceParts {
  readonly contract: Contract;
  readonly behaviour: (operation: string) => Behaviour | undefined;
  readonly desk: () => Desk;
  readonly sessions: AspNetSessions;
  readonly faults: FaultPlan;
  readonly history: History;
  readonly limits: boolean;
  readonly now: () => number;
}

/** An answer, and how the connection is treated when a planned fault says so. */
export interface Exchange {
  readonly reply: HttpReply;
  readonly setCookie?: string;
  /** How the answer goes wrong on the wire; absent when it goes out whole. */
  readonly spoil?: "reset" | "close" | "stall" | "truncate";
}

/** A call of a known operation, in whatever form it came. */
export interface IncomingCall {
  readonly operation: string;
  readonly form: CallForm;
  readonly cookie: string | undefined;
  readonly origin: string;
  /** For the log: the body, or the query. */
  readonly text: string;
  /** Reads the parameters. What it throws is the form's own refusal, and goes to `refuse`. */
  readonly parameters: () => Parameters;
  /** Writes the answer in the call's form. */
  readonly render: (answer: Answer) => { reply: HttpReply; result: string | undefined };
  /** A reply of the call's form that says nothing, for a fault to spoil before there is an answer. */
  readonly blank: HttpReply;
  /** Writes what is to be told of an exception. */
  readonly refuse: (error: unknown) => HttpReply;
}

/**
 * What every call goes through, SOAP or HTTP form: its turn in the login's queue, the planned faults, the ASP.NET
 * session, the behaviour, and the log.
 */
export class OperationRunner {
  readonly #parts: ServiceParts;
  readonly #queue = new LoginQueue();

  constructor(parts: ServiceParts) {
    this.#parts = parts;
  }

  /** Answers the call; rejects never. Calls of one login take turns. */
  run(call: IncomingCall): Promise<Exchange> {
    const id = sessionIdOf(call.cookie);
    return this.#queue.run(id, () => this.#perform(call, id));
  }

  async #perform(call: IncomingCall, sessionId: string | undefined): Promise<Exchange> {
    const { faults, history, sessions } = this.#parts;
    const { operation, form, text: request } = call;
    const fault = faults.next(operation);
    if (fault?.phase === "before") return this.#spoil(call, fault);
    const session = sessions.visit(sessionId);
    const { reply, result } = await this.#execute(call, session);
    const cookie = session.setCookie === undefined ? {} : { setCookie: session.setCookie };
    if (fault) return { ...this.#spoil(call, fault, reply), ...cookie };
    const told = result === undefined ? {} : { result };
    history.add({ operation, form, status: reply.status, request, response: reply.body, ...told });
    return { reply, ...cookie };
  }

  async #execute(call: IncomingCall, session: AspNetSession): Promise<{ reply: HttpReply; result?: string }> {
    const { behaviour, desk, history, limits, now } = this.#parts;
    const { operation, origin } = call;
    try {
      const parameters = call.parameters();
      const behave = behaviour(operation);
      if (!behave) throw new Error(`The emulator has no behaviour for operation ${operation}.`);
      const answer = await behave({ operation, parameters, desk: desk(), session, now, limits, origin });
      if (answer.changed !== undefined) history.executed(operation, answer.changed);
      const { reply, result } = call.render(answer);
      return { reply, ...(result === undefined ? {} : { result }) };
    } catch (error) {
      return { reply: call.refuse(error) };
    }
  }

  #spoil({ operation, form, text: request, blank }: IncomingCall, fault: FaultRule, whole?: HttpReply): Exchange {
    const { kind } = fault;
    const isPage = kind === "status" || kind === "garbage";
    const reply = isPage ? pageReply(fault) : (whole ?? blank);
    const status = kind === "reset" || kind === "close" || kind === "stall" ? 0 : reply.status;
    this.#parts.history.add({ operation, form, status, fault: kind, request, response: reply.body });
    return isPage ? { reply } : { reply, spoil: kind };
  }
}

const PAGE = "<html><head><title>Service Unavailable</title></head><body><h1>Service Unavailable</h1></body></html>";

function pageReply(fault: FaultRule): HttpReply {
  return {
    status: fault.kind === "garbage" ? 200 : (fault.status ?? 503),
    contentType: fault.contentType ?? "text/html",
    body: fault.body ?? PAGE,
    cacheControl: "private",
    ...(fault.retryAfter === undefined ? {} : { headers: { "Retry-After": String(fault.retryAfter) } }),
  };
}
