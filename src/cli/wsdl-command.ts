import { type Command, Option } from "commander";
import { withNetworkOptions } from "./connection-options.js";
import { withReportOptions } from "./report-options.js";
import { withStrictOption } from "./strict-option.js";
import type { ComparisonFlags, ShowFlags } from "./wsdl-actions.js";

/** `rescue wsdl diff`, `check` and `show` */
export function addWsdlCommand(program: Command): void {
  const wsdl = program.command("wsdl").description("compare WSDLs by their meaning, and show them");

  withNetworkOptions(withStrictOption(withReportOptions(wsdl.command("diff"))))
    .description("report what a new WSDL changes for code and calls that were written for an old one")
    .argument("<old>", SOURCE)
    .argument("<new>", SOURCE)
    .addHelpText("after", EXIT_CODES)
    .action(async (old: string, now: string, flags: ComparisonFlags) => {
      const { diffWsdls } = await import("./wsdl-actions.js");
      await diffWsdls(old, now, flags);
    });

  withNetworkOptions(withStrictOption(withReportOptions(wsdl.command("check"))))
    .description("compare this package's WSDL with the one that the service serves now")
    .addOption(new Option("--endpoint <url>", "address of the service (default: the vendor's)").env("RESCUE_ENDPOINT"))
    .addHelpText("after", EXIT_CODES)
    .action(async (flags: ComparisonFlags & { readonly endpoint?: string }) => {
      const { checkWsdl } = await import("./wsdl-actions.js");
      await checkWsdl(flags.endpoint, flags);
    });

  withNetworkOptions(withStrictOption(wsdl.command("show")))
    .description("print the contract: all operations, or one operation with its types")
    .argument("[operation]", "the name of an operation")
    .option("--wsdl <source>", SOURCE, "packaged")
    .option("--json", "print it as JSON")
    .addHelpText(
      "after",
      "\nExit codes: 0 shown, 2 usage, 5 the WSDL cannot be loaded, 6 it, or the operation, cannot be read.",
    )
    .action(
      async (operation: string | undefined, { wsdl: source, ...flags }: ShowFlags & { readonly wsdl: string }) => {
        const { showWsdl } = await import("./wsdl-actions.js");
        await showWsdl(operation, source, flags);
      },
    );
}

const SOURCE = 'a file, an https URL, or "packaged" for the WSDL of this package';

const EXIT_CODES = `
Exit codes: 0 same or cosmetic, 10 additive, 11 risky, 12 breaking, 2 usage, 5 a WSDL cannot be loaded,
6 a WSDL cannot be read, 74 the output could not be written.`;
