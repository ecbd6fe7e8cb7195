import type { ServerResponse } from "node:http";
import { Pace } from "./pace.js";
import { choiceQuery, type SessionChoice } from "./session-choice.js";

/** Draws the page's parts for a view: markup by the id of its element. `all` is false for a tick of the clock. */
export type Draw = (choice: SessionChoice, all: boolean) => ReadonlyMap<string, string>;

/** How many pages may be open at once: each is rendered several times a second. */
export const STREAM_LIMIT = 32;
/** Milliseconds between two pushes at least. */
const PUSH_INTERVAL = 200;
const TICK = 1000;
const TICKS_TO_HEARTBEAT = 15;

interface Stream {
  readonly response: ServerResponse;
  readonly choice: SessionChoice;
  /** What has been sent to this page, by section. */
  readonly sent: Map<string, string>;
}

/** The open pages, each a stream of server-sent events with the sections that have changed. */
export class EventStreams {
  readonly #draw: Draw;
  readonly #streams = new Set<Stream>();
  readonly #listen: (listener: () => void) => () => void;
  readonly #pace = new Pace(PUSH_INTERVAL, () => this.#push(true));
  #ticks = 0;
  #ticking: NodeJS.Timeout | undefined;
  #unlisten: (() => void) | undefined;

  /** @param listen adds a listener for changes and returns a function that removes it; used while a page is open. */
  constructor(draw: Draw, listen: (listener: () => void) => () => void) {
    this.#draw = draw;
    this.#listen = listen;
  }

  get isFull(): boolean {
    return this.#streams.size >= STREAM_LIMIT;
  }

  /** Answers with a stream: all sections now, and each one again whenever it changes. */
  open(response: ServerResponse, choice: SessionChoice, headers: Readonly<Record<string, string>>): void {
    if (response.destroyed) return;
    const stream: Stream = { response, choice, sent: new Map() };
    response.writeHead(200, { ...headers, "Content-Type": "text/event-stream; charset=utf-8" });
    response.write("retry: 1000\n\n");
    this.#streams.add(stream);
    response.once("close", () => this.#drop(stream));
    // A push may meet a connection that has just been lost.
    response.on("error", () => this.#drop(stream));
    // A slow reader gets the current state once it can read again.
    response.on("drain", () => this.#pace.ask());
    this.#ticking ??= setInterval(() => this.#tick(), TICK);
    this.#unlisten ??= this.#listen(() => this.#pace.ask());
    this.#send(stream, this.#draw(choice, true));
  }

  /** Ends all streams. */
  close(): void {
    for (const stream of [...this.#streams]) {
      stream.response.end();
      this.#drop(stream);
    }
  }

  #tick(): void {
    this.#ticks += 1;
    if (this.#ticks % TICKS_TO_HEARTBEAT === 0) {
      for (const { response } of this.#streams) if (!response.writableNeedDrain) response.write(": alive\n\n");
    }
    this.#push(false);
  }

  #push(all: boolean): void {
    const drawings = new Map<string, ReadonlyMap<string, string>>();
    for (const stream of this.#streams) {
      if (stream.response.writableNeedDrain) continue;
      const key = choiceQuery(stream.choice);
      const drawing = drawings.get(key) ?? this.#draw(stream.choice, all);
      drawings.set(key, drawing);
      this.#send(stream, drawing);
    }
  }

  #send({ response, sent }: Stream, drawing: ReadonlyMap<string, string>): void {
    for (const [id, html] of drawing) {
      if (sent.get(id) === html) continue;
      sent.set(id, html);
      response.write(`event: section\ndata: ${JSON.stringify({ id, html })}\n\n`);
    }
  }

  #drop(stream: Stream): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    clearInterval(this.#ticking);
    this.#pace.stop();
    this.#unlisten?.();
    this.#ticking = undefined;
    this.#unlisten = undefined;
  }
}
