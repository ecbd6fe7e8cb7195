import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { onAbort } from "../../../soap/http/abort-listeners.js";
import { headersOf, type ServerReply, sendReply } from "../reply.js";
import type { Delays } from "./delays.js";
import type { FaultEffect } from "./fault-effect.js";
import type { FaultKind } from "./fault-kind.js";
import { padded, paddedGzip, TOO_LARGE } from "./padding.js";
import { brokenReply, rawReply } from "./raw-reply.js";
import { resetConnection } from "./reset-connection.js";
import * as spoilt from "./spoilt-reply.js";

/** A fault that is played on a reply. */
export interface PlayedFault {
  readonly effect: FaultEffect;
  /** The operation whose answer is spoilt. */
  readonly operation: string;
  readonly delays: Delays;
  /** Aborted at the first reset after the request began, which ends what is delayed. */
  readonly signal: AbortSignal;
}

interface Playing extends PlayedFault {
  /** The reply as it would be. */
  readonly reply: ServerReply;
  readonly setCookie: string | undefined;
  readonly response: ServerResponse;
  readonly socket: Socket;
}

/** The default delay of a `latency`, in milliseconds. */
export const DEFAULT_LATENCY = 1000;

const SENDS_NO_STATUS: ReadonlySet<FaultKind> = new Set(["reset", "close", "stall", "not-http"]);

/** The HTTP status that is sent with a fault, for the log: 0 for none. */
export function sentStatus({ kind, status = 503 }: FaultEffect, reply: ServerReply): number {
  if (SENDS_NO_STATUS.has(kind)) return 0;
  if (kind === "switching-protocols") return 101;
  if (kind === "status") return status;
  return kind === "garbage" || kind === "empty" ? 200 : reply.status;
}

/** Sends a reply as the fault changes it. */
export async function playFault(
  response: ServerResponse,
  reply: ServerReply,
  setCookie: string | undefined,
  fault: PlayedFault,
): Promise<void> {
  const { socket } = response;
  // The client has disconnected.
  if (!socket) return;
  await PLAYS[fault.effect.kind]({ ...fault, reply, setCookie, response, socket });
}

type Play = (playing: Playing) => void | Promise<void>;

const PLAYS: Readonly<Record<FaultKind, Play>> = {
  reset: (playing) => breakOff(playing, () => resetConnection(playing.socket)),
  close: (playing) => breakOff(playing, () => playing.socket.destroySoon()),
  stall: (playing) => breakOff(playing, () => endAtReset(playing)),
  truncate: ({ effect, ...rest }) =>
    breakOff({ ...rest, effect: { ...effect, at: "body" } }, () => rest.socket.destroySoon()),
  "switching-protocols": ({ socket }) =>
    void socket.end("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),

  async latency({ effect, delays, signal, response, reply, setCookie }) {
    await delays.wait(effect.delay ?? DEFAULT_LATENCY, signal);
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

  status: answered((_, effect) => spoilt.foreignPage(effect)),
  garbage: answered((_, effect) => spoilt.foreignPage(effect)),
  empty: answered(spoilt.emptyReply),
  "not-http": ({ socket, effect }) => void socket.end(effect.body ?? "220 mail.example.com ESMTP\r\n"),
  "header-flood": answered(spoilt.flooded),
  "long-header": answered(spoilt.withLongHeader),
  duplicate({ socket, reply, setCookie }) {
    const raw = rawReply(reply, setCookie);
    socket.end(Buffer.concat([raw, raw]));
  },

  "wrong-operation": answered(spoilt.ofOtherOperation),
  "wrong-content-type": answered(spoilt.ofOtherType),
  "wrong-charset": answered(spoilt.inNoCharset),
  "malformed-xml": answered(spoilt.malformed),
  doctype: answered(spoilt.withDoctype),
  "deep-xml": answered(spoilt.deep),
  "empty-envelope": answered(spoilt.emptyEnvelope),
  async "gzip-bomb"({ response, reply, setCookie, effect }) {
    const body = await paddedGzip(reply.body, effect.size ?? TOO_LARGE);
    sendReply(response, { ...reply, body, headers: { ...reply.headers, "Content-Encoding": "gzip" } }, setCookie);
  },
  "damaged-gzip": answered(spoilt.damagedGzip),
  async oversized({ response, reply, setCookie, effect }) {
    response.writeHead(reply.status, headersOf(reply, setCookie));
    await pipeline(padded(reply.body, effect.size ?? TOO_LARGE), response);
  },

  // The answer is the fault already.
  "soap-fault": answered((reply) => reply),
  result: answered((reply) => reply),
};

function answered(spoil: (reply: ServerReply, effect: FaultEffect, operation: string) => spoilt.BytesReply): Play {
  return ({ response, reply, effect, operation, setCookie }) =>
    sendReply(response, spoil(reply, effect, operation), setCookie);
}

function breakOff({ socket, reply, setCookie, effect }: Playing, then: () => void): void {
  const part = brokenReply(reply, setCookie, effect.at ?? "start");
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

// The bytes bypass Node's HTTP layer, so the connection cannot be used for another answer.
async function drip({ socket, reply, setCookie, effect, delays, signal }: Playing): Promise<void> {
  const raw = rawReply({ ...reply, headers: { ...reply.headers, Connection: "close" } }, setCookie);
  const { chunk = 1, delay = 1 } = effect;
  socket.setNoDelay(true);
  for (let at = 0; at < raw.length && !socket.destroyed; at += chunk) {
    socket.write(raw.subarray(at, at + chunk));
    await delays.wait(delay, signal);
  }
  socket.end();
}
