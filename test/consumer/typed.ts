// What an integrator writes in TypeScript: compiled strictly against the packed package by several compilers, as each
// kind of module, then run.
import { loginAndCloseSession, type Outcome, RescueClient, RescueResultError } from "rescue-soap-client";
import { startEmulator } from "rescue-soap-client/emulator";
import { compareWsdls } from "rescue-soap-client/wsdl";
import { CookieJar } from "tough-cookie";

async function main(): Promise<void> {
  const emulator = await startEmulator({ port: 0 });
  const { endpoint } = emulator;

  const closed: { session: number; code: "OK"; literal: string } = await loginAndCloseSession({
    endpoint,
    email: "some@email.com",
    password: "secretPassword",
    session: 12345678,
  });

  const rescue = new RescueClient({
    endpoint,
    soap: "1.2",
    jar: new CookieJar(),
    credentials: { authCode: "4ahx...80u0" },
  });
  let refused: { code: string; literal: string; outcome: Outcome } | undefined;
  try {
    await rescue.closeSession(12345678);
  } catch (error) {
    if (!(error instanceof RescueResultError)) throw error;
    const { code, literal, outcome } = error;
    refused = { code, literal, outcome };
  }

  async function onlyTyped(): Promise<string | undefined> {
    const answer = await rescue.operations.closeSession({ iSession: 1 });
    // @ts-expect-error an operation's result element is checked, not returned
    answer.closeSessionResult;
    // @ts-expect-error an int is a number
    await rescue.operations.closeSession({ iSession: "1" });
    return Object.keys(answer)[0];
  }

  console.log(JSON.stringify({ closed, refused, typed: [typeof onlyTyped, typeof compareWsdls] }));
  await emulator.close();
}

void main();
