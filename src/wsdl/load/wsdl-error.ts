import { RescueError } from "../../errors/rescue-error.js";

/** A place in a WSDL file, counted from 1; `column` is where the start tag in question ended. */
export interface WsdlPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The text of a place in messages: `API.wsdl:12:34`. */
export function placeText({ file, line, column }: WsdlPlace): string {
  return `${file}:${line}:${column}`;
}

/** `WSDL`: the document cannot be used. `WSDL_UNREACHABLE`: no document could be loaded. */
export type WsdlErrorCode = "WSDL" | "WSDL_UNREACHABLE";

/**
 * A WSDL cannot be used: it could not be loaded (`WSDL_UNREACHABLE`), it is not a WSDL, or it contains something that is
 * not supported (`WSDL`). Thrown before any call of the service.
 *
 * What to do: the message names the construct, its place (`file:line:column`) and what is supported; or what was received
 * instead of a document.
 */
export class WsdlError extends RescueError {
  override readonly name = "WsdlError";
  declare readonly code: WsdlErrorCode;
  /** The place in the file; undefined when the problem is not in a file. */
  readonly place: WsdlPlace | undefined;

  /** @param code defaults to that of `cause` where it is a WsdlError. */
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

/** The error for a document that could not be loaded: no such file, no connection, another status. A later attempt may succeed. */
export function unreachable(reason: string, cause?: unknown): WsdlError {
  return new WsdlError(reason, undefined, cause, "WSDL_UNREACHABLE");
}

/** Text of an untrusted document, safe to show in a message: quoted, printable, short. */
export function quoteForeign(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  return JSON.stringify(short).replace(/[^\x20-\x7e]/g, "?");
}
