import { AbortedError } from "../errors/aborted-error.js";
import { NotAuthenticatedError } from "../errors/not-authenticated-error.js";
import type { RescueError } from "../errors/rescue-error.js";
import { RescueResultError } from "../errors/result-error.js";
import { SoapFaultError } from "../errors/soap-fault-error.js";
import type { ContractDiff } from "../wsdl/compare/finding.js";

/** The exit codes of `rescue`, as docs/command-line.md lists them. Where several apply, the one that needs a person first wins. */
export const EXIT = {
  ok: 0,
  refused: 1,
  usage: 2,
  unknown: 3,
  notAuthenticated: 4,
  unreachable: 5,
  unreadable: 6,
  /** A fault of this program. The number is that of sysexits.h. */
  crashed: 70,
  /** Something could not be printed; it hides every other code. The number is that of sysexits.h. */
  unwritten: 74,
  interrupted: 130,
} as const;

/** What a call or a session can end with. */
export type ExitCode = Exclude<(typeof EXIT)[keyof typeof EXIT], typeof EXIT.unwritten | typeof EXIT.crashed>;

/** The exit codes of a comparison of WSDLs, by its verdict: 5 where one cannot be loaded, 6 where one cannot be read. */
export const WSDL_EXIT = {
  same: 0,
  cosmetic: 0,
  additive: 10,
  risky: 11,
  breaking: 12,
} as const satisfies Readonly<Record<ContractDiff["verdict"], number>>;

const URGENCY: readonly ExitCode[] = [
  EXIT.interrupted,
  EXIT.unknown,
  EXIT.notAuthenticated,
  EXIT.unreachable,
  EXIT.unreadable,
  EXIT.refused,
  EXIT.usage,
  EXIT.ok,
];

/** The exit code of a run whose parts ended with `codes`. */
export function worstOf(codes: readonly ExitCode[]): ExitCode {
  return URGENCY.find((code) => codes.includes(code)) ?? EXIT.ok;
}

/** The exit code that an error of a call ends with. */
export function exitCodeOf(error: RescueError): ExitCode {
  if (["INVALID_ARGUMENT", "REPORT_HEADINGS", "REPORT_FILE"].includes(error.code)) return EXIT.usage;
  if (error instanceof NotAuthenticatedError) return EXIT.notAuthenticated;
  if (error instanceof RescueResultError || error instanceof SoapFaultError) return EXIT.refused;
  if (error.code === "OUTCOME_UNKNOWN") return EXIT.unknown;
  if (error.code === "WSDL") return EXIT.unreadable;
  return error instanceof AbortedError ? EXIT.interrupted : EXIT.unreachable;
}
