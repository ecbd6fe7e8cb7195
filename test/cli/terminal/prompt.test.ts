import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { expect } from "chai";
import { ADMINISTRATOR, SESSION } from "../../client/guide-values.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { ENVIRONMENT, MAIN } from "../rescue-command.js";

// util-linux's script(1) provides a pseudo-terminal; that of other systems has other arguments.
const terminal = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") ?? false;

/** Runs `rescue close` on a terminal. `typed` holds what is typed at each prompt in turn. */
async function onTerminal(endpoint: string, typed: readonly (readonly [prompt: string, keys: string])[]) {
  const command = `'${process.execPath}' '${MAIN}' close ${SESSION}`;
  const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    env: { PATH: process.env.PATH, TERM: "xterm", ...ENVIRONMENT, RESCUE_ENDPOINT: endpoint },
    stdio: ["pipe", "pipe", "ignore"],
  });
  let shown = "";
  let next = 0;
  child.stdout.on("data", (chunk) => {
    shown += chunk;
    const [prompt, keys] = typed[next] ?? [];
    if (prompt === undefined || !shown.includes(prompt)) return;
    next += 1;
    child.stdin.write(keys as string);
  });
  const [code] = await once(child, "close");
  return { code: code as number, shown };
}

if (terminal) {
  describe("credentials prompted for on a terminal", () => {
    let emulator: Emulator;
    beforeEach(async () => {
      emulator = await startEmulator();
    });
    afterEach(() => emulator.close());

    it("echo the e-mail as it is typed, but not the password", async () => {
      const { code, shown } = await onTerminal(emulator.endpoint, [
        ["Rescue e-mail: ", `${ADMINISTRATOR.email}\r`],
        ["Rescue password: ", `${ADMINISTRATOR.password}\r`],
      ]);
      expect(shown).to.contain(ADMINISTRATOR.email);
      expect(shown).not.to.contain(ADMINISTRATOR.password);
      expect(shown).to.contain("12345678 closed (closeSessionRet_OK)");
      expect(code).to.equal(0);
    });

    it("Ctrl-C at the prompt ends with 130, and nothing is sent", async () => {
      const { code, shown } = await onTerminal(emulator.endpoint, [["Rescue e-mail: ", "\u0003"]]);
      expect(code).to.equal(130);
      expect(shown).not.to.match(/\n {4}at /);
      expect(emulator.log).to.deep.equal([]);
    });
  });
}
