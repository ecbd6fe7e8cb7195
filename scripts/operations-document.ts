import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { callerText, classedOperations, limitText, traitsOf } from "../src/client/operations/operation-table.js";

/** The document that shows the table of operations. */
export const OPERATIONS_DOCUMENT = "docs/operations.md";

const HEAD = `---
title: What the client knows of each operation
group: Reference
---

# What the client knows of each operation

Written from \`src/client/operations/operation-table.ts\` by \`npm run operations\`; a test compares the two. The emulator has cards of its own. Sources: [sources.md](sources.md).

- \`read\` changes nothing and is retried. \`settings\` belong to a login and are retried on it. \`mutating\` changes something and is never repeated when it is
  unknown whether the first arrived. \`auth\` logs in or out, or replaces the auth code.
- *Settles with* names the read that shows whether a call took effect whose answer was lost.
- Limits hold for each user. \`login\` and \`rescue.pins\` wait for them; \`operations.X()\` does not, except for the login that it needs.
- An operation of a newer WSDL without a row can be called. It counts as \`mutating\`; \`rescue doctor\` and \`rescue generate\` list it.

`;

/** The text of the document. */
export function operationsDocument(): string {
  const rows = classedOperations().map((name) => {
    const { class: kind, supersededBy, settleWith } = traitsOf(name);
    return [`\`${name}\``, kind, callerText(name), limitText(name), code(supersededBy), code(settleWith)];
  });
  const head = ["operation", "class", "who may call", "limit", "newer variant", "settles with"];
  const lines = [head, head.map(() => "---"), ...rows].map((cells) =>
    `| ${cells.join(" | ")} |`.replace(/ {2,}/g, " "),
  );
  return `${HEAD}${lines.join("\n")}\n`;
}

function code(name: string | undefined): string {
  return name === undefined ? "" : `\`${name}\``;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(OPERATIONS_DOCUMENT, operationsDocument());
