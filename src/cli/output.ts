import { writeSync } from "node:fs";
import { Socket } from "node:net";
import type { Writable } from "node:stream";
import { printableJson, visible } from "../soap/text/printable.js";

/**
 * The output of every command. Foreign text is printed only as visible characters, and a stream
 * that can no longer be written to is a state rather than an exception: a run checks it and ends.
 */
export class Output {
  readonly #stdout = new Place("standard output", process.stdout);
  readonly #stderr = new Place("standard error", process.stderr);
  #isIncomplete = false;
  #pending: Promise<unknown> = Promise.resolve();

  /** True when something could not be printed on its own stream. */
  get isIncomplete(): boolean {
    return this.#isIncomplete;
  }

  /** A result on a line of its own. @returns false when it could not be written to standard output. */
  line(text: string): Promise<boolean> {
    return this.#track(this.#print(this.#stdout, `${visible(text)}\n`));
  }

  /** A result as JSON, on one line. @returns false when it could not be written to standard output. */
  json(value: object): Promise<boolean> {
    return this.#track(this.#print(this.#stdout, `${printableJson(value)}\n`));
  }

  /**
   * A part of a file for other programs, such as CSV: as it is, except on a terminal.
   *
   * @returns false when it could not be written to standard output.
   */
  data(text: string): Promise<boolean> {
    const shown = process.stdout.isTTY ? text.split("\n").map(visible).join("\n") : text;
    return this.#track(this.#printData(shown));
  }

  /** What went wrong, on a line of its own. @returns false when it could not be written to standard error. */
  problem(text: string): Promise<boolean> {
    return this.#track(this.#print(this.#stderr, `${visible(text)}\n`));
  }

  /**
   * A whole text of this package, whose foreign parts are printable already. Its reader may stop early, as `head`
   * does: nothing depends on the rest.
   */
  document(text: string, place: "stdout" | "stderr" = "stdout"): Promise<void> {
    return this.#track(this.#printDocument(place === "stdout" ? this.#stdout : this.#stderr, text));
  }

  /** Resolves when all has been printed, or cannot be. */
  async settled(): Promise<void> {
    await this.#pending;
  }

  // A report on the other stream is better than none.
  async #print(place: Place, text: string): Promise<boolean> {
    if (await place.write(text)) return true;
    const other = place === this.#stdout ? this.#stderr : this.#stdout;
    this.#isIncomplete = true;
    await other.write(`${place.takeNotice()}${text}`);
    return false;
  }

  // The rest of the data would not be where it belongs, nor complete: standard error only learns that it is missing.
  async #printData(text: string): Promise<boolean> {
    if (await this.#stdout.write(text)) return true;
    this.#isIncomplete = true;
    await this.#stderr.write(this.#stdout.takeNotice());
    return false;
  }

  async #printDocument(place: Place, text: string): Promise<void> {
    if ((await place.write(text)) || place.failure === "EPIPE") return;
    this.#isIncomplete = true;
    if (place === this.#stdout) await this.#stderr.write(place.takeNotice());
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#pending = Promise.all([this.#pending, work]);
    return work;
  }
}

/** One of the two streams, until it fails. */
class Place {
  /** The system's code of the first error. */
  failure: string | undefined;
  readonly #name: string;
  readonly #stream: Writable & { readonly fd: number };
  #isNoticed = false;

  constructor(name: string, stream: Writable & { readonly fd: number }) {
    this.#name = name;
    this.#stream = stream;
    // The stream also emits it; others write here too, such as the lines of `DEBUG`.
    stream.on("error", (error) => this.#fail(error));
  }

  async write(text: string): Promise<boolean> {
    if (this.failure !== undefined) return false;
    try {
      if (this.#stream instanceof Socket) await sent(this.#stream, text);
      else writeWhole(this.#stream.fd, text);
    } catch (error) {
      this.#fail(error);
    }
    return this.failure === undefined;
  }

  /** A line that says that it failed, once. */
  takeNotice(): string {
    const notice = this.#isNoticed ? "" : `rescue: ${this.#name} cannot be written to (${this.failure})\n`;
    this.#isNoticed = true;
    return notice;
  }

  #fail(error: unknown): void {
    this.failure ??= error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
  }
}

function sent(stream: Socket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

// Node's own stream for a file reports a write as done when the disk had room for only a part of it.
function writeWhole(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written);
}

/** Of this process. */
export const output: Output = new Output();
