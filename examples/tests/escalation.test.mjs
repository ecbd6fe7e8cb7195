import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { NotAuthenticatedError, RescueClient } from "rescue-soap-client";
import { startEmulator } from "rescue-soap-client/emulator";
import { escalate } from "./escalation.mjs";

let emulator;
let rescue;

before(async () => {
  emulator = await startEmulator({ limits: false });
});
beforeEach(() => {
  emulator.reset(); // also forgets the logins
  rescue = new RescueClient({
    endpoint: emulator.endpoint,
    credentials: { email: "some@email.com", password: "secretPassword" },
  });
});
afterEach(() => rescue.close());
after(() => emulator.close());

test("closes a session once", async () => {
  assert.equal(await escalate(rescue, 12345678), "closed");
  assert.equal(emulator.executions("closeSession", 12345678), 1);
});

test("does not call again when the answer is lost, but looks", async () => {
  emulator.faults.add({ operation: "closeSession", phase: "after", kind: "reset" });
  assert.equal(await escalate(rescue, 12345678), "closed");
  assert.equal(emulator.executions("closeSession", 12345678), 1);
});

test("logs in again after the login has expired", async () => {
  await escalate(rescue, 20000001);
  emulator.clock.advance(21 * 60_000);
  assert.equal(await escalate(rescue, 20000002), "closed");
  assert.equal(emulator.executions("login"), 2);
});

test("tells a refusal", async () => {
  assert.equal(await escalate(rescue, 77), "refused");
});

test("throws where the caller is refused, which says nothing of the session", async () => {
  const technician = new RescueClient({
    endpoint: emulator.endpoint,
    credentials: { email: "tech@email.com", password: "secretPassword" },
  });
  await assert.rejects(escalate(technician, 12345678), NotAuthenticatedError);
  technician.close();
});
