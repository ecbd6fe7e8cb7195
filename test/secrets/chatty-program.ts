import { inspect } from "node:util";
import { RescueError } from "../../src/index.js";
import { RescueClient } from "../reference/service.js";
import { CA } from "../tls/certificates.js";
import { BOTH, PROXY_PASSWORD } from "./planted.js";

/**
 * A program that prints everything it can access, and ends with its last error uncaught. It calls the services named by its arguments:
 * one that shows the caller's secrets, a proxy that does, and a port that nobody listens on.
 */
const [echoing = "", proxy = "", dead = ""] = process.argv.slice(2);

async function attempt(client: RescueClient): Promise<unknown> {
  client.on("exchange", (event) => console.log("exchange", event), { bodies: true });
  console.log(client, client.operations);
  try {
    return await client.closeSession(12345678);
  } catch (error) {
    console.log(error, JSON.stringify(error), inspect(error, { depth: 20, showHidden: true }));
    console.error(error instanceof RescueError ? error.stack : "not one of ours");
    return error;
  } finally {
    console.log(client);
    client.close();
  }
}

const options = { credentials: BOTH, retry: { attempts: 2, delay: 0 }, paceLogins: false } as const;
const address = new URL(proxy);
address.username = "user";
address.password = encodeURIComponent(PROXY_PASSWORD);

await attempt(new RescueClient({ ...options, endpoint: dead }));
await attempt(
  new RescueClient({ ...options, endpoint: "https://rescue.test/API/API.asmx", proxy: address, tls: { ca: CA } }),
);
process.env.HTTPS_PROXY = address.href;
await attempt(new RescueClient({ ...options, endpoint: "https://rescue.test/API/API.asmx", tls: { ca: CA } }));
throw await attempt(new RescueClient({ ...options, endpoint: echoing }));
