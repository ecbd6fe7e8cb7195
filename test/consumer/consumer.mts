// What an integrator writes in TypeScript: compiled strictly against the packed package, then run.
import { loginAndCloseSession, type Outcome, RescueClient, RescueResultError } from "rescue-soap-client";
import { startEmulator } from "rescue-soap-client/emulator";

const emulator = await startEmulator({ port: 0 });
const { endpoint } = emulator;

const closed: { session: number; code: "OK"; literal: string } = await loginAndCloseSession({
  endpoint,
  email: "some@email.com",
  password: "secretPassword",
  session: 12345678,
});

const rescue = new RescueClient({ endpoint, soap: "1.2", credentials: { authCode: "4ahx...80u0" } });
let refused: { code: string; literal: string; outcome: Outcome } | undefined;
try {
  await rescue.closeSession(12345678);
} catch (error) {
  if (!(error instanceof RescueResultError)) throw error;
  const { code, literal, outcome } = error;
  refused = { code, literal, outcome };
}

async function onlyTyped(): Promise<string | undefined> {
  const answer = await rescue.operations.getSession_V3({ iNodeID: 1, eNodeRef: "NODE" });
  const first = answer.aSessions?.SESSION_V3[0];
  // @ts-expect-error an operation's result element is judged, not handed on
  answer.getSession_V3Result;
  // @ts-expect-error no such member of NODEREF
  await rescue.operations.getSession_V3({ iNodeID: 1, eNodeRef: "TREE" });
  return first?.bStatus === "SESSION_WAITING" ? first.sStatus : undefined;
}

console.log(JSON.stringify({ closed, refused, typed: typeof onlyTyped }));
await emulator.close();
