// What an integrator writes in TypeScript: compiled strictly against the packed package by several compilers, as each
// kind of module, then run.
import {
  ClientClosedError,
  type JarStore,
  type LoginLock,
  loginAndCloseSession,
  type Outcome,
  RescueClient,
  type RescueClientOptions,
  RescueResultError,
  type SESSION_V3,
} from "rescue-soap-client";
import { startEmulator } from "rescue-soap-client/emulator";
import { compareWsdls } from "rescue-soap-client/wsdl";
import { CookieJar, MemoryCookieStore } from "tough-cookie";

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

  async function onlyTyped(signal: AbortSignal | undefined, error: RescueResultError): Promise<string | undefined> {
    const { RESCUE_EMAIL: email, RESCUE_PASSWORD: password, RESCUE_AUTHCODE: authCode } = process.env;
    // What may be left out may be undefined.
    const lock: LoginLock = async (_key, aborted) => async () => aborted.throwIfAborted();
    const jar: JarStore = { store: new MemoryCookieStore(), lock };
    const options: RescueClientOptions = { credentials: { email: "a@b", password: "p", authCode }, signal, jar };
    await rescue.closeSession(1, { signal, timeout: undefined });
    await rescue.operations.closeSession({ iSession: 1, sAuthCode: authCode });
    // @ts-expect-error password may be undefined
    const half: RescueClientOptions = { ...options, credentials: { email: "a@b", password } };
    // @ts-expect-error email may be undefined
    const other: RescueClientOptions = { ...half, credentials: { email, password: "p" } };
    // @ts-expect-error there is no such code
    if (error.is("InvalidParam_Sesion")) return other.soap;
    const { aSessions } = await rescue.operations.getSession_V3({ iNodeID: 1, eNodeRef: "NODE" });
    const row: SESSION_V3 | null | undefined = aSessions?.SESSION_V3[0];
    if (row && error.is("InvalidParam_Session")) return row.sStatus;
    const answer = await rescue.operations.closeSession({ iSession: 1 });
    // @ts-expect-error an operation's result element is checked, not returned
    answer.closeSessionResult;
    // @ts-expect-error an int is a number
    await rescue.operations.closeSession({ iSession: "1" });
    return Object.keys(answer)[0];
  }

  let unset = "";
  try {
    new RescueClient({ credentials: JSON.parse("{}", () => ({ email: "a@b", password: undefined })) });
  } catch (error) {
    unset = String(error);
  }
  let afterwards = "";
  await rescue[Symbol.asyncDispose]();
  await rescue.closeSession(1).catch((error: unknown) => {
    if (error instanceof ClientClosedError) afterwards = error.code;
  });

  console.log(JSON.stringify({ closed, refused, unset, afterwards, typed: [typeof onlyTyped, typeof compareWsdls] }));
  await emulator.close();
}

void main();
