import { AspNetSessions } from "../../src/emulator/asp-net-session.js";
import type { Behaviour } from "../../src/emulator/behaviour.js";
import { behaviours } from "../../src/emulator/behaviours.js";
import { defaultSeed } from "../../src/emulator/default-seed.js";
import { Desk } from "../../src/emulator/desk.js";
import { FaultPlan } from "../../src/emulator/faults.js";
import { History } from "../../src/emulator/history.js";
import { HttpServer, SERVICE_PATH } from "../../src/emulator/http-server.js";
import { SoapService } from "../../src/emulator/soap-service.js";
import type { Contract } from "../../src/soap/contract.js";

/** A service with behaviours of the test's own over the emulator's. */
export async function startBehaviours(
  contract: Contract,
  own: readonly (readonly [name: string, behaviour: Behaviour])[],
): Promise<{ endpoint: string; history: History; close(): Promise<void> }> {
  const desk = new Desk(defaultSeed);
  const history = new History();
  const service = new SoapService({
    contract,
    behaviours: new Map([...behaviours, ...own]),
    desk: () => desk,
    sessions: new AspNetSessions(Date.now),
    faults: new FaultPlan(),
    history,
    limits: true,
    now: Date.now,
  });
  const server = new HttpServer({ service, contract, wsdl: undefined });
  const port = await server.listen(0, "127.0.0.1");
  return { endpoint: `http://127.0.0.1:${port}${SERVICE_PATH}`, history, close: () => server.close() };
}
