import { type ChildProcess, spawn } from "node:child_process";

/** The result of a command. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running command, and its output. */
export class RunningCommand {
  /** Resolves when its output has ended, which processes that it left behind may hold open. */
  readonly ended: Promise<Ended>;
  /** Resolves when the command itself has ended. */
  readonly exited: Promise<void>;
  readonly #child: ChildProcess;
  readonly #waiting = new Set<() => void>();
  #stdout = "";
  #stderr = "";

  constructor(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => {
      this.#stdout += chunk;
      for (const look of this.#waiting) look();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      this.#stderr += chunk;
    });
    this.#child = child;
    this.exited = new Promise((resolve) => child.once("exit", () => resolve()));
    this.ended = new Promise((resolve) =>
      child.once("close", (code, signal) => resolve({ code, signal, stdout: this.#stdout, stderr: this.#stderr })),
    );
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Resolves with the first match in its output. Rejects when the command ends before. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    return await new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(this.#stdout);
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
      void this.ended.then(({ stderr }) => reject(new Error(`ended before ${pattern} came: ${stderr}`)));
    });
  }
}
