import type { Contract } from "../soap/contract.js";
import type { SoapVersion } from "../soap/soap-version.js";
import type { AspNetSession, AspNetSessions } from "./asp-net-session.js";
import { sessionIdOf } from "./asp-net-session.js";
import type { Answer, Behaviours } from "./behaviour.js";
import type { Desk } from "./desk.js";
import type { FaultPlan, FaultRule } from "./faults.js";
import type { History } from "./history.js";
import { LoginQueue } from "./login-queue.js";
import { readParameters } from "./parameters.js";
import { writeResponse } from "./response-message.js";
import { faultReply, HttpRefusal, type HttpReply, SoapRefusal, soapReply } from "./soap-reply.js";
import { readEnvelope, readRequest, type SoapHttpRequest, type SoapRequest } from "./soap-request.js";

/** What the service works with. `desk` is asked for at each call, as a reset puts another in its place. */
export interface SoapServiceParts {
  readonly contract: Contract;
  readonly behaviours: Behaviours;
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

/** The SOAP service behind `POST /API/API.asmx`: from a request's text to the answer. Knows no socket. */
export class SoapService {
  readonly #parts: SoapServiceParts;
  readonly #queue = new LoginQueue();

  constructor(parts: SoapServiceParts) {
    this.#parts = parts;
  }

  /** Answers one request; never throws. Requests of one login take turns. */
  async answer(http: SoapHttpRequest): Promise<Exchange> {
    let version: SoapVersion = http.contentType?.trim().toLowerCase().startsWith("application/soap+xml")
      ? "1.2"
      : "1.1";
    let operation = "";
    try {
      const opened = readEnvelope(http);
      version = opened.version;
      const request = readRequest(this.#parts.contract, http, opened);
      operation = request.name;
      const id = sessionIdOf(http.cookie);
      return await this.#queue.run(id, () => this.#perform(request, id));
    } catch (error) {
      const reply = refusalReply(error, version);
      this.#parts.history.add({ operation, status: reply.status });
      return { reply };
    }
  }

  async #perform(request: SoapRequest, sessionId: string | undefined): Promise<Exchange> {
    const { faults, history, sessions } = this.#parts;
    const { name } = request;
    const fault = faults.next(name);
    if (fault?.phase === "before") {
      return this.#spoil(name, fault, soapReply(request.version, ""));
    }
    const session = sessions.visit(sessionId);
    const { reply, result } = await this.#execute(request, session);
    const cookie = session.setCookie === undefined ? {} : { setCookie: session.setCookie };
    if (fault) return { ...this.#spoil(name, fault, reply), ...cookie };
    history.add({ operation: name, status: reply.status, ...(result === undefined ? {} : { result }) });
    return { reply, ...cookie };
  }

  async #execute(request: SoapRequest, session: AspNetSession): Promise<{ reply: HttpReply; result?: string }> {
    const { contract, behaviours, desk, history, limits, now } = this.#parts;
    const { name, operation, version } = request;
    try {
      const parameters = readParameters(contract, request);
      const behaviour = behaviours.get(name);
      if (!behaviour) throw new Error(`The emulator has no behaviour for operation ${name}.`);
      const answer: Answer = await behaviour({ parameters, desk: desk(), session, now, limits });
      if (answer.changed !== undefined) history.executed(name, answer.changed);
      const { xml, result } = writeResponse(contract, name, operation, answer);
      return { reply: soapReply(version, xml), ...(result === undefined ? {} : { result }) };
    } catch (error) {
      return { reply: refusalReply(error, version) };
    }
  }

  #spoil(operation: string, fault: FaultRule, reply: HttpReply): Exchange {
    const { kind } = fault;
    const spoilt = kind === "status" || kind === "garbage" ? pageReply(fault) : reply;
    const sent = kind === "reset" || kind === "close" || kind === "stall" ? 0 : spoilt.status;
    this.#parts.history.add({ operation, status: sent, fault: kind });
    return kind === "status" || kind === "garbage" ? { reply: spoilt } : { reply: spoilt, spoil: kind };
  }
}

// An exception in the operation is the server's fault, and its message goes out, as customErrors="On" leaves it in ASMX.
function refusalReply(error: unknown, version: SoapVersion): HttpReply {
  if (error instanceof HttpRefusal) return error.reply;
  if (error instanceof SoapRefusal) return faultReply(version, error);
  const message = error instanceof Error ? error.message : String(error);
  return faultReply(version, new SoapRefusal("Server", `Server was unable to process request. ---> ${message}`, true));
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
