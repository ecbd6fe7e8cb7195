import { expect } from "chai";
import { Redis } from "ioredis";
import { CloseWorker, type CloseWorkerOptions } from "../../src/bullmq/index.js";
import { InvalidArgumentError } from "../../src/index.js";
import { ADMINISTRATOR } from "../client/guide-values.js";

describe("a worker of the queue", () => {
  const connection = new Redis({ lazyConnect: true, maxRetriesPerRequest: null });
  const client = { credentials: ADMINISTRATOR };

  for (const [what, path, wrong] of [
    ["no connection", "connection", { connection: undefined }],
    ["a connection that is none", "connection", { connection: {} }],
    ["a connection that gives up", "connection", { connection: new Redis({ lazyConnect: true }) }],
    ["a name that is part of two keys", "name", { name: "a:b" }],
    ["an empty name", "name", { name: "" }],
    ["no client", "client", { client: undefined }],
    ["a client with a jar of its own", "client", { client: { ...client, jar: undefined } }],
    ["a client without credentials", "credentials", { client: {} }],
    ["several connections of one login", "client.connections", { client: { ...client, connections: 2 } }],
    ["a login that is none", "login", { login: "mine" }],
    ["no concurrency", "concurrency", { concurrency: 0 }],
    ["no rate", "rate", { rate: 0 }],
    ["a time below zero", "settleAfter", { settleAfter: -1 }],
    ["a time that is no number", "settleAfter", { settleAfter: Number.NaN }],
    ["a lock that ends at once", "lockDuration", { lockDuration: 0 }],
    ["an option that is unknown", "setleAfter", { setleAfter: 1 }],
  ] as const) {
    it(`refuses ${what}`, () => {
      const options = { connection, client, ...wrong } as CloseWorkerOptions;
      expect(() => new CloseWorker(options))
        .to.throw(InvalidArgumentError)
        .with.property("path", path);
    });
  }
});
