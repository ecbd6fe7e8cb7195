import { RescueError } from "../../errors/rescue-error.js";

/** A place in a WSDL file, counted from 1; `column` is where the start tag in question ended. */
export interface WsdlPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place as messages show it: `API.wsdl:12:34`. */
export function placeText({ file, line, column }: WsdlPlace): string {
  return `${file}:${line}:${column}`;
}

/** `WSDL`: what was read cannot be used. `WSDL_UNREACHABLE`: there was nothing to read. */
export type WsdlErrorCode = "WSDL" | "WSDL_UNREACHABLE";

/**
 * A WSDL cannot be used: it could not be had (`WSDL_UNREACHABLE`), it is no WSDL, or it holds something this package
 * does not read (`WSDL`). Raised before any call of the service.
 *
 * What to do: the message names the construct, where it stands (`file:line:column`) and what is supported; or what came
 * in place of a document.
 */
export class WsdlError extends RescueError {
  override readonly name = "WsdlError";
  declare readonly code: WsdlErrorCode;
  /** Where in the file, when the file is what is wrong. */
  readonly place: WsdlPlace | undefined;

  /** @param code that of `cause`, where it is such an error, unless given. */
  constructor(
    reason: string,
    place?: WsdlPlace,
    cause?: unknown,
    code: WsdlErrorCode = cause instanceof WsdlError ? cause.code : "WSDL",
  ) {
    super(place ? `${placeText(place)}: ${reason}` : reason, { code, outcome: "not-sent", cause });
    this.place = place;
  }
}

/** There is no document to read: no such file, no connection, another status. Trying again later may help. */
export function unreachable(reason: string, cause?: unknown): WsdlError {
  return new WsdlError(reason, undefined, cause, "WSDL_UNREACHABLE");
}

/** Text of a foreign document as a message may show it: quoted, printable, short. */
export function quoteForeign(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  return JSON.stringify(short).replace(/[^\x20-\x7e]/g, "?");
}
