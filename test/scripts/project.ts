import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { walkFolder } from "../../src/codegen/walk-folder.js";
import { deskWsdl } from "../wsdl/desk-wsdl.js";
import { type Ended, RunningCommand } from "./running-command.js";

const run = promisify(execFile);
/** The compiled command. */
const REGENERATE = fileURLToPath(new URL("../../scripts/regenerate.js", import.meta.url));

/** The WSDL in the project. */
export const OLD_WSDL = deskWsdl();
/** One with an additional optional parameter. */
export const NEW_WSDL = deskWsdl({ closeFields: '<s:element minOccurs="0" name="sReason" type="s:string"/>' });

/** Replaces npm: runs the script that `$SCRIPT` names, and succeeds for all others. */
const NPM = `const script = process.argv.at(-1);
if (script === process.env.FAIL) process.exit(1);
if (script === process.env.HANG) {
  const { spawn } = await import("node:child_process");
  const code = 'process.on("SIGTERM", () => {}); console.log("hanging " + process.pid); setInterval(() => {}, 1000)';
  spawn(process.execPath, ["-e", code], { stdio: "inherit" });
  setInterval(() => {}, 1000);
}
`;

/** Kills the process at the nth change of a file, when half of it is written; or counts the changes. */
const CRASH = `import fsp from "node:fs/promises";
import { appendFileSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const { CRASH_AT, TRACE } = process.env;
let count = 0;
for (const name of ["mkdir", "mkdtemp", "open", "rename", "rm", "rmdir", "writeFile"]) {
  const real = fsp[name];
  fsp[name] = async (...args) => {
    if (name === "open" && args[1] !== "wx") return real(...args);
    count += 1;
    if (TRACE) appendFileSync(TRACE, name + " " + String(args[0]) + "\\n");
    if (count !== Number(CRASH_AT)) return real(...args);
    if (name === "open") await real(...args);
    if (name === "writeFile") writeFileSync(args[0], args[1].slice(0, args[1].length / 2));
    process.kill(process.pid, "SIGKILL");
  };
}
syncBuiltinESMExports();
`;

/** A project with a WSDL, in git, and a new WSDL outside it. */
export class Project {
  readonly root: string;
  readonly #tools: string;

  private constructor(folder: string) {
    this.root = join(folder, "project");
    this.#tools = join(folder, "tools");
  }

  static async make(): Promise<Project> {
    const project = new Project(await mkdtemp(join(tmpdir(), "rescue-project-")));
    const { root } = project;
    for (const folder of ["wsdl", "generated", "src"]) await mkdir(join(root, folder), { recursive: true });
    await mkdir(project.#tools);
    await writeFile(join(project.#tools, "npm.mjs"), NPM);
    await writeFile(join(project.#tools, "crash.mjs"), CRASH);
    await writeFile(project.source, NEW_WSDL);
    await writeFile(join(root, "wsdl/API.wsdl"), OLD_WSDL);
    await writeFile(join(root, "wsdl/README.md"), "About the WSDL.\n");
    await writeFile(join(root, "generated/old.ts"), "// Do not edit: run `npm run generate`.\n");
    for (const path of ["package.json", "package-lock.json", "CHANGELOG.md", "src/version.ts"]) {
      await cp(path, join(root, path));
    }
    const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    const stub = `node ${JSON.stringify(join(project.#tools, "npm.mjs"))} `;
    manifest.scripts = { regenerate: `node -e 0 && node ${JSON.stringify(REGENERATE)}`, types: `${stub} types` };
    await writeFile(join(root, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
    await project.git("init", "--quiet");
    await project.commit();
    return project;
  }

  /** The new WSDL. */
  get source(): string {
    return join(this.#tools, "API.wsdl");
  }

  /** The file that lists the changes of a run with TRACE. */
  get trace(): string {
    return join(this.#tools, "trace");
  }

  async remove(): Promise<void> {
    await rm(join(this.root, ".."), { recursive: true, force: true });
  }

  /** An independent project in the same state. */
  async copy(): Promise<Project> {
    const copied = new Project(await mkdtemp(join(tmpdir(), "rescue-project-")));
    await cp(this.root, copied.root, { recursive: true });
    await cp(this.#tools, copied.#tools, { recursive: true });
    return copied;
  }

  /** The processes that an interrupted run recorded as running; a process group as a negative number. */
  async running(): Promise<readonly number[]> {
    const file = join(this.root, ".git/rescue-regenerate/running.json");
    return JSON.parse(await readFile(file, "utf8").catch(() => "[]"));
  }

  async git(...args: string[]): Promise<string> {
    const identity = ["-c", "user.name=test", "-c", "user.email=test@example.invalid"];
    return (await run("git", [...identity, ...args], { cwd: this.root })).stdout;
  }

  async commit(): Promise<void> {
    await this.git("add", "-A");
    await this.git("commit", "--quiet", "--allow-empty", "-m", "a state");
  }

  /** The environment of a run, with npm replaced. */
  environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    const { npm_lifecycle_event: _, INIT_CWD: __, ...env } = process.env;
    return { ...env, npm_execpath: join(this.#tools, "npm.mjs"), ...more };
  }

  /** Starts a run that can be killed at a change of a file. */
  start(args: readonly string[], env: NodeJS.ProcessEnv = {}): RunningCommand {
    const crash = ["--import", join(this.#tools, "crash.mjs")];
    return new RunningCommand(process.execPath, [...crash, REGENERATE, ...args], this.root, this.environment(env));
  }

  async regenerate(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    return await this.start(args, env).ended;
  }

  /** All files except git's, by path, without the time of the pull. */
  async files(): Promise<Readonly<Record<string, string>>> {
    const files: Record<string, string> = {};
    for await (const { path } of walkFolder(this.root)) {
      if (path.startsWith(".git/")) continue;
      files[path] = (await readFile(join(this.root, path), "utf8")).replace(/"retrieved": "[^"]*"/, '"retrieved": ""');
    }
    return files;
  }

  /** The files of a run in git's folder. */
  async kept(): Promise<readonly string[]> {
    return (await readdir(join(this.root, ".git"))).filter((name) => name.startsWith("rescue-regenerate"));
  }
}
