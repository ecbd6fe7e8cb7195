import { runsConsole, worksAs } from "../../desk/person.js";
import type { OperationResult, UserCall } from "../call/call.js";

/**
 * getAccount and getAccount_v2: the caller's account and ids. iAdminID is 0 for who is no administrator, iTechID for who
 * has no technician seat or a disabled one (guide: getAccount); that a disabled administrator's node counts as none, too,
 * is inferred. bTcRunning tells whether the Technician Console runs.
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
