import type { Command } from "commander";
import { withNetworkOptions } from "./connection-options.js";
import type { NetworkFlags } from "./network-settings.js";
import { type StrictFlag, withStrictOption } from "./strict-option.js";

interface GenerateFlags extends StrictFlag, NetworkFlags {
  readonly wsdl: string;
  readonly out: string;
  readonly check?: true;
}

/** `rescue generate` */
export function addGenerateCommand(program: Command): void {
  withNetworkOptions(withStrictOption(program.command("generate")))
    .description("generate contract, types and stubs of your own WSDL into your project")
    .requiredOption("--wsdl <source>", 'a file, an https URL, or "packaged" for the WSDL of this package')
    .requiredOption("--out <folder>", "the folder to write; all its content is replaced")
    .option("--check", "write nothing; exit with 1 if the folder is not up to date with the WSDL")
    .addHelpText("after", HELP)
    .action(async ({ wsdl, out, ...flags }: GenerateFlags) => {
      const { generateInto } = await import("./generate-into.js");
      await generateInto(wsdl, out, flags);
    });
}

const HELP = `
Then: new RescueClient<OperationTypes>({ contract, … }), with both imported from that folder.
Exit codes: 0 written, or up to date; 1 not up to date; 2 usage; 5 the WSDL cannot be loaded;
6 it cannot be read; 74 the output could not be written.`;
