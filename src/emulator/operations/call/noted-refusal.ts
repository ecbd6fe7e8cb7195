/** A request is refused; a note for the log says what the emulator does not know. */
export class NotedRefusal extends Error {
  /**
   * What the emulator does not know, and the nearest that it knows. Not for the client: the service would not say it.
   */
  readonly note: string | undefined;

  constructor(message: string, note?: string) {
    super(message);
    this.note = note;
  }
}

/** The note of a refusal, if there is one. */
export function noteOf(error: unknown): string | undefined {
  return error instanceof NotedRefusal ? error.note : undefined;
}
