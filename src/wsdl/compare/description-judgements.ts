import type { Judgement } from "./finding.js";

/** The impact of changes outside the contract: none on types; on the wire, it depends on how the port is used. */

export const DOCUMENTATION: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "Only text for people changes.",
};

export const PRIMARY_REMOVED: Judgement = {
  wire: "breaking",
  types: "cosmetic",
  reason: "It is the protocol that the old client uses; the service rejects its requests now.",
};

export const OTHER_SOAP_REMOVED: Judgement = {
  wire: "risky",
  types: "cosmetic",
  reason: "Clients configured for this SOAP version are rejected; those for the other one are not affected.",
};

export const SOAP_ADDED: Judgement = {
  wire: "additive",
  types: "cosmetic",
  reason: "The service can also be called with this SOAP version.",
};

export const UNUSED_BINDING: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "This client does not use the binding, and no code is generated for it.",
};

export const OPERATION_UNBOUND: Judgement = {
  wire: "risky",
  types: "cosmetic",
  reason: "Clients configured for this SOAP version can no longer call it.",
};

export const OPERATION_BOUND: Judgement = {
  wire: "additive",
  types: "cosmetic",
  reason: "It can also be called with this SOAP version.",
};

export const STYLE: Judgement = {
  wire: "risky",
  types: "cosmetic",
  reason:
    "Messages of this port are encoded differently: the service no longer understands clients configured for its SOAP version.",
};

export const UNUSED_ACTION: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "The client uses the SOAPAction of the contract's port, and ASMX ignores an unknown SOAP 1.2 action.",
};

export const UNUSED_NAME: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "No code is generated for this port.",
};

export const UNUSED_ADDRESS: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "The client calls the address of the contract's port, or the one it is configured with.",
};
