import type { Command } from "commander";
import type { HierarchyNode } from "../client/jobs/desk.js";
import { callerText } from "../client/operations/operation-table.js";
import { AbortedError } from "../errors/aborted-error.js";
import { NotAuthenticatedError } from "../errors/not-authenticated-error.js";
import { RescueResultError } from "../errors/result-error.js";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { withExamples } from "./examples.js";
import { EXIT } from "./exit-codes.js";
import { type ListFlags, printList, withListOptions } from "./list-options.js";
import { withListed } from "./listed-arguments.js";
import { output } from "./output.js";
import type { TableRow } from "./table.js";
import { UsageError } from "./usage-error.js";
import { withClient } from "./with-client.js";

const NODE_COLUMNS = ["id", "type", "status", "name", "email"];
const USER_COLUMNS = ["id", "role", "status", "name", "email"];
const DEEPEST = 20;

/** `rescue hierarchy` */
export function addHierarchyCommand(program: Command): void {
  withExamples(withListOptions(withConnectionOptions(program.command("hierarchy"))), "hierarchy")
    .description(`list the organization tree (for ${callerText("getHierarchy_v2")})`)
    .action(async (flags: ListFlags & ConnectionFlags) => {
      await withClient(flags, async ({ desk }, options) => {
        const { nodes } = await desk.hierarchy(options);
        const isTable = !flags.json && !flags.csv;
        const rows = nodes.map((node) => (isTable ? indented(node) : nodeRow(node)));
        await printList(isTable ? NODE_COLUMNS : ["parent", ...NODE_COLUMNS, "description"], rows, flags);
      });
    });
}

/** `rescue users` */
export function addUsersCommand(program: Command): void {
  withExamples(withListOptions(withConnectionOptions(program.command("users"))), "users")
    .description(`list the users, or show those that are named (for ${callerText("getUser_v3")})`)
    .argument("[who...]", "ids of user nodes, or e-mail addresses")
    .option("--from <file>", "more users, one a line; - for standard input")
    .action(async (texts: string[], flags: ListFlags & ConnectionFlags & { readonly from?: string }) => {
      const { from } = flags;
      const asked = (from === undefined ? texts : await withListed(texts, from, "user")).map(parseWho);
      await withClient(
        flags,
        async ({ desk }, options) => {
          if (asked.length === 0) {
            const { nodes } = await desk.hierarchy(options);
            await printList(USER_COLUMNS, nodes.filter(({ role }) => role !== undefined).map(nodeRow), flags);
            return;
          }
          const users: TableRow[] = [];
          for (const [index, who] of asked.entries()) {
            try {
              users.push({ ...(await desk.user(who, options)) });
            } catch (error) {
              if (error instanceof AbortedError) {
                process.exitCode = EXIT.interrupted;
                await output.problem(`rescue: interrupted: not read: ${asked.slice(index).join(", ")}`);
                break;
              }
              // One that the service does not show says nothing of the others.
              if (!(error instanceof RescueResultError) || error instanceof NotAuthenticatedError) throw error;
              process.exitCode = EXIT.refused;
              await output.problem(`rescue: ${who}: ${error.message}`);
            }
          }
          if (users.length === 0) return;
          await printList([...USER_COLUMNS, "nick", "ssoId", "mobileAddOn", "rpatAddOn"], users, flags);
        },
        from === "-",
      );
    });
}

function nodeRow({ children: _, ...node }: HierarchyNode): TableRow {
  return node;
}

// The service decides how deep the tree is.
function indented(node: HierarchyNode): TableRow {
  return { ...nodeRow(node), name: `${"  ".repeat(Math.min(node.depth, DEEPEST))}${node.name}` };
}

function parseWho(text: string): number | string {
  if (text.includes("@")) return text;
  const id = /^-?[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
  if (id === undefined)
    throw new UsageError(`${JSON.stringify(text)} is neither an e-mail address nor the id of a node`);
  return id;
}
