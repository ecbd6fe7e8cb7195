import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** The time that a script has to end when it is asked to, in milliseconds. */
const GRACE = 5_000;
/** Whether a script can have its own process group, which can be ended as a whole. */
const HAS_GROUPS = process.platform !== "win32";

/** Runs scripts of `package.json`, one after another; a running script ends with the run. */
export class ScriptRunner {
  readonly #signal: AbortSignal;

  /** @param signal ends the running script. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * Runs a script and shows its output. It gets no input.
   *
   * @param started called with the id of its process group.
   * @throws {Error} when it fails or is ended; all of its processes have ended then.
   */
  async run(script: string, started: (group: number) => Promise<void>): Promise<void> {
    // Runs npm's own file: Windows does not start npm.cmd without a shell.
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
      // The leader has ended; its child processes may not have.
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
    // The group is empty.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
