// For Babel, and as modules.test.ts for ts-jest.
import { expect, test } from "@jest/globals";
import nock from "nock";
import { ConnectionError, RescueClient, RescueResultError } from "rescue-soap-client";
import { startEmulator } from "rescue-soap-client/emulator";
import answer from "./answer.json";

const credentials = { authCode: "4ahx...80u0" };

test("against the emulator", async () => {
  const emulator = await startEmulator();
  const rescue = new RescueClient({ endpoint: emulator.endpoint, credentials });
  expect(await rescue.closeSession(12345678)).toMatchObject({ code: "OK" });
  await expect(rescue.closeSession(12345678)).rejects.toBeInstanceOf(RescueResultError);
  rescue.close();
  await emulator.close();
});

// Errors of Node come from outside Jest's sandbox, and are no instances of its Error.
test("without a service", async () => {
  const emulator = await startEmulator();
  await emulator.close();
  const rescue = new RescueClient({ endpoint: emulator.endpoint, credentials, retry: false });
  const error = await rescue.closeSession(12345678).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ reason: "ECONNREFUSED", outcome: "not-sent" });
  rescue.close();
});

test("against nock", async () => {
  const service = nock("https://secure.logmeinrescue.com").post("/API/API.asmx");
  const scope = service.reply(200, answer.closed, { "Content-Type": "text/xml" });
  const rescue = new RescueClient({ credentials });
  expect(await rescue.closeSession(12345678)).toMatchObject({ code: "OK" });
  expect(scope.isDone()).toBe(true);
  rescue.close();
});
