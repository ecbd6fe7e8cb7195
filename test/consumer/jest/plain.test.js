const nock = require("nock");
const { RescueClient, RescueResultError } = require("rescue-soap-client");
const { startEmulator } = require("rescue-soap-client/emulator");
const { closed } = require("./answer.json");

const credentials = { authCode: "4ahx...80u0" };

test("against the emulator", async () => {
  const emulator = await startEmulator();
  const rescue = new RescueClient({ endpoint: emulator.endpoint, credentials });
  expect(await rescue.closeSession(12345678)).toMatchObject({ code: "OK" });
  await expect(rescue.closeSession(12345678)).rejects.toThrow(RescueResultError);
  rescue.close();
  await emulator.close();
});

test("against nock", async () => {
  nock("https://secure.logmeinrescue.com").post("/API/API.asmx").reply(200, closed, { "Content-Type": "text/xml" });
  const rescue = new RescueClient({ credentials });
  expect(await rescue.closeSession(12345678)).toMatchObject({ code: "OK" });
  expect(nock.isDone()).toBe(true);
  rescue.close();
});
