import { type Command, Option } from "commander";

/** How a comparison is to be printed. */
export interface ReportFlags {
  readonly json?: true;
  readonly markdown?: true;
}

export function withReportOptions(command: Command): Command {
  return command
    .addOption(new Option("--json", "print the comparison as JSON").conflicts("markdown"))
    .addOption(new Option("--markdown", "print it as Markdown, for a changelog or a pull request"));
}
