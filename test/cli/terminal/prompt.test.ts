import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { expect } from "chai";
import { ADMINISTRATOR, SESSION } from "../../client/guide-values.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { ENVIRONMENT, MAIN } from "../rescue-command.js";

// util-linux's script(1) provides a pseudo-terminal; that of other systems has other arguments.
const terminal = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") ?? false;

/** Runs `rescue close` on a terminal. `typed` holds what is typed at each prompt in turn. */
async function onTerminal(
  endpoint: string,
  typed: readonly (readonly [prompt: string, keys: string])[],
  args = `close ${SESSION}`,
) {
  const command = `'${process.execPath}' '${MAIN}' ${args}`;
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

    for (const prompts of [
      [["Rescue e-mail: ", "\u0004"]],
      [
        ["Rescue e-mail: ", `${ADMINISTRATOR.email}\r`],
        ["Rescue password: ", "\u0004"],
      ],
    ] as const) {
      it(`Ctrl-D at prompt ${prompts.length} is a usage error that says so, and nothing is sent`, async () => {
        const { code, shown } = await onTerminal(emulator.endpoint, prompts);
        expect(shown).to.match(/rescue: the input ended at "Rescue (?:e-mail|password):"/);
        expect(code).to.equal(2);
        expect(emulator.log).to.deep.equal([]);
      });
    }

    it("nothing typed at a prompt is a usage error", async () => {
      const { code, shown } = await onTerminal(emulator.endpoint, [["Rescue e-mail: ", "\r"]]);
      expect(shown).to.contain('rescue: nothing was typed at "Rescue e-mail:"');
      expect(code).to.equal(2);
    });

    for (const [answer, requests] of [
      ["y", 1],
      ["n", 0],
      ["", 0],
    ] as const) {
      it(`auth request asks whether the code may be replaced: ${JSON.stringify(answer)} requests ${requests}`, async () => {
        const typed = [
          ["Rescue e-mail: ", `${ADMINISTRATOR.email}\r`],
          ["Rescue password: ", `${ADMINISTRATOR.password}\r`],
          ["Request a new code? [y/N] ", `${answer}\r`],
        ] as const;
        const { code, shown } = await onTerminal(emulator.endpoint, typed, "auth request");
        expect(shown).to.contain("replaces the one before it");
        expect([code, emulator.log.length]).to.deep.equal([requests === 1 ? 0 : 2, requests]);
      });
    }

    it("Ctrl-C at the prompt ends with 130, and nothing is sent", async () => {
      const { code, shown } = await onTerminal(emulator.endpoint, [["Rescue e-mail: ", "\u0003"]]);
      expect(code).to.equal(130);
      expect(shown).not.to.match(/\n {4}at /);
      expect(emulator.log).to.deep.equal([]);
    });
  });
}
