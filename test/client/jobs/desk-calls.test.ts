import { expect } from "chai";
import { DeskCalls } from "../../../src/client/jobs/desk-calls.js";
import type { Service } from "../../../src/client/jobs/service.js";
import type { CallOptions } from "../../../src/client/options/options.js";
import { RescueClient } from "../../../src/index.js";
import { Deadline } from "../../../src/soap/http/deadline.js";
import { virtualTime } from "../virtual-time.js";

describe("DeskCalls", () => {
  it("setUser reads and changes the user within one time", async () => {
    using time = virtualTime();
    const timeouts: unknown[] = [];
    const { operations } = new RescueClient({ credentials: { authCode: "x" }, endpoint: "http://127.0.0.1:9/" });
    const user = { iNodeID: 201, eType: "Technician", eStatus: "Online" } as const;
    const service: Service = {
      address: new URL("http://127.0.0.1/"),
      operations: {
        ...operations,
        getUser_v3: async (_: object, options?: CallOptions) => {
          timeouts.push(options?.timeout);
          time.pass(400);
          return { oUser: { ...user, bAccountHolder: false, hasMobileAddon: false, hasRPATAddon: false } };
        },
      },
      run: async (_, __, options) => {
        timeouts.push(options?.timeout);
        return { values: {}, code: "OK", literal: "setUser_OK" };
      },
      begin: (operation, options) => new Deadline(operation, options?.timeout ?? 0),
      paced: { call: (_: unknown, __: unknown, send: () => Promise<unknown>) => send() } as Service["paced"],
    };
    await new DeskCalls(service).setUser(201, { nick: "x" }, { timeout: 1_000 });
    expect(timeouts).to.deep.equal([1_000, 600]);
  });
});
