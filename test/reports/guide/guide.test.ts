import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { transform } from "esbuild";
import { VirtualClock } from "../../../src/emulator/index.js";
import { start } from "../../cli/rescue-command.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { CREDENTIALS, deskWith, endedSession, NOW } from "../scenarios/sample-desk.js";

const seed = deskWith([
  endedSession(1, "2026-10-01T10:00:00Z"),
  endedSession(3, "2026-10-25T00:30:00Z"),
  endedSession(5, "2026-10-25T01:30:00Z"),
  endedSession(7, "2026-11-01T10:00:00Z"),
]);

/** What stands in the fences of a language. */
async function fences(language: string): Promise<readonly string[]> {
  const text = await readFile("docs/reports.md", "utf8");
  return Array.from(text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms")), ([, code = ""]) => code);
}

describe("docs/reports.md", () => {
  let emulator: Emulator;
  let folder: string;
  let blocks: readonly string[];
  before(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(NOW), limits: false, seed });
    blocks = await fences("ts");
  });
  after(() => emulator.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "rescue-guide-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Runs a block of code with what the page takes for granted. */
  async function run(block: string | undefined, names: object = {}): Promise<void> {
    const source = (block ?? "")
      .replace(/^import type .*$/gm, "")
      .replace('"october.csv"', JSON.stringify(join(folder, "october.csv")));
    const { code } = await transform(`async function run() {${source}}`, { loader: "ts", target: "node20" });
    await using rescue = new RescueClient({ credentials: CREDENTIALS, endpoint: emulator.endpoint });
    const given = { rescue, ...names };
    await (new Function(...Object.keys(given), `${code}; return run();`)(...Object.values(given)) as Promise<void>);
  }

  it("has the three blocks of code that are run here", () => {
    expect(blocks).to.have.length(3);
  });

  it("reads rows", async () => {
    const lines: unknown[][] = [];
    await run(blocks[0], { console: { log: (...cells: unknown[]) => lines.push(cells), warn: expect.fail } });
    expect(lines).to.deep.equal([
      [1, "2026-10-01T12:00:00+02:00", 1800],
      [3, "2026-10-25T02:30:00+02:00", 1800],
      [5, "2026-10-25T02:30:00+01:00", 1800],
    ]);
  });

  it("keeps rows with their cursor, and goes on there", async () => {
    const kept: unknown[] = [];
    let cursor: string | undefined;
    const warehouse = {
      cursor: async () => cursor,
      insert: async (rows: readonly { readonly cells: Readonly<Record<string, unknown>> }[], next: string) => {
        kept.push(...rows.map(({ cells }) => cells["Session ID"]));
        cursor = next;
      },
    };
    await run(blocks[1], { warehouse });
    expect(kept).to.deep.equal([1, 3, 5]);
    await run(blocks[1], { warehouse });
    expect(kept).to.deep.equal([1, 3, 5]);
  });

  it("saves the same file as code and as a command", async () => {
    await run(blocks[2]);
    const file = join(folder, "october.csv");
    const saved = await readFile(file, "utf8");
    expect(saved.match(/^/gm)).to.have.length(5);
    await rm(file);
    const [command = ""] = await fences("sh");
    const [name, ...args] = command.trim().split(" ");
    expect(name).to.equal("rescue");
    const environment = {
      RESCUE_ENDPOINT: emulator.endpoint,
      RESCUE_EMAIL: CREDENTIALS.email,
      RESCUE_PASSWORD: CREDENTIALS.password,
      RESCUE_WSDL: resolve("test/reference/API.wsdl"),
    };
    expect(await start(args, environment, { cwd: folder }).ended).to.include({ code: 0, stdout: "" });
    expect(await readFile(file, "utf8")).to.equal(saved);
  });
});
