// Makes two clients, one after the other, and calls closeSession once with each: prints the CPU time of the second as a
// part of the first's. Run by bench.ts.
import { RescueClient } from "../../src/index.js";

const [, , endpoint = ""] = process.argv;

async function cost(): Promise<number> {
  const start = process.cpuUsage();
  const client = new RescueClient({ endpoint, credentials: { authCode: "4ahx" } });
  await client.closeSession(12345678);
  const { user, system } = process.cpuUsage(start);
  client.close();
  return user + system;
}

const first = await cost();
console.log((await cost()) / first);
