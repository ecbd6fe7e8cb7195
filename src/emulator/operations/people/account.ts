import { runsConsole, worksAs } from "../../desk/person.js";
import type { OperationResult, UserCall } from "../call/call.js";

/**
 * getAccount and getAccount_v2: the caller's account and ids. iAdminID is 0 for a user who is not an administrator,
 * iTechID for one whose technician seat is missing or disabled (guide: getAccount); that a disabled administrator's
 * node counts as missing, too, is inferred. bTcRunning says whether the Technician Console is running.
 */
export function getAccount(call: UserCall): OperationResult {
  const { user } = call;
  const { id, organization } = call.desk.account;
  const idAs = (role: keyof typeof user.nodes) => (worksAs(user, role) ? user.nodes[role] : undefined);
  return {
    code: "OK",
    out: {
      iAccountID: id,
      sOrganization: organization,
      iAdminID: idAs("masterAdministrator") ?? idAs("administrator") ?? 0,
      iTechID: idAs("technician") ?? 0,
      sEmail: user.email,
      bTcRunning: worksAs(user, "technician") && runsConsole(user),
    },
  };
}
