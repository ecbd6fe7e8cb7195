import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { expect } from "chai";
import { ENVIRONMENT, MAIN } from "../../cli/rescue-command.js";
import { AUTH_CODE, call, closing, type Reply, resultOf } from "../wire.js";
import { ended, open } from "./raw-client.js";

describe("an emulator that has run out of file handles", () => {
  it("serves again when the connections are gone", async () => {
    // Enough for Node to read the emulator's modules, which it opens side by side.
    const command = `ulimit -n 200 && exec "${process.execPath}" "${MAIN}" emulator --json`;
    const child = spawn("sh", ["-c", command], {
      env: { ...process.env, ...ENVIRONMENT },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const [line] = (await once(child.stdout, "data")) as [Buffer];
      const { endpoint } = JSON.parse(line.toString()) as { endpoint: string };
      const sockets: Socket[] = Array.from({ length: 300 }, () => open(endpoint));
      // Those beyond the two hundredth are accepted and dropped, or kept waiting; none of them is served.
      await Promise.all(
        sockets.slice(0, 50).map((socket) => (socket.connecting ? once(socket, "connect") : undefined)),
      );
      for (const socket of sockets) socket.destroy();
      await Promise.all(sockets.map(ended));

      let reply: Reply | undefined;
      for (let attempt = 0; attempt < 1000 && !reply && child.exitCode === null; attempt += 1) {
        reply = await call(endpoint, "closeSession", closing(12345678, AUTH_CODE)).catch(() => undefined);
      }
      expect(reply && resultOf(reply)).to.equal("closeSessionRet_OK");
    } finally {
      child.kill("SIGKILL");
    }
  });
});
