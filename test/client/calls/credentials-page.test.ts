import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { transform } from "esbuild";
import { NotAuthenticatedError } from "../../../src/index.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR } from "../guide-values.js";

const PAGE = await readFile("docs/credentials.md", "utf8");
/** Each program of the page, with what it prints. */
const PROGRAMS = Array.from(
  PAGE.matchAll(/^```typescript\n(.*?)^```\n```text\n(.*?)^```$/gms),
  ([, code = "", said = ""]) => ({
    code,
    said,
  }),
);

describe("docs/credentials.md", () => {
  let emulator: Emulator;
  let folder: string;
  beforeEach(async () => {
    emulator = await startEmulator();
    folder = await mkdtemp(join(tmpdir(), "page-"));
  });
  afterEach(async () => {
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("holds no program whose output it does not show", () => {
    expect(PAGE.match(/^```typescript$/gm))
      .to.have.length(PROGRAMS.length)
      .and.not.to.have.length(0);
  });

  for (const [index, { code, said }] of PROGRAMS.entries()) {
    it(`program ${index + 1} prints what the page says`, async () => {
      const lines: string[] = [];
      const given = {
        RescueClient,
        NotAuthenticatedError,
        endpoint: emulator.endpoint,
        ...ADMINISTRATOR,
        file: join(folder, "login"),
        console: { log: (...words: unknown[]) => lines.push(words.join(" ")) },
      };
      const options = { loader: "ts", target: "node20" } as const;
      const { code: script } = await transform(`async function program() {\n${code}}`, options);
      const run = new Function(...Object.keys(given), `${script}\nreturn program();`);
      await (run(...Object.values(given)) as Promise<void>);
      expect(`${lines.join("\n")}\n`).to.equal(said);
      // "That is one login."
      if (code.includes("jar:")) expect(emulator.executions("login")).to.equal(1);
    });
  }
});
