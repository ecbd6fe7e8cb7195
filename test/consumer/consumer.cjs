const { loginAndCloseSession } = require("rescue-soap-client");
const { startEmulator } = require("rescue-soap-client/emulator");

startEmulator().then(async (emulator) => {
  const { endpoint } = emulator;
  const options = { endpoint, email: "some@email.com", password: "secretPassword", session: 12345678 };
  console.log(JSON.stringify(await loginAndCloseSession(options)));
  await emulator.close();
});
