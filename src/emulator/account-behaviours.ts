import type { Behaviour } from "./behaviour.js";
import { callerOf } from "./caller.js";

/** The caller's account and ids. iAdminID is 0 for who is no administrator, iTechID for who has no technician seat. */
export const getAccount: Behaviour = (call) => {
  const caller = callerOf(call);
  if ("refused" in caller) return { result: caller.refused };
  const { id, email, role } = caller.user;
  const admin = role === "administrator";
  return {
    result: "OK",
    out: {
      iAccountID: 1,
      sOrganization: "Emulated Support Desk",
      iAdminID: admin ? id : 0,
      iTechID: admin ? 0 : id,
      sEmail: email,
    },
  };
};
