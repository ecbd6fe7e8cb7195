import { brand } from "./brand.js";
import { RescueError } from "./rescue-error.js";

/** A `soap:Fault`, SOAP 1.1 and 1.2 brought to one shape. */
export interface SoapFault {
  /**
   * `faultcode` (1.1), or `Code/Value` followed by its subcodes after slashes (1.2), as sent: `soap:Server`,
   * `soap:Receiver`.
   */
  readonly faultCode: string;
  /** `faultstring` (1.1) or the first `Reason/Text` (1.2). */
  readonly faultString: string;
  /** The content of `detail`/`Detail` as XML, cut at 16 KiB; absent when there is none. */
  readonly detail?: string;
}

// The codes of SOAP 1.1 and 1.2 that blame the request: it was refused before anything was done.
const FAULTY_REQUEST = new Set(["Client", "Sender", "VersionMismatch", "MustUnderstand", "DataEncodingUnknown"]);

/**
 * True where a fault says that the request was refused as it is. A `soap:Server`, a `soap:Receiver` or a code of the
 * service's own may come from anywhere in a method, after a change too.
 */
export function refusesRequest({ faultCode }: SoapFault): boolean {
  // It may have a prefix; subcodes follow after a dot (1.1) or a slash (1.2).
  return FAULTY_REQUEST.has(/^(?:[^:./]*:)?([^./]*)/.exec(faultCode)?.[1] ?? "");
}

/**
 * The service answered with a `soap:Fault`: it could not read the request, or an exception ended the operation.
 *
 * What to do: a `soap:Client`/`soap:Sender` fault says that the request does not fit the service, so compare the WSDL;
 * a `soap:Server`/`soap:Receiver` fault is the service's own failure, and an exception may come after the change.
 */
export class SoapFaultError extends RescueError implements SoapFault {
  static {
    brand(SoapFaultError, "SoapFaultError");
  }

  override readonly name = "SoapFaultError";
  readonly faultCode: string;
  readonly faultString: string;
  declare readonly detail?: string;

  constructor(operation: string, fault: SoapFault) {
    super(`${operation} answered with a fault, ${fault.faultCode}: ${fault.faultString}`, {
      code: "SOAP_FAULT",
      operation,
      outcome: "answered",
    });
    this.faultCode = fault.faultCode;
    this.faultString = fault.faultString;
    if (fault.detail !== undefined) this.detail = fault.detail;
  }
}
