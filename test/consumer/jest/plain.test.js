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

test("spies on an operation of one client", async () => {
  const [rescue, other] = [new RescueClient({ credentials }), new RescueClient({ credentials })];
  const spy = jest.spyOn(rescue.operations, "getNote").mockResolvedValue({ sNote: "from a test" });
  expect(await rescue.operations.getNote({ iSessionID: 1 })).toEqual({ sNote: "from a test" });
  expect(spy).toHaveBeenCalledWith({ iSessionID: 1 });
  expect(jest.isMockFunction(other.operations.getNote)).toBe(false);
  spy.mockRestore();
  expect(jest.isMockFunction(rescue.operations.getNote)).toBe(false);
});
