import { WsdlError, type WsdlPlace } from "../load/wsdl-error.js";

/**
 * A part of a WSDL that is not carried, or not right. Where an operation or type is being read, it concerns what needs
 * the part, and nothing else; anywhere else nobody catches it, and it concerns the WSDL as a whole.
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

/** What `work` gives, or the fault that it met. */
export function attempt<T>(work: () => T): T | WsdlFault {
  try {
    return work();
  } catch (error) {
    if (error instanceof WsdlFault) return error;
    throw error;
  }
}
