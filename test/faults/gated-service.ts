import { EventEmitter, once } from "node:events";
import { type RawRequest, type RawService, rawService, resultOf } from "./raw-service.js";

/** A service that answers on demand. */
export interface GatedService extends RawService {
  /** Answers the next request as soon as it arrives. */
  answer(reply?: (request: RawRequest) => string): Promise<RawRequest>;
  /** Answers every request from now on. */
  open(): void;
  /** Waits until that many requests have arrived and have no answer. */
  arrived(count: number): Promise<void>;
}

/** Starts it closed: every request waits for `answer` or `open`. */
export async function gatedService(): Promise<GatedService> {
  const events = new EventEmitter().setMaxListeners(0);
  const asking: { request: RawRequest; reply: (text: string) => void }[] = [];
  let open = false;
  const service = await rawService(async (connection) => {
    for (;;) {
      const request = await connection.request();
      if (open) await connection.write(resultOf(request));
      else {
        const reply = await new Promise<string>((resolve) => {
          asking.push({ request, reply: resolve });
          events.emit("asked");
        });
        await connection.write(reply);
      }
    }
  });
  const arrived = async (count: number) => {
    while (asking.length < count) await once(events, "asked");
  };
  return Object.assign(service, {
    arrived,
    async answer(reply: (request: RawRequest) => string = (request) => resultOf(request)) {
      await arrived(1);
      const next = asking.shift() as (typeof asking)[number];
      next.reply(reply(next.request));
      return next.request;
    },
    open() {
      open = true;
      for (const { request, reply } of asking.splice(0)) reply(resultOf(request));
    },
  });
}
