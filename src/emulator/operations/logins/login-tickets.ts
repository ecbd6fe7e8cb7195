import { worksAs } from "../../desk/person.js";
import type { Call, OperationResult } from "../call/call.js";
import { textParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";

/** An address that signs a technician in to the web console (guide: getLoginTicket). Nothing is served there. */
export function getLoginTicket(call: Call): OperationResult {
  return withTicket(call, (ticket) => `${call.origin}/SSO/Login.aspx?Ticket=${ticket}`);
}

/** As getLoginTicket, for the desktop console; `arch` is in the address if it was sent (inferred). */
export function getDTCLoginTicket(call: Call): OperationResult {
  return withTicket(call, (ticket) => {
    const { desk, origin, parameters } = call;
    const arch = textParameter(parameters, "sArch");
    const query = new URLSearchParams({ companyid: desk.account.companyId, ticket, ...(arch === "" ? {} : { arch }) });
    return `${origin}/TechConsole/DesktopApp/DownloadSSO.aspx?${query}`;
  });
}

/**
 * A single sign-on with the account's own password (guide: requestAuthCodeSSO; administration documents). The order of
 * the checks, and that a disabled technician is refused, are inferred.
 */
function withTicket({ desk, parameters }: Call, addressOf: (ticket: string) => string): OperationResult {
  const [ssoId, password, company] = ["sSSOID", "sPassword", "sCompanyID"].map((name) =>
    textParameter(parameters, name).trim(),
  );
  if (!ssoId || !password || !company) throw new Refusal("MissingParameters");
  if (company !== desk.account.companyId) throw new Refusal("InvalidCompanyID");
  const technician = desk.people.withSsoId(ssoId);
  if (technician?.always) throw new Refusal(technician.always);
  const { ssoPassword } = desk.account;
  const opens = ssoPassword !== "" && textParameter(parameters, "sPassword") === ssoPassword;
  if (!opens || !technician || !worksAs(technician, "technician")) throw new Refusal("InvalidPassword");
  const sAddress = addressOf(desk.random.ticket());
  return { code: "OK", out: { sAddress }, changed: technician.email };
}
