/** What ends a run from outside: a signal, the end of what started it, or the end of who reads its output. */
export class Interrupt {
  readonly #ending = new AbortController();
  #exitCode = 1;

  /** Aborted, with the reason, once the run is to end. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** The exit code for a run that was ended: 128 and the signal's number, as shells have it. */
  get exitCode(): number {
    return this.#exitCode;
  }

  /** Listens from now on. A second signal changes nothing: the files are being put back. */
  listen(): void {
    for (const [name, number] of [
      ["SIGINT", 2],
      ["SIGTERM", 15],
      ["SIGHUP", 1],
    ] as const) {
      process.on(name, () => this.#end(`interrupted by ${name}`, 128 + number));
    }
    for (const stream of [process.stdout, process.stderr]) {
      stream.on("error", () => this.#end("interrupted: its output cannot be written any more", 1));
    }
    this.#watchParent();
  }

  // npm ends at a signal, and its shell passes none on: nobody but the run itself can notice.
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
    console.error(`regenerate: ${reason}; putting everything back`);
    this.#ending.abort(new Error(reason));
  }
}
