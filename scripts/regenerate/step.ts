/** A step failed. All files are restored, unless the step is {@link RESTORE}. */
export class StepError extends Error {
  override readonly name = "StepError";
  readonly step: string;

  constructor(step: string, cause: unknown) {
    super(`${step}: ${describe(cause)}`, { cause });
    this.step = step;
  }
}

/** The step after whose failure files may be changed. */
export const RESTORE = "restore the files";

/**
 * Runs one step.
 * @throws {StepError} when it fails, and before and after it when the signal is aborted.
 */
export async function runStep<T>(name: string, work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    signal?.throwIfAborted();
    const result = await work();
    signal?.throwIfAborted();
    return result;
  } catch (error) {
    // The error of an interrupted step is not the reason.
    throw new StepError(name, signal?.aborted ? signal.reason : error);
  }
}

/** The message of an error. */
export function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
