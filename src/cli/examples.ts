import type { Command } from "commander";

/** A command line, and what it is for. */
export interface Example {
  readonly line: string;
  readonly about: string;
}

/**
 * Command lines that help shows, by the command that they belong to. `docs/command-line.md` shows the same ones; a test
 * compares the two, and parses each line.
 */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  close: [
    { line: "rescue close 12345678 23456789", about: "one after the other, over one login" },
    { line: "rescue close --from sessions.txt --json", about: "the ids in a file, one a line" },
    { line: "rescue close 12345678 --jar ~/.rescue-login", about: "uses the login that another run has left" },
    { line: "rescue close 12345678 --credential-command 'pass show rescue'", about: "asks a password manager" },
  ],
  sessions: [
    { line: "rescue sessions --node 201", about: "the queue of a technician, as a table" },
    { line: "rescue sessions --node 401 --ref channel --json", about: "the queue of a channel, as JSON" },
  ],
  watch: [
    { line: "rescue watch --node 401 --ref channel --interval 5", about: "what changes in a channel's queue" },
    { line: "rescue watch --node 201,202 --json", about: "two queues, as JSON" },
  ],
  report: [
    {
      line: "rescue report SESSION --node 1 --from 2026-10-01 --zone Europe/Berlin --out october.csv",
      about: "a file that the same command goes on with",
    },
    { line: "rescue report CHAT_LOG --node 1 --from 2026-10-01 --ndjson", about: "one JSON object a row" },
  ],
  pin: [{ line: "rescue pin --field Ann --tracking TICKET-7", about: "a PIN with its link, for a ticket" }],
  hierarchy: [{ line: "rescue hierarchy", about: "the organization as a tree" }],
  users: [{ line: "rescue users some@email.com --json", about: "what is known of one user" }],
  doctor: [{ line: "rescue doctor", about: "who am I there, and may I close sessions?" }],
  call: [
    { line: "rescue call getSession_V3 iNodeID=200 eNodeRef=NODE", about: "prints the sessions of a node as a table" },
    { line: "rescue call closeSession iSession=12345678 --dry-run", about: "prints the envelope and sends nothing" },
    { line: "rescue call getAccount --raw", about: "prints the reply as it came, without secrets" },
  ],
  "auth request": [{ line: "rescue auth request", about: "a new auth code; the one before it ends" }],
  "auth sso": [{ line: "rescue auth sso --yes", about: "by single sign-on, without a question" }],
  completion: [
    { line: "rescue completion bash > ~/.local/share/bash-completion/completions/rescue", about: "for bash" },
  ],
};

/** Adds the examples of a command to its help. */
export function withExamples(command: Command, name: string): Command {
  const examples = EXAMPLES[name] ?? [];
  const lines = examples.map(({ line, about }) => `  ${line}\n      ${about}`);
  return command.addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}
