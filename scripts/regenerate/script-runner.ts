import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** How long a script may take to end when it is asked to, in milliseconds. */
const GRACE = 5_000;
/** Where a script can have a process group of its own, to be ended whole. */
const HAS_GROUPS = process.platform !== "win32";

/** Runs scripts of `package.json`, one after another; what is under way ends with the run. */
export class ScriptRunner {
  readonly #signal: AbortSignal;

  /** @param signal ends what is under way. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * Runs a script; its output is shown. It reads nothing.
   *
   * @param started told the id of its process group.
   * @throws {Error} when it fails or is ended; none of its processes is left then.
   */
  async run(script: string, started: (group: number) => Promise<void>): Promise<void> {
    // npm by its own file: npm.cmd of Windows is not started without a shell.
    const { npm_execpath: npm } = process.env;
    const [command, args] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
    const child = spawn(command, [...args, "run", "--silent", script], {
      stdio: ["ignore", "inherit", "inherit"],
      detached: HAS_GROUPS,
    });
    const ended = once(child, "exit") as Promise<[code: number | null, signal: string | null]>;
    const end = () => {
      endGroup(child, "SIGTERM");
      setTimeout(() => endGroup(child, "SIGKILL"), GRACE).unref();
    };
    this.#signal.addEventListener("abort", end, { once: true });
    try {
      if (child.pid !== undefined) await started(child.pid);
      if (this.#signal.aborted) end();
      const [code, signal] = await ended;
      if (code !== 0) throw new Error(`npm run ${script} ended with ${signal ?? `exit code ${code}`}`);
    } finally {
      this.#signal.removeEventListener("abort", end);
      // The leader has ended; what it started need not have.
      if (HAS_GROUPS) endGroup(child, "SIGKILL");
    }
  }
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (HAS_GROUPS) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    // Nobody is left in the group.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
