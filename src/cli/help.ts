import type { Command } from './command';
import { type OptionName, options } from './options';

/** What `leadlight --help` prints. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(({ call, says }) => [`leadlight ${call}`, says] as const);
  return `leadlight: what a team wrote about its code, on the command line

${table(rows)}

${table(optionRows(everywhere))}

leadlight COMMAND --help says more about one of them.

${exits}`;
}

/** What `leadlight COMMAND --help` prints. */
export function helpFor({ call, says, options: own, formats, more }: Command): string {
  const format = formats && { format: `${formats.join(', ')}; ${formats[0]} without it` };
  const about = more === undefined ? '' : `\n${more}\n`;
  return `leadlight ${call}: ${says}
${about}
${table(optionRows({ ...own, ...format, ...everywhere }))}

${exits}`;
}

const everywhere: Command['options'] = {
  workspace: 'the workspace folder; the current folder without it',
  help: 'this',
  version: "Leadlight's version",
};

const exits = `Exit codes: 0 answered, also where problems were found; 1 something failed; 2 the call was wrong;
3 a check or a strict verify refused, and says what to do about it.
`;

function optionRows(says: Command['options']): readonly (readonly [string, string])[] {
  return Object.entries(says).map(([name, text]) => {
    const option = options[name as OptionName];
    const value = 'value' in option ? ` ${option.value}` : '';
    return [`--${name}${value}`, text];
  });
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}   ${text}`).join('\n');
}
