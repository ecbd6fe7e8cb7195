import { lookUp } from "../../soap/contract/contract.js";
import type { KnownArea } from "../desk/report-area.js";
import type { SessionStatus } from "../desk/session-status.js";
import type { SupportSession } from "../desk/support-session.js";

/** The report of an area: its columns, and which of the ended sessions have a row. */
export interface AreaRows {
  readonly headings: readonly string[];
  readonly includes: (session: SupportSession) => boolean;
}

const everyone = () => true;
// The desk does not have the data of these areas: logins, survey answers, chats between technicians.
const nobody = () => false;

const isPickedUp = ({ pickedUpAt, spent }: SupportSession) => pickedUpAt !== undefined || spent.active !== undefined;
// What ends before the customer is in the queue (inferred from the names of the statuses).
const FAILED: ReadonlySet<SessionStatus> = new Set<SessionStatus>([
  "CUSTOMERLEFTSESSION_WASNOTPICKEDUP",
  "SYSTEMTIMEOUT_NOTPICKEDUP",
  "TERMSANDCONDITIONSDECLINED",
]);
const hasFailed = ({ status }: SupportSession) => FAILED.has(status);

const CUSTOMER: readonly string[] = [
  "Name",
  "Custom field 1",
  "Custom field 2",
  "Custom field 3",
  "Custom field 4",
  "Custom field 5",
  "Tracking ID",
];
const TECHNICIAN: readonly string[] = ["Technician Name", "Technician ID", "Technician Email"];
const CHANNEL: readonly string[] = ["Channel ID", "Channel Name"];
const SURVEY: readonly string[] = ["Source", "Session ID", "Date", "Name", ...TECHNICIAN];
const TIMES: readonly string[] = ["Start Time", "End Time"];

// The service's list; two of its columns (the group, the host name) are where published clients show them.
const SESSION: readonly string[] = [
  ...TIMES,
  "Last Action Time",
  ...TECHNICIAN,
  "Technician Group",
  "Session ID",
  "Session Type",
  "Status",
  ...CUSTOMER,
  "Customer IP",
  "Device ID",
  "Incident Tools Used",
  "Resolved Unresolved",
  ...CHANNEL,
  "Calling Card",
  "Connecting Time",
  "Waiting Time",
  "Total Time",
  "Active Time",
  "Work Time",
  "Hold Time",
  "Time in Transfer",
  "Rebooting Time",
  "Reconnecting Time",
  "Platform",
  "Browser Type",
  "Host Name",
];

/** The areas that have rows of something else: a technician's totals, transfers. */
type OtherRows = "PERFORMANCE" | "TRANSFERRED_SESSIONS" | "TRANSFERRED_SESSIONS_EXTENDED";

/**
 * The areas with a row for each session. The columns of SESSION are the guide's, those of the surveys a published
 * client's; all others are inferred, and so are the sessions that an area contains.
 */
const AREA_ROWS: Readonly<Record<Exclude<KnownArea, OtherRows>, AreaRows>> = {
  SESSION: { headings: SESSION, includes: everyone },
  CUSTOMER_SURVEY: { headings: SURVEY, includes: nobody },
  LOGIN: { headings: [...TIMES, ...TECHNICIAN, "Total Login Time"], includes: nobody },
  MISSED_SESSION: {
    headings: [...TIMES, "Waiting Time", "Session ID", "Status", ...CUSTOMER, ...CHANNEL],
    includes: (session) => !isPickedUp(session) && !hasFailed(session),
  },
  CHAT_LOG: {
    headings: [...TIMES, "Session ID", ...TECHNICIAN, ...CUSTOMER, "Chat Log"],
    includes: ({ chat }) => chat.length > 0,
  },
  CUSTOM_FIELDS: { headings: ["Session ID", ...TIMES, ...TECHNICIAN, ...CUSTOMER], includes: everyone },
  TECHNICIAN_SURVEY: { headings: SURVEY, includes: nobody },
  COLLABORATION_CHAT_LOG: { headings: [...TIMES, "Session ID", ...TECHNICIAN, "Chat Log"], includes: nobody },
  FAILED_SESSION: {
    headings: [...TIMES, "Connecting Time", "Session ID", "Status", ...CUSTOMER, ...CHANNEL],
    includes: hasFailed,
  },
};

/** An area that only a WSDL lists: its report is not known and therefore has no rows. */
const UNKNOWN_AREA: AreaRows = { headings: [...TIMES, "Session ID", ...TECHNICIAN], includes: nobody };

/** The report of an area, except for the areas of totals and transfers. */
export function areaRows(area: string): AreaRows {
  return lookUp<AreaRows>(AREA_ROWS, area) ?? UNKNOWN_AREA;
}
