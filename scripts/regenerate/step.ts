/** A step failed; everything is as it was before, unless the step is {@link PUT_BACK}. */
export class StepError extends Error {
  override readonly name = "StepError";
  readonly step: string;

  constructor(step: string, cause: unknown) {
    super(`${step}: ${describe(cause)}`, { cause });
    this.step = step;
  }
}

/** The step in which a failure leaves something as it was not before. */
export const PUT_BACK = "put everything back";

/**
 * Does one step.
 * @throws {StepError} when it fails, and before and after it when the signal says that the run is to end.
 */
export async function runStep<T>(name: string, work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    signal?.throwIfAborted();
    const result = await work();
    signal?.throwIfAborted();
    return result;
  } catch (error) {
    // What a step says that was ended with the run is no reason.
    throw new StepError(name, signal?.aborted ? signal.reason : error);
  }
}

/** What an error says. */
export function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
