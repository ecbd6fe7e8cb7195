import type { Contract } from "../../soap/contract/contract.js";
import { onAbort } from "../../soap/http/abort-listeners.js";
import { type AspNetSession, type AspNetSessions, sessionIdOf } from "../desk/asp-net-session.js";
import type { Desk } from "../desk/desk.js";
import type { CallFacts } from "../faults/fault-match.js";
import type { FaultPlan } from "../faults/fault-plan.js";
import type { FaultRule } from "../faults/fault-rule.js";
import type { History } from "../history/history.js";
import { measured, wholeReply } from "../http/pieces.js";
import type { ServerReply } from "../http/reply.js";
import type { Delivery } from "../http/server/route.js";
import { isDelivered } from "../http/spoil/fault-kind.js";
import { DEFAULT_LATENCY, sentStatus } from "../http/spoil/play-fault.js";
import type { Behaviour } from "./call/call.js";
import { requestKey } from "./call/execution-key.js";
import { knownCaller } from "./call/known-caller.js";
import type { Limits } from "./call/limits.js";
import { noteOf } from "./call/noted-refusal.js";
import { type IncomingCall, unchanged } from "./incoming-call.js";
import { LoginQueue } from "./login-queue.js";
import { refusalNote } from "./refusal-note.js";

/** What the runner needs. `desk` is called for each call, as a reset replaces the desk. */
export interface ServiceParts {
  readonly contract: Contract;
  readonly behaviour: (operation: string) => Behaviour;
  readonly desk: () => Desk;
  readonly sessions: AspNetSessions;
  readonly faults: FaultPlan;
  readonly history: History;
  readonly limits: Limits;
  readonly now: () => number;
}

/**
 * The path of every call, SOAP or HTTP form: its turn in the login's queue, the planned faults, the ASP.NET session,
 * the behaviour, and the log. A reset ends the calls in progress at once: an operation that has not run by then is
 * neither run nor counted nor logged, and is answered with the result `Error`.
 */
export class OperationRunner {
  readonly #parts: ServiceParts;
  /** One queue between two resets: a call must not wait for calls that began before the reset. */
  readonly #queues = new WeakMap<AbortSignal, LoginQueue>();

  constructor(parts: ServiceParts) {
    this.#parts = parts;
  }

  /** Answers the call; never rejects. Calls of one login take turns. */
  run(call: IncomingCall): Promise<Delivery> {
    const { signal } = call;
    if (signal.aborted) return Promise.resolve({ reply: unchanged(call) });
    const id = sessionIdOf(call.cookie);
    return new Promise((resolve, reject) => {
      const removeListener = onAbort(signal, () => resolve({ reply: unchanged(call) }));
      this.#queueOf(signal)
        .run(id, () => this.#perform(call, id))
        .then(resolve, reject)
        .finally(removeListener);
    });
  }

  #queueOf(signal: AbortSignal): LoginQueue {
    const known = this.#queues.get(signal);
    if (known) return known;
    const queue = new LoginQueue();
    this.#queues.set(signal, queue);
    return queue;
  }

  // After each wait it checks whether there was a reset.
  async #perform(call: IncomingCall, sessionId: string | undefined): Promise<Delivery> {
    const { faults, history, sessions } = this.#parts;
    const { signal } = call;
    if (signal.aborted) return { reply: unchanged(call) };
    const facts = this.#factsOf(call, sessionId);
    const fault = faults.next(call.operation, facts);
    const wait = faults.nextLatency() + waitBefore(fault);
    if (wait > 0) await faults.delays.wait(wait, signal);
    if (signal.aborted) return { reply: unchanged(call) };
    if (fault?.phase === "before" && !isDelivered(fault.kind))
      return this.#spoil(call, facts, fault, { reply: unchanged(call) });
    const session = sessions.visit(sessionId);
    const done = await this.#execute(call, session);
    if (signal.aborted) return done;
    const { setCookie } = session;
    if (fault) return this.#spoil(call, facts, fault, done, setCookie);
    const { reply, result, note } = done;
    const recorded = { ...(result === undefined ? {} : { result }), note };
    history.add({ ...entryOf(call, facts), status: reply.status, response: reply.logged ?? reply.body, ...recorded });
    return setCookie === undefined ? { reply } : { reply, setCookie };
  }

  #factsOf({ read }: IncomingCall, sessionId: string | undefined): CallFacts {
    const { desk, sessions } = this.#parts;
    const parameters = "parameters" in read ? read.parameters : {};
    const caller = knownCaller(desk(), sessions.userOf(sessionId), parameters)?.email || undefined;
    return { key: requestKey(parameters, caller), caller, parameters };
  }

  async #execute(call: IncomingCall, session: AspNetSession): Promise<Done> {
    const { behaviour, contract, desk, history, limits, now } = this.#parts;
    const { operation, origin, read, signal } = call;
    const executed = (key: string) => {
      if (!signal.aborted) history.executed(operation, key);
    };
    try {
      if ("error" in read) throw read.error;
      const { parameters } = read;
      const state = desk();
      const answered = await behaviour(operation)({
        operation,
        contract,
        parameters,
        desk: state,
        session,
        now,
        limits,
        origin,
        executed,
      });
      if (answered.changed !== undefined) executed(answered.changed);
      const { reply, result } = call.render(answered);
      return { reply: await measured(reply), result, note: refusalNote(state, parameters, answered) };
    } catch (error) {
      return { reply: call.refuse(error), note: noteOf(error) };
    }
  }

  #spoil(call: IncomingCall, facts: CallFacts, fault: FaultRule, done: Done, setCookie?: string): Delivery {
    const { faults, history } = this.#parts;
    const { operation, signal } = call;
    const { result, note } = done;
    const reply = insteadOf(call, fault) ?? wholeReply(done.reply);
    const recorded = { ...(result !== undefined && isDelivered(fault.kind) ? { result } : {}), note };
    const status = sentStatus(fault, reply);
    history.add({
      ...entryOf(call, facts),
      status,
      fault: fault.kind,
      response: reply.logged ?? reply.body,
      ...recorded,
    });
    const delivery = { reply, ...(setCookie === undefined ? {} : { setCookie }) };
    // The delay before the operation has passed.
    if (fault.kind === "latency" && fault.phase === "before") return delivery;
    return { ...delivery, fault: { effect: fault, operation, delays: faults.delays, signal } };
  }
}

/** The result of a call, before a fault spoils it. */
interface Done {
  readonly reply: ServerReply;
  readonly result?: string | undefined;
  readonly note?: string | undefined;
}

function entryOf({ operation, form, text }: IncomingCall, { caller, parameters }: CallFacts) {
  return { operation, form, request: text, caller, parameters };
}

function waitBefore(fault: FaultRule | undefined): number {
  return fault?.kind === "latency" && fault.phase === "before" ? (fault.delay ?? DEFAULT_LATENCY) : 0;
}

function insteadOf({ refuse, render }: IncomingCall, { kind, message, result }: FaultRule): ServerReply | undefined {
  if (kind === "soap-fault") return refuse(new Error(message ?? "A fault of the emulator's faults."));
  if (kind !== "result") return undefined;
  try {
    return render({ code: result ?? "Error" }).reply;
  } catch (error) {
    // An operation that returns data has no literal for the code.
    return refuse(error);
  }
}
