/**
 * Whether to colour what goes to a stream: only on a terminal that is not `dumb`, and not where `NO_COLOR` is set to
 * anything but nothing (https://no-color.org).
 */
export function takesColour(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== "dumb";
}
