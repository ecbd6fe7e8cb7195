/**
 * Whether to colour the output of a stream: on a terminal that is not `dumb`, unless `NO_COLOR` is set and not
 * empty (https://no-color.org). `FORCE_COLOR` overrides the terminal's part: yes, or no when it is `0` or
 * `false` (as in Node).
 */
export function takesColour(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR: refused, FORCE_COLOR: forced, TERM: terminal } = environment;
  if (refused) return false;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return stream.isTTY === true && terminal !== "dumb";
}
