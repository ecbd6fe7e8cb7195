import { PIECE_ROWS, rowPieces } from "../http/pieces.js";
import type { Layout } from "./form.js";
import { itemsOf, memberOf, textFor } from "./text-layouts.js";

type Column = readonly [heading: string, field: string];

const FIRST: readonly Column[] = [
  ["ID", "iID"],
  ["Status", "sStatus"],
  ["Entry ID", "iEntry"],
  ["Entry", "sEntry"],
  ["Technician ID", "iTechnician"],
  ["Technician", "sTechnician"],
  ["Start Time", "sStartTime"],
  ["Waiting Time", "iWaitingTimeInSec"],
];
const LAST: readonly Column[] = [
  ["Language", "sLanguage"],
  ["Transferred To", "sTransferredTo"],
  ["Transferred Comment", "sTransferredComment"],
  ["Is Lead Technician", "bIsLead"],
  ["HandingOff", "bHandingOff"],
];

/**
 * getSession's table: a heading row and a row for each session, every cell followed by a bar and every row by a line
 * feed. Bars and line feeds inside a value are not escaped (published clients).
 *
 * @param customFields how many of the six are shown: 3 up to getSession_v2, 6 from getSession_v3.
 */
export function sessionTable(customFields: number): Layout {
  const fields = Array.from({ length: customFields }, (_, at): Column => [`Custom Field ${at}`, `sCustomField${at}`]);
  const columns = [...FIRST, ...fields, ...LAST];
  return (out) => {
    const sessions = itemsOf(memberOf(out, "aSessions"));
    const heading = `${columns.map(([name]) => name).join("|")}|\n`;
    const row = (session: unknown) => columns.map(([, field]) => `${cell(field, memberOf(session, field))}|`).join("");
    const pieces = rowPieces(heading, sessions, (session) => `${row(session)}\n`, "");
    return sessions.length > PIECE_ROWS ? pieces : [...pieces()].join("");
  };
}

function cell(field: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "";
  // Over SOAP the time has seconds, here it has none.
  return field === "sStartTime" ? textFor(value).replace(/(:\d\d):\d\d(?= [AP]M$)/, "$1") : textFor(value);
}
