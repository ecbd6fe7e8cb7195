/** An operation refuses a call: its result is this code. */
export class Refusal extends Error {
  readonly code: string;

  /** @param code the result code without its prefix, such as `InvalidParam_Session`. */
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
