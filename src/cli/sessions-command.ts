import { type Command, Option } from "commander";
import type { RescueSession, SessionQueue } from "../client/jobs/sessions.js";
import { callerText } from "../client/operations/operation-table.js";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { withExamples } from "./examples.js";
import { type ListFlags, printList, withListOptions } from "./list-options.js";
import { parseNode } from "./node-arguments.js";
import type { TableRow } from "./table.js";
import { withClient } from "./with-client.js";

const COLUMNS = ["id", "word", "technician", "channel", "started", "waiting", "customer", "transferredTo"];
// A program that reads CSV finds the same columns for an empty queue.
const CSV_COLUMNS = [
  ...["id", "word", "status", "statusText", "technician", "technicianId", "channel", "channelId", "started"],
  ...["startLocal", "waiting", "customer", "customField1", "customField2", "customField3", "customField4"],
  ...["customField5", "language", "transferredTo", "transferComment"],
];

/** What a node of a queue is. */
export function refOption(): Option {
  return new Option("--ref <kind>", "what the node is").choices(["node", "channel"]).default("node");
}

/** `rescue sessions` */
export function addSessionsCommand(program: Command): void {
  withExamples(withListOptions(withConnectionOptions(program.command("sessions"))), "sessions")
    .description(`list the sessions in the queue of a technician or channel (for ${callerText("getSession_V3")})`)
    .addOption(
      new Option("--node <id>", "node id of a technician or channel").argParser(parseNode).makeOptionMandatory(),
    )
    .addOption(refOption())
    .addHelpText("after", HELP)
    .action(async ({ node, ref, ...flags }: SessionQueue & ListFlags & ConnectionFlags) => {
      await withClient(flags, async ({ sessions }, options) => {
        await printList(COLUMNS, (await sessions.list({ node, ref }, options)).map(sessionRow), flags, CSV_COLUMNS);
      });
    });
}

/** A session as a row. */
export function sessionRow(session: RescueSession): TableRow {
  const { id, word, status, technician, channel, customFields } = session;
  const [customer = ""] = customFields;
  return {
    id,
    word,
    status,
    statusText: session.statusText,
    technician: technician?.name,
    technicianId: technician?.id,
    channel: channel?.name,
    channelId: channel?.id,
    started: session.startTime,
    startLocal: session.startLocal,
    waiting: session.waitingSeconds,
    customer,
    ...Object.fromEntries(customFields.slice(1).map((field, index) => [`customField${index + 1}`, field])),
    language: session.language,
    transferredTo: session.transferredTo,
    transferComment: session.transferComment,
  };
}

const HELP = `
"started" has no zone: no document of the service names one. "waiting" is in seconds, since the status last changed.`;
