import { Argument, type Command } from "commander";
import { completionScript, SHELLS, type Shell } from "./completion-script.js";
import { withExamples } from "./examples.js";
import { output } from "./output.js";

/** `rescue completion bash|zsh|fish` */
export function addCompletionCommand(program: Command): void {
  withExamples(program.command("completion"), "completion")
    .description("print a script that completes command lines of rescue in a shell")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .action(async (shell: Shell) => {
      await output.document(completionScript(program, shell));
    });
}
