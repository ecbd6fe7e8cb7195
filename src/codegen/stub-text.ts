import { WsdlError } from "../wsdl/load/wsdl-error.js";

/**
 * The lines of a file that wsdl-tsclient wrote, for editing. Every edit states the lines that it expects, so that an
 * unexpected output of wsdl-tsclient is an error.
 */
export class StubText {
  #lines: readonly string[];

  constructor(text: string) {
    // It indents by four blanks, this package by two.
    this.#lines = text
      .trim()
      .split("\n")
      .map((line) => line.replace(/^(?: {4})+/, (blanks) => " ".repeat(blanks.length / 2)));
  }

  /**
   * Replaces one line for each of `starts`, which it begins with, in that order.
   *
   * @param change returns the lines to put there, given the rest of the line and the index of its start.
   * @throws {WsdlError} where wsdl-tsclient did not write those lines in that order.
   */
  replace(starts: readonly string[], change: (rest: string, index: number) => readonly string[]): this {
    let index = 0;
    this.#lines = this.#lines.flatMap((line) => {
      const start = starts[index];
      if (start === undefined || !line.startsWith(start)) return [line];
      index += 1;
      return change(line.slice(start.length), index - 1);
    });
    if (index < starts.length) throw new WsdlError(`wsdl-tsclient did not write ${JSON.stringify(starts[index])}`);
    return this;
  }

  /** Puts lines in place of all those that begin with `start`, where the first of them is. */
  replaceAll(start: RegExp, lines: readonly string[]): this {
    const first = this.#lines.findIndex((line) => start.test(line));
    this.#lines = this.#lines.flatMap((line, index) => (index === first ? lines : start.test(line) ? [] : [line]));
    return this;
  }

  /** The text, with a line break at its end. */
  toString(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}
