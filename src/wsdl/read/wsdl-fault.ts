import { WsdlError, type WsdlPlace } from "../load/wsdl-error.js";

/**
 * An unsupported or invalid part of a WSDL. While an operation or type is read, it affects only what needs the part;
 * anywhere else it is not caught, and refuses the whole WSDL.
 */
export class WsdlFault extends WsdlError {
  /** The message without the place. */
  readonly reason: string;
  declare readonly place: WsdlPlace;

  constructor(reason: string, place: WsdlPlace) {
    super(reason, place);
    this.reason = reason;
  }
}

/** The result of `work`, or the fault that it threw. */
export function attempt<T>(work: () => T): T | WsdlFault {
  try {
    return work();
  } catch (error) {
    if (error instanceof WsdlFault) return error;
    throw error;
  }
}
