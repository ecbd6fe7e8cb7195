import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import type { ClientRequest } from "node:http";
import { type PerformanceEntry, PerformanceObserver } from "node:perf_hooks";
import { inspect } from "node:util";
import { expect } from "chai";
import { RescueClient } from "../reference/service.js";
import { serveEchoes } from "./echoing-service.js";
import { BOTH } from "./planted.js";

const CHANNELS = ["http.client.request.created", "http.client.request.start", "http.client.response.finish"];

describe("secrets, in Node's own diagnostics", () => {
  it("are as SECURITY.md says: Node shows them to any listener in the process", async () => {
    const text = readFileSync("SECURITY.md", "utf8");
    const shown = new Map<string, { cookie: boolean; body: boolean }>();
    const listeners = CHANNELS.map((name) => {
      const listener = (message: unknown): void => {
        const { request } = message as { request: ClientRequest };
        const before = shown.get(name) ?? { cookie: false, body: false };
        const inside = inspect(request, { depth: 6, showHidden: true });
        shown.set(name, {
          cookie: before.cookie || String(request.getHeader("cookie")).includes("CkOne1"),
          body: before.body || inside.includes("PwOne1"),
        });
      };
      subscribe(name, listener);
      return () => unsubscribe(name, listener);
    });
    const entries: string[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { entryType, detail } of list.getEntries() as readonly (PerformanceEntry & { detail?: unknown })[]) {
        if (inspect(detail, { depth: 6 }).includes("CkOne1")) entries.push(entryType);
      }
    });
    observer.observe({ entryTypes: ["http"] });
    try {
      await using service = await serveEchoes("1.1");
      const client = new RescueClient({ credentials: BOTH, endpoint: service.url, paceLogins: false });
      await client.closeSession(12345678);
      client.close();
      // Performance entries are delivered in a later turn of the event loop.
      for (let turn = 0; turn < 1000 && entries.length === 0; turn += 1) await new Promise(setImmediate);
    } finally {
      observer.disconnect();
      for (const off of listeners) off();
    }
    expect(shown.get("http.client.request.start")).to.deep.equal({ cookie: true, body: true });
    for (const [name, { cookie }] of shown) {
      expect(cookie, name).to.equal(true);
      expect(text).to.contain(`\`${name}\``);
    }
    expect(entries).to.include("http");
    expect(text).to.contain("entries of the type `http`");
  });
});
