import { RescueError } from "../errors/rescue-error.js";

/** A place in a WSDL file, counted from 1; `column` is where the start tag in question ended. */
export interface WsdlPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * A WSDL cannot be used: it could not be pulled, it is no WSDL, or it holds something this package does not read.
 * Raised at build time only; no call of the service is involved.
 *
 * What to do: the message names the construct, where it stands (`file:line:column`) and what is supported.
 */
export class WsdlError extends RescueError {
  override readonly name = "WsdlError";
  /** Where in the file, when the file is what is wrong. */
  readonly place: WsdlPlace | undefined;

  constructor(reason: string, place?: WsdlPlace, cause?: unknown) {
    super(place ? `${place.file}:${place.line}:${place.column}: ${reason}` : reason, {
      code: "WSDL",
      outcome: "not-sent",
      cause,
    });
    this.place = place;
  }
}

/** Text of a foreign document as a message may show it: quoted, printable, short. */
export function quoteForeign(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  return JSON.stringify(short).replace(/[^\x20-\x7e]/g, "?");
}
