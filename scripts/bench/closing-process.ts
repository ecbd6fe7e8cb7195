// Closes sessions as fast as it can, 20 at once, with the least that speaks SOAP. Run by emulator.ts.
import { bareHttp } from "./clients.js";

const client = bareHttp(process.argv[2] ?? "");

process.on("message", async ({ first, calls }: { first: number; calls: number }) => {
  const start = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < calls) {
      const session = first + next;
      next += 1;
      await client.closeSession(session);
    }
  };
  await Promise.all(Array.from({ length: 20 }, lane));
  process.send?.((performance.now() - start) / 1000);
});
process.on("disconnect", () => process.exit());
