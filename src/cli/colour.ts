/**
 * Whether to colour what goes to a stream: on a terminal that is not `dumb`, and not where `NO_COLOR` is set to anything
 * but nothing (https://no-color.org). `FORCE_COLOR` decides it where the stream would: yes, or no when it is `0` or
 * `false` (as Node has it).
 */
export function takesColour(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR: refused, FORCE_COLOR: forced, TERM: terminal } = environment;
  if (refused) return false;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return stream.isTTY === true && terminal !== "dumb";
}
