// One client in a process of its own, so that no other one's code or heap is measured with it. Run by bench.ts: told
// which client it is, then which work to do; answers with the CPU time of that work.
import { type BenchClient, bareHttp, ours, plainNodeSoap } from "./clients.js";

/** A piece of work: how often, how many at once. */
export interface Work {
  readonly operation: "closeSession" | "list" | "report";
  readonly calls: number;
  readonly atOnce: number;
  /** How many rows a list has, or characters a report; the least that counts as read. */
  readonly size?: number;
}

const [, , name, endpoint = ""] = process.argv;
const client = await make();

async function make(): Promise<BenchClient> {
  if (name === "plain") return plainNodeSoap(endpoint, "wsdl/API.wsdl");
  return name === "bare" ? bareHttp(endpoint) : ours(endpoint);
}

async function call({ operation, size = 0 }: Work): Promise<void> {
  if (operation === "closeSession") {
    await client.closeSession(12345678);
    return;
  }
  const read = await client[operation]();
  if (read < size) throw new Error(`${client.name} read ${read} of ${size}`);
}

process.on("message", async (work: Work) => {
  const { calls, atOnce } = work;
  const start = process.cpuUsage();
  let left = calls;
  const lane = async () => {
    while (left-- > 0) await call(work);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const { user, system } = process.cpuUsage(start);
  process.send?.((user + system) / calls);
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
