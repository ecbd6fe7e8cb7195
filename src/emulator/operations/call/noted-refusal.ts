/** A request is refused, with a note for the log where that is the emulator's own doing. */
export class NotedRefusal extends Error {
  /** What the emulator does not know, and the nearest that it does. Not for the client: the service would not say it. */
  readonly note: string | undefined;

  constructor(message: string, note?: string) {
    super(message);
    this.note = note;
  }
}

/** The note of a refusal, if it has one. */
export function noteOf(error: unknown): string | undefined {
  return error instanceof NotedRefusal ? error.note : undefined;
}
