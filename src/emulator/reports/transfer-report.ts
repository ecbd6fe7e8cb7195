import { chatLog } from "../desk/chat-log.js";
import type { Desk } from "../desk/desk.js";
import { nodeName } from "../desk/node-name.js";
import type { PastTransfer, SupportSession } from "../desk/support-session.js";
import { listTime } from "../desk/time-text.js";
import { durationText } from "./duration-text.js";
import type { ReportTable } from "./report-table.js";
import { reportTechnicians } from "./report-technicians.js";

// Headings as a published client expects them; their order is inferred.
const HEADINGS: readonly string[] = [
  "Session ID",
  "Time of Transfer",
  "Waiting Time",
  "Name",
  "Transferred By – Technician ID",
  "Transferred By",
  "Transferred From – Technician/Channel ID",
  "Transferred From",
  "Transferred To – Technician/Channel ID",
  "Transferred To",
  "Transfer Comment",
  "Time in Transfer",
];
const MORE_HEADINGS: readonly string[] = [
  "Transferred From – Technician Group ID",
  "Transferred From – Technician Group",
  "Transferred To – Technician Group ID",
  "Transferred To – Technician Group",
  "Chatlog",
];

/**
 * A row for each transfer, cancelled ones included (inferred). A session of which only the fact of a transfer is known
 * has one row.
 *
 * @param extended with the groups and the chat, as area 16 has them.
 * @param timezone the offset of the written times from UTC, in minutes.
 */
export function transferReport(
  desk: Desk,
  sessions: Iterable<SupportSession>,
  timezone: number,
  extended: boolean,
): ReportTable {
  const headings = extended ? [...HEADINGS, ...MORE_HEADINGS] : HEADINGS;
  return { headings, rows: rowsOf(desk, sessions, timezone, extended) };
}

function* rowsOf(
  desk: Desk,
  sessions: Iterable<SupportSession>,
  timezone: number,
  extended: boolean,
): Iterable<readonly string[]> {
  const technician = reportTechnicians(desk);
  for (const session of sessions) {
    for (const transfer of transfersOf(session)) {
      const cells = cellsOf(desk, session, transfer, timezone);
      if (extended) {
        const from = technician(transfer?.from.technician);
        const to = technician(transfer?.kind === "NODE" ? transfer.to : undefined);
        cells.push(from.groupId, from.group, to.groupId, to.group, chatLog(session, timezone));
      }
      yield cells;
    }
  }
}

function transfersOf({ transfers, spent, status }: SupportSession): readonly (PastTransfer | undefined)[] {
  if (transfers.length > 0) return transfers;
  const transferred = spent.transfer !== undefined || status.startsWith("CLOSED_TRANSFERREDANOTHERTECH");
  return transferred ? [undefined] : [];
}

function cellsOf(
  desk: Desk,
  { id, spent, customFields }: SupportSession,
  transfer: PastTransfer | undefined,
  timezone: number,
): string[] {
  const named = (node: number | undefined) => [node === undefined ? "" : String(node), nodeName(desk, node)];
  return [
    String(id),
    transfer ? listTime(transfer.at + timezone * 60_000) : "",
    durationText(spent.waiting),
    customFields[0] ?? "",
    ...named(transfer?.by),
    ...named(transfer?.from.technician ?? transfer?.from.channel),
    ...named(transfer?.to),
    transfer?.comment ?? "",
    durationText(transfer ? (transfer.until - transfer.at) / 1000 : spent.transfer),
  ];
}
