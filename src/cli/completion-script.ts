import type { Command } from "commander";

/** The shells that a script can be made for. */
export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** What can follow one command: its sub-commands or, at the end of the line, its options. */
interface Completed {
  /** The words of the command after the program's name, such as `wsdl diff`. */
  readonly path: string;
  readonly words: readonly string[];
  /** The options that are followed by a value, each with the values to choose from; none for a file. */
  readonly values: readonly (readonly [flags: readonly string[], choices: readonly string[]])[];
}

/** The script that completes a program's command lines in a shell. Everything in it comes from the program. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = completedOf(program, []);
  const name = program.name();
  if (shell === "fish") return fishScript(name, commands);
  return bashScript(name, commands, shell === "zsh" ? ZSH_HEAD : "");
}

function completedOf(command: Command, path: readonly string[]): Completed[] {
  const help = command.createHelp();
  const options = help.visibleOptions(command);
  const flagsOf = ({ short, long }: { short?: string | undefined; long?: string | undefined }) =>
    [short, long].filter((flag) => flag !== undefined);
  const own: Completed = {
    path: path.join(" "),
    words: [
      ...help.visibleCommands(command).map((sub) => sub.name()),
      ...options.flatMap(flagsOf),
      ...choicesOf(command),
    ],
    values: options
      .filter(({ required, optional }) => required || optional)
      .map((option) => [flagsOf(option), option.argChoices ?? []]),
  };
  return [own, ...command.commands.flatMap((sub) => completedOf(sub, [...path, sub.name()]))];
}

function choicesOf(command: Command): readonly string[] {
  return command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
}

// zsh runs bash's completions.
const ZSH_HEAD = "autoload -U +X compinit bashcompinit && compinit -u && bashcompinit\n";

function bashScript(name: string, commands: readonly Completed[], head: string): string {
  const paths = commands.map(({ path }) => path).filter((path) => path !== "");
  const cases = commands.map(({ path, words, values }) => {
    const lines = values.map(([flags, choices]) => {
      const list = choices.length === 0 ? "compgen -f" : `compgen -W ${quoted(choices)}`;
      return `        ${flags.join("|")}) COMPREPLY=($(${list} -- "$word")); return ;;`;
    });
    return `    ${JSON.stringify(path)})
      case "$before" in
${lines.join("\n")}
      esac
      COMPREPLY=($(compgen -W ${quoted(words)} -- "$word")) ;;`;
  });
  return `# Completion of ${name}. Made by "${name} completion".
${head}_${name}() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" path="" next index
  for ((index = 1; index < COMP_CWORD; index++)); do
    next="\${path:+$path }\${COMP_WORDS[index]}"
    case "$next" in
      ${paths.map((path) => JSON.stringify(path)).join("|")}) path="$next" ;;
    esac
  done
  COMPREPLY=()
  case "$path" in
${cases.join("\n")}
  esac
}
complete -o bashdefault -F _${name} ${name}
`;
}

function quoted(words: readonly string[]): string {
  return `'${words.join(" ")}'`;
}

function fishScript(name: string, commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ path, words, values }) => {
    const here = `-n ${JSON.stringify(`test (__${name}_path) = '${path}'`)}`;
    return [
      ...words.filter((word) => !word.startsWith("-")).map((word) => `complete -c ${name} ${here} -f -a ${word}`),
      ...words
        .filter((word) => word.startsWith("--"))
        .map((flag) => {
          const found = values.find(([flags]) => flags.includes(flag));
          const value = found === undefined ? "" : found[1].length === 0 ? " -r -F" : ` -x -a '${found[1].join(" ")}'`;
          return `complete -c ${name} ${here} -l ${flag.slice(2)}${value}`;
        }),
    ];
  });
  const paths = commands.map(({ path }) => path).filter((path) => path !== "");
  return `# Completion of ${name}. Made by "${name} completion".
function __${name}_path
  set -l path ""
  for word in (commandline -opc)[2..-1]
    set -l next (string trim -- "$path $word")
    contains -- "$next" ${paths.map((path) => `'${path}'`).join(" ")}; and set path $next
  end
  echo "$path"
end
${lines.join("\n")}
`;
}
