import type { Judgement } from "./finding.js";

/** What a change beside the contract does: nothing to the types, and to the wire what its port is used for. */

export const DOCUMENTATION: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "Only what people read changes.",
};

export const PRIMARY_REMOVED: Judgement = {
  wire: "breaking",
  types: "cosmetic",
  reason: "It is the protocol that the old client was made for, and its requests are refused now.",
};

export const OTHER_SOAP_REMOVED: Judgement = {
  wire: "risky",
  types: "cosmetic",
  reason: "Clients that are set to this SOAP version are refused; those with the other one notice nothing.",
};

export const SOAP_ADDED: Judgement = {
  wire: "additive",
  types: "cosmetic",
  reason: "The service can be called in this SOAP version too.",
};

export const UNUSED_BINDING: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "This client does not use the binding, and no code is generated for it.",
};

export const OPERATION_UNBOUND: Judgement = {
  wire: "risky",
  types: "cosmetic",
  reason: "Clients that are set to this SOAP version can no longer call it.",
};

export const OPERATION_BOUND: Judgement = {
  wire: "additive",
  types: "cosmetic",
  reason: "It can be called in this SOAP version too.",
};

export const STYLE: Judgement = {
  wire: "risky",
  types: "cosmetic",
  reason:
    "Messages of this port are formed in another way: clients that are set to its SOAP version are no longer understood.",
};

export const UNUSED_ACTION: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "The client takes the SOAPAction of the contract's port, and ASMX passes over an unknown action of SOAP 1.2.",
};

export const UNUSED_NAME: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "No code is generated for this port.",
};

export const UNUSED_ADDRESS: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "The client calls the address of the contract's port, or the one it is given.",
};
