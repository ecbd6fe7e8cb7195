/** Interrupts a run: on a signal, when its parent process ends, or when the reader of its output ends. */
export class Interrupt {
  readonly #ending = new AbortController();
  #exitCode = 1;

  /** Aborted, with the reason, when the run must end. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** The exit code of an interrupted run: 128 plus the signal's number, as in shells. */
  get exitCode(): number {
    return this.#exitCode;
  }

  /** Starts to listen. A second signal has no effect: the files are being restored. */
  listen(): void {
    for (const [name, number] of [
      ["SIGINT", 2],
      ["SIGTERM", 15],
      ["SIGHUP", 1],
    ] as const) {
      process.on(name, () => this.#end(`interrupted by ${name}`, 128 + number));
    }
    for (const stream of [process.stdout, process.stderr]) {
      stream.on("error", () => this.#end("interrupted: its output can no longer be written", 1));
    }
    this.#watchParent();
  }

  // npm ends on a signal, and its shell does not forward it: only the run itself can notice.
  #watchParent(): void {
    if (process.env.npm_lifecycle_event !== "regenerate") return;
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) this.#end("interrupted: npm, which started it, has ended", 128 + 15);
    }, 200).unref();
  }

  #end(reason: string, exitCode: number): void {
    if (this.signal.aborted) return;
    this.#exitCode = exitCode;
    console.error(`regenerate: ${reason}; restoring all files`);
    this.#ending.abort(new Error(reason));
  }
}
