import type { Deadline } from "../../soap/http/deadline.js";
import type { CallOptions } from "../options/options.js";
import type { Service } from "./service.js";

/** Does a job of several calls within one time: that of `options`. */
export async function during<T>(
  service: Pick<Service, "begin">,
  operation: string,
  options: CallOptions | undefined,
  work: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  const deadline = service.begin(operation, options);
  try {
    return await work(deadline);
  } finally {
    deadline.dispose();
  }
}

/**
 * The options of the job's next call: what is left of its time.
 *
 * @throws {DeadlineError | AbortedError} (`not-sent`) when the job has ended already.
 */
export function within(deadline: Deadline, options: CallOptions | undefined): CallOptions {
  deadline.check();
  return { timeout: Math.max(1, deadline.remaining), ...(options?.signal && { signal: options.signal }) };
}
