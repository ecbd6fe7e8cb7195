/** Runs a function soon after it was requested, but at most once per interval. */
export class Pace {
  readonly #run: () => void;
  readonly #interval: number;
  #timer: NodeJS.Timeout | undefined;
  #again = false;

  /** @param interval milliseconds of real time. */
  constructor(interval: number, run: () => void) {
    this.#interval = interval;
    this.#run = run;
  }

  ask(): void {
    if (this.#timer) this.#again = true;
    else this.#start(0);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#again = false;
  }

  #start(wait: number): void {
    this.#timer = setTimeout(() => {
      this.#again = false;
      this.#run();
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        if (this.#again) this.#start(0);
      }, this.#interval);
    }, wait);
  }
}
