import { AspNetSessions } from "../../src/emulator/desk/asp-net-session.js";
import { defaultSeed } from "../../src/emulator/desk/seed/default-seed.js";
import { openDesk } from "../../src/emulator/desk/seed/open-desk.js";
import { FaultPlan } from "../../src/emulator/faults/fault-plan.js";
import { History } from "../../src/emulator/history/history.js";
import { HttpServer, SERVICE_LIMITS } from "../../src/emulator/http/server/http-server.js";
import type { Behaviour } from "../../src/emulator/operations/call/call.js";
import { Limits } from "../../src/emulator/operations/call/limits.js";
import { cards } from "../../src/emulator/operations/cards.js";
import { Handlers } from "../../src/emulator/operations/handlers/handlers.js";
import { KnownCalls } from "../../src/emulator/operations/known-calls.js";
import { OperationRunner } from "../../src/emulator/operations/operation-runner.js";
import { SERVICE_PATH, soapRoute } from "../../src/emulator/soap/soap-route.js";
import { SoapService } from "../../src/emulator/soap/soap-service.js";
import type { Contract } from "../../src/soap/contract/contract.js";

/** A service with behaviours of the test's own over the emulator's. */
export async function startBehaviours(
  contract: Contract,
  own: readonly (readonly [name: string, behaviour: Behaviour])[],
): Promise<{ endpoint: string; history: History; close(): Promise<void> }> {
  const desk = openDesk(defaultSeed, Date.now());
  const history = new History(Date.now, () => []);
  const handlers = new Handlers(
    contract,
    new Map([...cards, ...own.map(([name, answer]) => [name, { answer }] as const)]),
  );
  const runner = new OperationRunner({
    contract,
    behaviour: (operation) => handlers.behaviour(operation),
    desk: () => desk,
    sessions: new AspNetSessions(Date.now),
    faults: new FaultPlan(new KnownCalls([contract])),
    history,
    limits: new Limits(true),
    now: Date.now,
  });
  const service = new SoapService(contract, runner, history);
  const server = new HttpServer([soapRoute(service)], SERVICE_LIMITS);
  const port = await server.listen(0, "127.0.0.1");
  return { endpoint: `http://127.0.0.1:${port}${SERVICE_PATH}`, history, close: () => server.close() };
}
