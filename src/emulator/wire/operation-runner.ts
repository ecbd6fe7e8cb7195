import type { Contract } from "../../soap/contract.js";
import type { Answer, Behaviour } from "../behaviours/behaviour.js";
import { type AspNetSession, type AspNetSessions, sessionIdOf } from "../desk/asp-net-session.js";
import type { Desk } from "../desk/desk.js";
import { isDelivered } from "../faults/fault-kind.js";
import type { FaultPlan } from "../faults/fault-plan.js";
import type { FaultRule } from "../faults/fault-rule.js";
import { DEFAULT_LATENCY, type FaultyAnswer, sentStatus } from "../faults/play-fault.js";
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

/** An answer, and the planned fault that is played on it. */
export interface Exchange {
  readonly reply: HttpReply;
  readonly setCookie?: string;
  /** Played instead of sending the reply; absent when it goes out whole. */
  readonly fault?: FaultyAnswer;
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
    const wait = faults.nextLatency() + waitBefore(fault);
    if (wait > 0) await faults.delays.wait(wait);
    if (fault?.phase === "before" && !isDelivered(fault.kind)) return this.#spoil(call, fault, unchanged(call));
    const session = sessions.visit(sessionId);
    const { reply, result } = await this.#execute(call, session);
    const { setCookie } = session;
    if (fault) return this.#spoil(call, fault, reply, result, setCookie);
    const told = result === undefined ? {} : { result };
    history.add({ operation, form, status: reply.status, request, response: reply.logged ?? reply.body, ...told });
    return setCookie === undefined ? { reply } : { reply, setCookie };
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

  #spoil(call: IncomingCall, fault: FaultRule, whole: HttpReply, result?: string, setCookie?: string): Exchange {
    const { faults, history } = this.#parts;
    const { operation, form, text: request } = call;
    const reply = insteadOf(call, fault) ?? whole;
    const told = result !== undefined && isDelivered(fault.kind) ? { result } : {};
    const status = sentStatus(fault, reply);
    history.add({ operation, form, status, fault: fault.kind, request, response: reply.logged ?? reply.body, ...told });
    return { reply, fault: { fault, operation, reply, setCookie, delays: faults.delays } };
  }
}

function waitBefore(fault: FaultRule | undefined): number {
  return fault?.kind === "latency" && fault.phase === "before" ? (fault.delay ?? DEFAULT_LATENCY) : 0;
}

// What a fault spoils has to look like an answer also where there is none. A client that takes the spoilt answer all the
// same (a header more, the answer twice) must not read that something was done.
function unchanged({ render, blank }: IncomingCall): HttpReply {
  try {
    return render({ result: "Error" }).reply;
  } catch {
    return blank;
  }
}

function insteadOf({ refuse, render }: IncomingCall, { kind, message, result }: FaultRule): HttpReply | undefined {
  if (kind === "soap-fault") return refuse(new Error(message ?? "A fault of the emulator's faults."));
  if (kind !== "result") return undefined;
  try {
    return render({ result: result ?? "Error" }).reply;
  } catch (error) {
    // An operation that returns data has no word for the code.
    return refuse(error);
  }
}
