import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { describeWith } from "../describe-with.js";

const run = promisify(execFile);
const TYPES = `
export declare class Client {
  close(session: number, code?: string): Promise<void>;
}
export interface Options { readonly timeout?: number }
`;

const tools = existsSync("tools/node_modules/@microsoft/api-extractor") ? "tools" : undefined;

describeWith(tools, "the report of the published types", "no tools here (npm run tools)", (folder) => {
  let root: string;

  async function report(...args: string[]): Promise<{ code: number; told: string }> {
    return run(process.execPath, [resolve(folder, "api-report.mjs"), "--root", root, ...args]).then(
      ({ stdout }) => ({ code: 0, told: stdout }),
      (error) => ({ code: error.code, told: String(error.stderr) }),
    );
  }
  const write = (types: string) => writeFile(join(root, "lib/index.d.cts"), types);

  beforeEach(async () => {
    await mkdir(".build", { recursive: true });
    root = await mkdtemp(resolve(".build", "api-test-"));
    await mkdir(join(root, "lib"));
    await writeFile(join(root, "package.json"), '{"name":"made","version":"1.0.0"}');
    await write(TYPES);
    expect((await report()).code).to.equal(0);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it("agrees with types that have not changed", async () => {
    expect(await report("--check")).to.deep.equal({ code: 0, told: "" });
    expect(await readFile(join(root, "api/index.api.md"), "utf8")).to.include("export class Client");
  }).timeout(60_000);

  for (const [change, types, shown] of [
    [
      "a parameter that has become required",
      TYPES.replace("code?", "code"),
      "+    close(session: number, code: string)",
    ],
    ["a member that is gone", TYPES.replace("readonly timeout?: number", ""), "-    readonly timeout?: number"],
    ["an export that is gone", TYPES.replace(/export interface.*\n/, ""), "-export interface Options {"],
    ["an export that came", `${TYPES}export type More = string;`, "+export type More = string;"],
  ] as const) {
    it(`shows ${change}, and the command that accepts it`, async () => {
      await write(types);
      const { code, told } = await report("--check");
      expect(code).to.equal(1);
      expect(told).to.include(shown).and.to.include("npm run api");
    }).timeout(60_000);
  }
});
