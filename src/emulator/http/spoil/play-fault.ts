import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { onAbort } from "../../../soap/http/abort-listeners.js";
import type { FaultRule } from "../../faults/fault-rule.js";
import type { HttpReply } from "../../soap/soap-reply.js";
import { headersOf, sendReply } from "../send-reply.js";
import type { Delays } from "./delays.js";
import type { FaultKind } from "./fault-kind.js";
import { padded, paddedGzip, TOO_LARGE } from "./padding.js";
import { brokenAnswer, rawAnswer } from "./raw-reply.js";
import { resetConnection } from "./reset-connection.js";
import * as spoilt from "./spoilt-reply.js";

/** An answer with a fault to play on it. */
export interface FaultyAnswer {
  readonly fault: FaultRule;
  readonly operation: string;
  /** The answer as it would be. */
  readonly reply: HttpReply;
  readonly setCookie: string | undefined;
  readonly delays: Delays;
  /** Aborted at the first reset after the request began: what is held up then ends. */
  readonly signal: AbortSignal;
}

interface Playing extends FaultyAnswer {
  readonly response: ServerResponse;
  readonly socket: Socket;
}

/** How long a `latency` takes unless told, in milliseconds. */
export const DEFAULT_LATENCY = 1000;

const SENDS_NO_STATUS: ReadonlySet<FaultKind> = new Set(["reset", "close", "stall", "not-http"]);

/** The HTTP status that goes out with a fault, for the log: 0 for none. */
export function sentStatus({ kind, status = 503 }: FaultRule, reply: HttpReply): number {
  if (SENDS_NO_STATUS.has(kind)) return 0;
  if (kind === "switching-protocols") return 101;
  if (kind === "status") return status;
  return kind === "garbage" || kind === "empty" ? 200 : reply.status;
}

/** Puts on the wire what a fault makes of an answer. */
export async function playFault(response: ServerResponse, answer: FaultyAnswer): Promise<void> {
  const { socket } = response;
  // The client has gone.
  if (!socket) return;
  await PLAYS[answer.fault.kind]({ ...answer, response, socket });
}

type Play = (playing: Playing) => void | Promise<void>;

const PLAYS: Readonly<Record<FaultKind, Play>> = {
  reset: (playing) => breakOff(playing, () => resetConnection(playing.socket)),
  close: (playing) => breakOff(playing, () => playing.socket.destroySoon()),
  stall: (playing) => breakOff(playing, () => endAtReset(playing)),
  truncate: ({ fault, ...rest }) =>
    breakOff({ ...rest, fault: { ...fault, at: "body" } }, () => rest.socket.destroySoon()),
  "switching-protocols": ({ socket }) =>
    void socket.end("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),

  async latency({ fault, delays, signal, response, reply, setCookie }) {
    if (fault.phase === "after") await delays.wait(fault.delay ?? DEFAULT_LATENCY, signal);
    sendReply(response, reply, setCookie);
  },
  "slow-drip": drip,
  interim({ response, reply, setCookie }) {
    for (let times = 0; times < 5; times += 1) {
      response.writeContinue();
      response.writeProcessing();
      response.writeEarlyHints({ link: "</a>; rel=preload" });
    }
    sendReply(response, reply, setCookie);
  },
  "connection-close": answered((reply) => ({ ...reply, headers: { ...reply.headers, Connection: "close" } })),

  status: answered((_, fault) => spoilt.pageReply(fault)),
  garbage: answered((_, fault) => spoilt.pageReply(fault)),
  empty: answered(spoilt.emptyReply),
  "not-http": ({ socket, fault }) => void socket.end(fault.body ?? "220 mail.example.com ESMTP\r\n"),
  "header-flood": answered(spoilt.flooded),
  "long-header": answered(spoilt.withLongHeader),
  duplicate({ socket, reply, setCookie }) {
    const raw = rawAnswer(reply, setCookie);
    socket.end(Buffer.concat([raw, raw]));
  },

  "wrong-operation": answered(spoilt.ofOtherOperation),
  "wrong-content-type": answered(spoilt.ofOtherType),
  "wrong-charset": answered(spoilt.inNoCharset),
  "malformed-xml": answered(spoilt.malformed),
  doctype: answered(spoilt.withDoctype),
  "deep-xml": answered(spoilt.deep),
  "empty-envelope": answered(spoilt.emptyEnvelope),
  async "gzip-bomb"({ response, reply, setCookie, fault }) {
    const body = await paddedGzip(reply.body, fault.size ?? TOO_LARGE);
    sendReply(response, { ...reply, body, headers: { ...reply.headers, "Content-Encoding": "gzip" } }, setCookie);
  },
  "damaged-gzip": answered(spoilt.damagedGzip),
  async oversized({ response, reply, setCookie, fault }) {
    response.writeHead(reply.status, headersOf(reply, setCookie));
    await pipeline(padded(reply.body, fault.size ?? TOO_LARGE), response);
  },

  // The answer is the fault already.
  "soap-fault": answered((reply) => reply),
  result: answered((reply) => reply),
};

function answered(spoil: (reply: HttpReply, fault: FaultRule, operation: string) => spoilt.BytesReply): Play {
  return ({ response, reply, fault, operation, setCookie }) =>
    sendReply(response, spoil(reply, fault, operation), setCookie);
}

function breakOff({ socket, reply, setCookie, fault }: Playing, then: () => void): void {
  const part = brokenAnswer(reply, setCookie, fault.at ?? "start");
  if (part.length === 0) then();
  else socket.write(part, then);
}

function endAtReset({ signal, socket }: Playing): void {
  if (signal.aborted) socket.destroy();
  else
    socket.once(
      "close",
      onAbort(signal, () => socket.destroy()),
    );
}

// The bytes go past Node's bookkeeping of answers, so that this connection can carry no other one afterwards.
async function drip({ socket, reply, setCookie, fault, delays, signal }: Playing): Promise<void> {
  const raw = rawAnswer({ ...reply, headers: { ...reply.headers, Connection: "close" } }, setCookie);
  const { chunk = 1, delay = 1 } = fault;
  socket.setNoDelay(true);
  for (let at = 0; at < raw.length && !socket.destroyed; at += chunk) {
    socket.write(raw.subarray(at, at + chunk));
    await delays.wait(delay, signal);
  }
  socket.end();
}
