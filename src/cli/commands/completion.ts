import { Argument, type Command } from 'commander';
import { print } from '../output.js';

/** Adds `rapport completion SHELL`, which prints a script made from the commands as they are. */
export function addCompletion(program: Command): void {
  program
    .command('completion')
    .description('print a completion script')
    .addArgument(new Argument('<shell>', 'for which shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', '\nExample:\n  rapport completion bash >> ~/.bashrc')
    .action((shell: string) => print(shell === 'fish' ? fish(program) : bash(program, shell === 'zsh')));
}

function words(command: Command): string {
  return command.options
    .map((option) => option.long)
    .filter(Boolean)
    .join(' ');
}

function bash(program: Command, zsh: boolean): string {
  const names = program.commands.map((command) => command.name()).join(' ');
  const cases = program.commands.map((c) => `    ${c.name()}) options="${words(c)} --help" ;;`).join('\n');
  return `${zsh ? 'autoload -U +X bashcompinit && bashcompinit\n' : ''}_rapport() {
  local word="\${COMP_WORDS[COMP_CWORD]}" options=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases}
  esac
  if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word")); else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _rapport rapport
`;
}

function fish(program: Command): string {
  const lines = program.commands.flatMap((command) => [
    `complete -c rapport -n __fish_use_subcommand -a ${command.name()} -d '${command.description().replaceAll("'", "\\'")}'`,
    ...command.options.map(
      (option) =>
        `complete -c rapport -n '__fish_seen_subcommand_from ${command.name()}' -l ${option.long!.slice(2)} -d '${option.description.replaceAll("'", "\\'")}'`,
    ),
  ]);
  return `${lines.join('\n')}\n`;
}
