import type { Behaviour } from "./behaviour.js";
import { callerOf } from "./caller.js";

/** The caller's account and ids. iAdminID is 0 for who is no administrator, iTechID for who has no technician seat. */
export const getAccount: Behaviour = (call) => {
  const caller = callerOf(call);
  if ("refused" in caller) return { result: caller.refused };
  const { email, nodes } = caller.user;
  const { id, organization } = call.desk.account;
  return {
    result: "OK",
    out: {
      iAccountID: id,
      sOrganization: organization,
      iAdminID: nodes.masterAdministrator ?? nodes.administrator ?? 0,
      iTechID: nodes.technician ?? 0,
      sEmail: email,
    },
  };
};
