import { once } from "node:events";
import { expect } from "chai";
import { originAt } from "../../../src/emulator/http/listening-address.js";
import { startEmulator } from "../../reference/service.js";

describe("where the emulator listens", () => {
  it("is only this machine by default, without a warning", async () => {
    const warnings: Error[] = [];
    const listener = (warning: Error) => void warnings.push(warning);
    process.on("warning", listener);
    await using emulator = await startEmulator();
    await using named = await startEmulator({ host: "localhost" });
    await new Promise(setImmediate);
    process.off("warning", listener);
    expect(emulator.endpoint).to.match(/^http:\/\/127\.0\.0\.1:/);
    expect(named.endpoint).to.match(/^http:\/\/localhost:/);
    expect(warnings).to.deep.equal([]);
  });

  it("warns of an address that others can reach", async () => {
    const warned = once(process, "warning");
    await using emulator = await startEmulator({ host: "0.0.0.0" });
    const [warning] = (await warned) as [Error & { code?: string }];
    expect(warning).to.include({ name: "RescueEmulatorWarning", code: "RESCUE_EMULATOR_REACHABLE" });
    expect(warning.message).to.contain("0.0.0.0");
    expect(emulator.endpoint).to.match(/^http:\/\/127\.0\.0\.1:/);
  });

  for (const [host, secure, origin] of [
    ["127.0.0.1", false, "http://127.0.0.1:80"],
    ["::1", true, "https://[::1]:80"],
    ["::", false, "http://[::1]:80"],
    ["0.0.0.0", true, "https://127.0.0.1:80"],
    ["desk.example", true, "https://desk.example:80"],
  ] as const) {
    it(`${host} is called at ${origin}`, () => {
      expect(originAt(host, 80, secure)).to.equal(origin);
    });
  }
});
