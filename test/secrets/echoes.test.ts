import { channel } from "node:diagnostics_channel";
import { expect } from "chai";
import { OutcomeUnknownError, RescueError, type RescueEventName } from "../../src/index.js";
import { thrown } from "../client/thrown.js";
import { VERSIONS } from "../emulator/wire.js";
import { RescueClient } from "../reference/service.js";
import { echoes } from "./echoes.js";
import { type EchoingService, serveEchoes } from "./echoing-service.js";
import { BOTH, expectShowsNone } from "./planted.js";

const EVENTS: readonly RescueEventName[] = ["exchange", "drift", "retry", "paced", "relogin"];

/** One operation that logs in, one that reads (as far as retries go), and one that changes something. */
const CALLS: Readonly<Record<string, (client: RescueClient) => Promise<unknown>>> = {
  login: (client) => client.login(),
  getTimeZone: (client) => client.operations.getTimeZone(),
  closeSession: (client) => client.closeSession(12345678),
};

for (const soap of VERSIONS) {
  describe(`a service that shows the caller's secrets, SOAP ${soap}`, () => {
    let service: EchoingService;
    let told: [string, unknown][];
    const offs: (() => void)[] = [];

    before(async () => {
      service = await serveEchoes(soap);
    });
    after(() => service[Symbol.asyncDispose]());
    beforeEach(() => {
      told = [];
      for (const name of EVENTS) {
        const listener = (message: unknown) => told.push([`channel ${name}`, message]);
        channel(`rescue-soap-client:${name}`).subscribe(listener);
        offs.push(() => channel(`rescue-soap-client:${name}`).unsubscribe(listener));
      }
    });
    afterEach(() => {
      for (const off of offs.splice(0)) off();
    });

    for (const [operation, call] of Object.entries(CALLS)) {
      for (const [what, echo] of Object.entries(echoes(soap, operation))) {
        it(`${operation}, ${what}`, async () => {
          service.answer(operation, echo);
          const client = new RescueClient({
            credentials: BOTH,
            endpoint: service.url,
            soap,
            paceLogins: false,
            retry: { attempts: 2, delay: 0, maxRetryAfter: 0 },
            maxReplyBytes: 1024 * 1024,
          });
          for (const name of EVENTS) {
            client.on(name, (event) => told.push([`event ${name}`, event]));
            client.on(name, (event) => told.push([`event ${name} with bodies`, event]), { bodies: true });
          }
          try {
            if (operation !== "login") await client.login();
            const error = await thrown(RescueError, call(client));
            expectShowsNone("the error", error);
            if (error instanceof OutcomeUnknownError) expectShowsNone("the cause", error.cause);
            expect(told.map(([where]) => where)).to.include("event exchange with bodies");
            for (const [where, event] of told) expectShowsNone(where, event);
            expectShowsNone("the client", client);
            expectShowsNone("its operations", client.operations);
          } finally {
            client.close();
          }
        });
      }
    }
  });
}
