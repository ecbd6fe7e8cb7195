import { worksAs } from "../../desk/person.js";
import type { Answer, Behaviour, Call } from "../call.js";
import { textOf } from "../parameters.js";

/** An address that signs a technician in to the web console (guide, getLoginTicket). Nothing is served there. */
export const getLoginTicket: Behaviour = (call) =>
  withTicket(call, (ticket) => `${call.origin}/SSO/Login.aspx?Ticket=${ticket}`);

/** As getLoginTicket, for the desktop console; `arch` is in the address where it was sent (inferred). */
export const getDTCLoginTicket: Behaviour = (call) =>
  withTicket(call, (ticket) => {
    const { desk, origin, parameters } = call;
    const arch = textOf(parameters, "sArch");
    const query = new URLSearchParams({ companyid: desk.account.companyId, ticket, ...(arch === "" ? {} : { arch }) });
    return `${origin}/TechConsole/DesktopApp/DownloadSSO.aspx?${query}`;
  });

/**
 * A single sign-on with the account's own password (administration documents; guide, requestAuthCodeSSO). The order of the
 * checks, and that a disabled technician is none, are inferred.
 */
function withTicket({ desk, parameters }: Call, addressOf: (ticket: string) => string): Answer {
  const [ssoId, password, company] = ["sSSOID", "sPassword", "sCompanyID"].map((name) =>
    textOf(parameters, name).trim(),
  );
  if (!ssoId || !password || !company) return { result: "MissingParameters" };
  if (company !== desk.account.companyId) return { result: "InvalidCompanyID" };
  const technician = desk.people.withSsoId(ssoId);
  if (technician?.always) return { result: technician.always };
  const { ssoPassword } = desk.account;
  const opens = ssoPassword !== "" && textOf(parameters, "sPassword") === ssoPassword;
  if (!opens || !technician || !worksAs(technician, "technician")) return { result: "InvalidPassword" };
  const sAddress = addressOf(desk.random.ticket());
  return { result: "OK", out: { sAddress }, changed: technician.email };
}
